"""What is said of versions."""

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema


class VersionRow(Schema):
    number: int
    stage: str
    title: str
    published_at: datetime
    replaced_at: datetime | None = None
    sha256: str


class Box(Schema):
    path: str = Field(description="The box, as the contract names it; a whole list is one box.")
    before: Any = None
    after: Any = None


class Difference(Schema):
    a: int
    b: int
    boxes: list[Box]


class FoundInIt(Schema):
    rule: str
    severity: str = Field(description="B blocks publication, A asks for an answer, N is a note.")
    field: str
    message: str
    fix: str
    rules_version: str


class Scored(Schema):
    total: int | None
    parts: dict[str, float] = Field(description="Points of each of the five parts.")
    weights: str
    rules: str
    on: date


class Copy(Schema):
    place: str = Field(description="National code of the province.")
    name: str
    published_at: datetime
    boxes: dict[str, Any] = Field(description="Box → what the province says in it; null: nothing.")

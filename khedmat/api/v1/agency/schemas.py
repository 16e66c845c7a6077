"""What agencies' programs send and are answered, and how each of it may be refused."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Header, Path, Schema

from khedmat.api.schemas import Gone, Problem
from khedmat.api.v1.checking import Breach
from khedmat.cards import vocabulary as v

DraftKey = Annotated[
    str,
    Path(
        pattern=r"^[-._~a-zA-Z0-9]{1,80}$", description="The name of the service in your own system; it never changes."
    ),
]
IfMatch = Annotated[
    str, Header(alias="If-Match", max_length=200, description="The ETag that you saw; `*`: whatever is there.")
]
IfNoneMatch = Annotated[
    str, Header(alias="If-None-Match", max_length=200, description="`*`: only if nothing is there.")
]


class Refusal(Problem):
    """Why not; each of `reasons` is a condition that does not hold, in Persian."""

    reasons: list[str] = []


REFUSALS: dict[int, Any] = dict.fromkeys((400, 401, 403, 404, 409, 422, 429), Refusal)
GONE = REFUSALS | {410: Gone}
OF_A_STATE = REFUSALS | {412: Refusal, 428: Refusal}


class Draft(Schema):
    """The newest version of the service that bears the key."""

    key: str
    service: int = Field(description="Key of the service here.")
    code: str | None = Field(description="ID of the service; null while pending.")
    version: int = Field(description="Key of the version.")
    number: int = Field(description="Number of the version.")
    stage: str = Field(description="draft, submitted, approved, accepted, published, returned, …")
    revision: int = Field(description="Counts the savings of the draft, by programs and people.")
    touched_at: datetime | None
    sha256: str
    edition: v.Edition
    card: dict[str, Any]
    permits: list[dict[str, Any]]
    inquiries: list[dict[str, Any]]
    undecided: list[str]
    findings: list[Breach] = Field(description="What the rules say of it; severity A stands in the way.")
    page: str = Field(description="Its page at the desk.")

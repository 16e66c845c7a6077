"""A document that was read: what it holds, where each value stood, what a person should look at."""

from pydantic import Field

from khedmat.cards import vocabulary as v
from khedmat.cards.form.card import Card
from khedmat.cards.form.part import Part
from khedmat.cards.form.permits import Inquiry, Permit

MOST_SURE_OF_A_PICTURE = 0.5  # of a trace: no value that was read from a scan is surer


class ListedService(Part):
    """A row of a list of services."""

    title: str | None = None
    service_id: str | None = None
    parent_service_id: str | None = None
    executive_agency: str | None = None


class Warning(Part):
    """Something a person should look at; `message` is Persian, `found` the raw text."""

    code: str
    field: str | None = None
    message: str
    found: str | None = None


class Trace(Part):
    """Where a value stood: raw text, label, block, characters in the block, how sure (0–1), what else it could be."""

    raw: str
    label: str | None = None
    block: int
    start: int
    end: int
    sure: float = Field(1.0, ge=0, le=1)
    others: list[str] = Field(default_factory=list)


class Source(Part):
    name: str
    media_type: str
    pages: int | None = None
    ocr: bool = False
    part: int | None = None


class Document(Part):
    """One document that was read. `card` stands for kind service_card only.

    `not_applicable`: why a box has no answer for this service, by whole path («card.audience»).
    """

    kind: v.DocumentKind
    edition: v.Edition = "unknown"
    card: Card | None = None
    services: list[ListedService] = Field(default_factory=list)
    permits: list[Permit] = Field(default_factory=list)
    inquiries: list[Inquiry] = Field(default_factory=list)
    undecided: list[str] = Field(default_factory=list)
    not_applicable: dict[str, str] = Field(default_factory=dict)
    warnings: list[Warning] = Field(default_factory=list)
    source: Source
    trace: dict[str, Trace] = Field(default_factory=dict, exclude=True)

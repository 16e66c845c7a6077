"""What the API answers with: the contract of the form, and what identifies a published version."""

from datetime import datetime
from typing import Any

from ninja import Field, Schema

from khedmat.cards import vocabulary as v


class Agency(Schema):
    code: str = Field(description="Code of the agency in this register.")
    name: str


class Links(Schema):
    self: str
    page: str = Field(description="The card at a glance.")
    annex: str = Field(description="The full card, printable.")


class Summary(Schema):
    """A published card in the list."""

    id: int = Field(description="Key of the service here; it never changes.")
    code: str | None = Field(description="ID given by the planning organisation, 11 digits; null while pending.")
    title: str
    agency: Agency
    service_type: list[v.ServiceType]
    level: list[v.Level]
    life_events: list[v.LifeEvent]
    electronic: bool | None = Field(description="Some stage is electronic; null when the form does not say.")
    number: int = Field(description="Number of the version.")
    published_at: datetime
    sha256: str
    links: Links


class Detail(Summary):
    """A published card. Null: the form does not say; named in `undecided`: cannot be told."""

    stage: str = Field(description="published; or suspended: not given for a while, see `suspended_because`.")
    suspended_because: str | None = None
    edition: v.Edition
    card: dict[str, Any] = Field(description="The form contract, without the filler and account numbers.")
    permits: list[dict[str, Any]] = Field(description="Rows of form 1.")
    inquiries: list[dict[str, Any]] = Field(description="Rows of form 2.")
    undecided: list[str]


class Listing(Schema):
    items: list[Summary]
    next: str | None = Field(description="Address of the following page; null on the last one.")


class Problem(Schema):
    """RFC 9457, in Persian and English."""

    type: str
    title: str
    title_en: str
    status: int
    detail: str | None = None


class Gone(Problem):
    """The service has ended: `detail` says why."""

    successor: str | None = Field(None, description="Address of the service that came after it.")


class Wanted(Schema):
    """Filters and the page of the list."""

    q: str = Field("", max_length=200, description="Words; letters, digits and half-spaces are folded.")
    agency: str = Field("", max_length=80, pattern="^[-a-zA-Z0-9_]*$")
    type: v.ServiceType | None = None
    level: v.Level | None = None
    event: v.LifeEvent | None = None
    electronic: bool | None = None
    after: int = Field(0, ge=0, le=2**63 - 1, description="Key of the last service of the page before.")
    limit: int = Field(20, ge=1, le=100)

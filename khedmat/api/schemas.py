"""What the API answers with: the contract of the form, and what identifies a published version."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Field, Path, Schema

from khedmat.cards import vocabulary as v

Key = Annotated[
    str,
    Path(
        pattern=r"^[1-9][0-9]{0,17}$", description="Key of the service here, or its 11-digit ID, which begins with 1."
    ),
]
Row = Annotated[int, Path(ge=1, le=2**63 - 1)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1, description="Number of the version.")]
Slug = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]{1,80}$")]
Code = Annotated[str, Field(max_length=80, pattern=r"^[-a-zA-Z0-9_]*$", description="Code of an agency.")]
Words = Annotated[str, Field(max_length=200, pattern=r"^[^\x00]*$")]


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


class Giver(Schema):
    id: int = Field(description="Key of a published service that gives people the document.")
    code: str | None
    title: str


class AskedDocument(Schema):
    name: str
    condition: str = Field(description="When it is asked for; empty: always.")
    obtained: Literal["applicant", "agency"] | None = Field(
        description="Who brings it to the service: the applicant, or the service fetches it; null: nobody said."
    )
    agency: Agency | None = Field(description="From which agency it is fetched.")
    given_by: list[Giver]


class PriceTerm(Schema):
    text: str = Field(description="The price line, amount and words.")
    valid_from: date | None
    valid_until: date | None = Field(description="Its last day.")
    source: str = Field(description="By which law, decision or letter.")


class Beside(Schema):
    """What became known of the lines of a card; it changes without a new version and is not part of `sha256`."""

    documents: list[AskedDocument] = Field(description="Every line of the documents, in the order of the card.")
    prices: list[PriceTerm] = Field(description="Price lines of which somebody said how long they hold.")


class Detail(Summary):
    """A published card. Null: the form does not say; named in `undecided`: cannot be told."""

    stage: str = Field(description="published; or suspended: not given for a while, see `suspended_because`.")
    suspended_because: str | None = None
    edition: v.Edition
    card: dict[str, Any] = Field(description="The form contract, without the filler and account numbers.")
    permits: list[dict[str, Any]] = Field(description="Rows of form 1.")
    inquiries: list[dict[str, Any]] = Field(description="Rows of form 2.")
    undecided: list[str]
    beside: Beside


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

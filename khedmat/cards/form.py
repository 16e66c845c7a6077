"""The form contract: what a filled form says, whoever read it. A value, None (not said), or named in `undecided`.

Every name is from the printed annex of resolution 206/93/7740 of the Supreme Administrative Council (1393), art. 2.
"""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from khedmat.cards import vocabulary as v


class Part(BaseModel):
    """A piece of the contract. Unknown names are refused, so a typing error is never silently lost."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Recipients(Part):
    count: int | None = Field(None, ge=0, le=10**12)
    per: v.Period | None = None


class Duration(Part):
    """`value` only where one is said; «حداقل» is `min`, «تا» is `max`. `working`: working days said."""

    text: str | None = None
    value: float | None = None
    min: float | None = None
    max: float | None = None
    unit: v.DurationUnit | None = None
    working: bool | None = None
    basis: v.DurationBasis | None = None


class Frequency(Part):
    once: bool | None = None
    times: int | None = Field(None, ge=0, le=10**9)
    per: v.Period | None = None


class Visits(Part):
    text: str | None = None
    count: int | None = Field(None, ge=0, le=10**6)
    max: int | None = Field(None, ge=0, le=10**6)


class CostItem(Part):
    """`amount_rial` in whole rials. `account` is never published."""

    amount_rial: int | None = Field(None, ge=0, le=10**18)
    text: str | None = None
    account: str | None = None
    electronic: bool | None = None


class Cost(Part):
    text: str | None = None
    free: bool | None = None
    items: list[CostItem] = []


class StageAccess(Part):
    """One of the four stages of section 6."""

    electronic: bool | None = None
    non_electronic: bool | None = None
    channels: list[v.Channel] = []
    channel_other_text: str | None = None
    counter_contract: str | None = None
    counter_office_like_title: str | None = None
    visit_levels: list[v.VisitLevel] = []
    visit_reasons: list[v.VisitReason] = []
    visit_reason_text: str | None = None


class Stages(Part):
    information: StageAccess = Field(default_factory=StageAccess)
    request: StageAccess = Field(default_factory=StageAccess)
    production: StageAccess = Field(default_factory=StageAccess)
    delivery: StageAccess = Field(default_factory=StageAccess)


class InternalSystem(Part):
    system: str | None = None
    fields: str | None = None
    modes: list[v.ExchangeMode] = []


class Fee(Part):
    text: str | None = None
    amount_rial: int | None = Field(None, ge=0, le=10**18)


class ExternalInquiry(Part):
    agency: str | None = None
    system: str | None = None
    fields: str | None = None
    fee: Fee = Field(default_factory=Fee)
    modes: list[v.ExchangeMode] = []
    paper_by: v.PaperBy | None = None
    notes: str | None = None


class Diagram(Part):
    """Section 10: boxes in printed order with start and end, links as pairs of box texts."""

    boxes: list[str] = []
    links: list[tuple[str, str]] = []


class FilledBy(Part):
    """Who filled the form in. Never published."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    unit: str | None = None


class Card(Part):
    """The ten sections of «شناسنامه خدمت», with keys of later editions at the end."""

    title: str | None = None
    service_id: str | None = None
    local_id: str | None = None
    parent_service_id: str | None = None
    parent_service_title: str | None = None
    executive_agency: str | None = None
    parent_agency: str | None = None
    description: str | None = None
    service_type: list[v.ServiceType] = []
    audience: str | None = None
    nature: v.Nature | None = None
    level: list[v.Level] = []
    life_events: list[v.LifeEvent] = []
    life_event_text: str | None = None
    start_trigger: list[v.StartTrigger] = []
    start_trigger_text: str | None = None
    leads_to_permit: bool | None = None
    documents: list[str] = []
    laws: list[str] = []
    recipients: Recipients = Field(default_factory=Recipients)
    average_duration: Duration = Field(default_factory=Duration)
    frequency: Frequency = Field(default_factory=Frequency)
    visits: Visits = Field(default_factory=Visits)
    cost: Cost = Field(default_factory=Cost)
    url: str | None = None
    system_name: str | None = None
    stages: Stages = Field(default_factory=Stages)
    internal_systems: list[InternalSystem] = []
    external_inquiries: list[ExternalInquiry] = []
    processes: list[str] = []
    diagram: Diagram = Field(default_factory=Diagram)
    filled_by: FilledBy = Field(default_factory=FilledBy)
    service_pattern: str | None = None
    maturity: str | None = None
    service_hours: str | None = None
    sla_url: str | None = None
    complaint_url: str | None = None
    forms: str | None = None
    faq: str | None = None
    responsible_unit: str | None = None


class PermitDuration(Part):
    text: str | None = None
    value: float | None = None
    unit: Literal["hour", "day"] | None = None


class Permit(Part):
    """A row of form 1: one action on one permit."""

    organization: str | None = None
    kind: str | None = None
    title: str | None = None
    action: v.PermitAction | None = None
    legal_basis: str | None = None
    documents: str | None = None
    validity: str | None = None
    fee: Fee = Field(default_factory=Fee)
    applicants: list[v.Applicant] = []
    process: v.PermitProcess | None = None
    supervisors: str | None = None
    duration: PermitDuration = Field(default_factory=PermitDuration)
    electronic: bool | None = None
    non_electronic: bool | None = None
    steps: str | None = None
    conditions: str | None = None
    notes: str | None = None


class Inquiry(Part):
    """A row of form 2: what one inquired agency is asked, for a permit and an action."""

    permit: str | None = None
    action: v.PermitAction | None = None
    agency: str | None = None
    kind: v.InquiryKind | None = None
    name: str | None = None
    documents: str | None = None
    validity: str | None = None
    fee: Fee = Field(default_factory=Fee)
    duration: PermitDuration = Field(default_factory=PermitDuration)
    electronic: bool | None = None
    non_electronic: bool | None = None
    notes: str | None = None


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
    others: list[str] = []


class Source(Part):
    name: str
    media_type: str
    pages: int | None = None
    ocr: bool = False
    part: int | None = None


class Document(Part):
    """One document that was read. `card` stands for kind service_card only."""

    kind: v.DocumentKind
    edition: v.Edition = "unknown"
    card: Card | None = None
    services: list[ListedService] = []
    permits: list[Permit] = []
    inquiries: list[Inquiry] = []
    undecided: list[str] = []
    warnings: list[Warning] = []
    source: Source
    trace: dict[str, Trace] = Field(default_factory=dict, exclude=True)


@singledispatch
def prune(value: Any) -> Any:
    """As the contract is written: an object of nothing, an empty list or text are null; false and 0 are values."""
    return value


@prune.register
def _(value: str) -> str | None:
    return value or None


@prune.register
def _(value: float) -> float | int:
    return int(value) if value.is_integer() else value


@prune.register(list)
@prune.register(tuple)
def _(value: Iterable[Any]) -> list[Any] | None:
    return list(map(prune, value)) or None


@prune.register(dict)
def _(value: dict[str, Any]) -> dict[str, Any] | None:
    members = prune_each(value)
    return members if any(map(_is_said, members.values())) else None


def prune_each(plain: dict[str, Any]) -> dict[str, Any]:
    """Every member pruned, and every name kept."""
    return {name: prune(member) for name, member in plain.items()}


def _is_said(value: object) -> bool:
    return value is not None


def as_contract(document: Document, *, trace: bool = False) -> dict[str, Any]:
    """The JSON object of `khedmat read`: every name present, `undecided` and `warnings` always lists."""
    plain = document.model_dump(mode="json")
    pruned = prune_each(plain) | {"undecided": document.undecided, "warnings": plain["warnings"]}
    return pruned | {"trace": _plain_trace(document)} if trace else pruned


def _plain_trace(document: Document) -> dict[str, Any]:
    return {path: step.model_dump(mode="json") for path, step in document.trace.items()}


def from_contract(plain: dict[str, Any]) -> Document:
    """The document of a JSON object; null stands for the empty value of its type. pydantic.ValidationError else."""
    return Document.model_validate(_drop_nulls(plain))


def card_from_contract(plain: dict[str, Any] | None) -> Card:
    """The card of its JSON object; an empty card for null."""
    return Card.model_validate(_drop_nulls(plain or {}))


@singledispatch
def _drop_nulls(value: Any) -> Any:
    return value


@_drop_nulls.register(dict)
def _(value: dict[str, Any]) -> dict[str, Any]:
    return {name: _drop_nulls(member) for name, member in value.items() if member is not None}


@_drop_nulls.register(list)
def _(value: list[Any]) -> list[Any]:
    return list(map(_drop_nulls, value))

"""Sections 7, 8 and 10, and the foot: what is exchanged with whom, how the work flows, who filled the form in."""

from pydantic import Field

from khedmat.cards import vocabulary as v
from khedmat.cards.form.part import Part


class InternalSystem(Part):
    system: str | None = None
    fields: str | None = None
    modes: list[v.ExchangeMode] = Field(default_factory=list)


class Fee(Part):
    text: str | None = None
    amount_rial: int | None = Field(None, ge=0, le=10**18)


class ExternalInquiry(Part):
    agency: str | None = None
    system: str | None = None
    fields: str | None = None
    fee: Fee = Field(default_factory=Fee)
    modes: list[v.ExchangeMode] = Field(default_factory=list)
    paper_by: v.PaperBy | None = None
    notes: str | None = None


class Diagram(Part):
    """Section 10: boxes in printed order with start and end, links as pairs of box texts."""

    boxes: list[str] = Field(default_factory=list)
    links: list[tuple[str, str]] = Field(default_factory=list)


class FilledBy(Part):
    """Who filled the form in. Never published."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    unit: str | None = None

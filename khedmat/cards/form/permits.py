"""Forms 1 and 2, which follow a card that leads to a permit."""

from typing import Literal

from pydantic import Field

from khedmat.cards import vocabulary as v
from khedmat.cards.form.part import Part
from khedmat.cards.form.relations import Fee


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
    applicants: list[v.Applicant] = Field(default_factory=list)
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

"""Section 5: how many, how long, how often, at what cost."""

from pydantic import Field

from khedmat.cards import vocabulary as v
from khedmat.cards.form.part import Part


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
    items: list[CostItem] = Field(default_factory=list)

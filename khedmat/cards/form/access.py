"""Section 6: how each of the four stages is given."""

from pydantic import Field

from khedmat.cards import vocabulary as v
from khedmat.cards.form.part import Part


class StageAccess(Part):
    """One of the four stages of section 6."""

    electronic: bool | None = None
    non_electronic: bool | None = None
    channels: list[v.Channel] = Field(default_factory=list)
    channel_other_text: str | None = None
    counter_contract: str | None = None
    counter_office_like_title: str | None = None
    visit_levels: list[v.VisitLevel] = Field(default_factory=list)
    visit_reasons: list[v.VisitReason] = Field(default_factory=list)
    visit_reason_text: str | None = None


class Stages(Part):
    information: StageAccess = Field(default_factory=StageAccess)
    request: StageAccess = Field(default_factory=StageAccess)
    production: StageAccess = Field(default_factory=StageAccess)
    delivery: StageAccess = Field(default_factory=StageAccess)

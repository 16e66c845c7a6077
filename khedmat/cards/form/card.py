"""The card itself."""

from pydantic import Field

from khedmat.cards import vocabulary as v
from khedmat.cards.form.access import Stages
from khedmat.cards.form.details import Cost, Duration, Frequency, Recipients, Visits
from khedmat.cards.form.part import Part
from khedmat.cards.form.relations import Diagram, ExternalInquiry, FilledBy, InternalSystem


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
    service_type: list[v.ServiceType] = Field(default_factory=list)
    audience: str | None = None
    nature: v.Nature | None = None
    level: list[v.Level] = Field(default_factory=list)
    life_events: list[v.LifeEvent] = Field(default_factory=list)
    life_event_text: str | None = None
    start_trigger: list[v.StartTrigger] = Field(default_factory=list)
    start_trigger_text: str | None = None
    leads_to_permit: bool | None = None
    documents: list[str] = Field(default_factory=list)
    laws: list[str] = Field(default_factory=list)
    recipients: Recipients = Field(default_factory=Recipients)
    average_duration: Duration = Field(default_factory=Duration)
    frequency: Frequency = Field(default_factory=Frequency)
    visits: Visits = Field(default_factory=Visits)
    cost: Cost = Field(default_factory=Cost)
    url: str | None = None
    system_name: str | None = None
    stages: Stages = Field(default_factory=Stages)
    internal_systems: list[InternalSystem] = Field(default_factory=list)
    external_inquiries: list[ExternalInquiry] = Field(default_factory=list)
    processes: list[str] = Field(default_factory=list)
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

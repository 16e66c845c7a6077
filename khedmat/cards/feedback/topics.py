"""Which boxes of a document each topic speaks of. Pure."""

from khedmat.cards.editing import Boxes
from khedmat.cards.enums import FeedbackTopic

PREFIXES: dict[str, tuple[str, ...]] = {  # a topic without boxes is settled by hand alone
    FeedbackTopic.TITLE: ("card.title", "card.description"),
    FeedbackTopic.AGENCY: ("card.executive_agency", "card.parent_agency", "card.responsible_unit"),
    FeedbackTopic.AUDIENCE: (
        "card.service_type",
        "card.audience",
        "card.level",
        "card.life_event",
        "card.start_trigger",
    ),
    FeedbackTopic.DOCUMENTS: ("card.documents", "card.forms"),
    FeedbackTopic.LAWS: ("card.laws",),
    FeedbackTopic.DURATION: ("card.average_duration", "card.frequency", "card.service_hours"),
    FeedbackTopic.VISITS: ("card.visits",),
    FeedbackTopic.COST: ("card.cost",),
    FeedbackTopic.ACCESS: ("card.url", "card.system_name", "card.stages", "card.sla_url", "card.complaint_url"),
    FeedbackTopic.PROCESSES: ("card.processes", "card.diagram"),
    FeedbackTopic.PERMITS: ("permits", "inquiries"),
}


def differs(topic: str, before: Boxes, after: Boxes) -> bool:
    """Whether what a topic speaks of was written anew."""
    return _part(topic, before) != _part(topic, after)


def _part(topic: str, boxes: Boxes) -> Boxes:
    prefixes = PREFIXES.get(topic, ())
    return {path: value for path, value in boxes.items() if path.startswith(prefixes)} if prefixes else {}

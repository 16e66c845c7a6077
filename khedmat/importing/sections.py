"""On which page of the editor a box of the form stands."""

from khedmat.cards.vocabulary import values

SECTIONS: dict[str, tuple[str, ...]] = {
    "identity": (
        "card.title",
        "card.service_id",
        "card.executive_agency",
        "card.parent_agency",
        "card.local_id",
        "card.parent_service_id",
        "card.parent_service_title",
    ),
    "specification": (
        "card.description",
        "card.service_type",
        "card.audience",
        "card.nature",
        "card.level",
        "card.life_events",
        "card.life_event_text",
        "card.start_trigger",
        "card.start_trigger_text",
        "card.documents",
        "card.laws",
        "card.leads_to_permit",
        "card.service_pattern",
    ),
    "details": ("card.recipients", "card.average_duration", "card.frequency", "card.visits", "card.cost"),
    "access": (
        "card.url",
        "card.system_name",
        "card.stages",
        "card.service_hours",
        "card.responsible_unit",
        "card.forms",
        "card.faq",
        "card.sla_url",
        "card.complaint_url",
        "card.maturity",
    ),
    "systems": ("card.internal_systems",),
    "agencies": ("card.external_inquiries",),
    "processes": ("card.processes", "card.diagram"),
    "filler": ("card.filled_by",),
    "permits": ("permits",),
    "inquiries": ("inquiries",),
}
ORDER = tuple(SECTIONS)
_STAGES = values("stage")
_PLACES = {path: (section, place) for section, paths in SECTIONS.items() for place, path in enumerate(paths)}


def section_of(path: str) -> str:
    """Of a whole path («card.cost.items.0.text»)."""
    return _place(path)[0]


def printed_order(path: str) -> tuple[int, int, str]:
    """For sorting paths as the form prints them."""
    section, place = _place(path)
    return ORDER.index(section), place, _by_stage(path)


def _by_stage(path: str) -> str:
    """The four stages follow each other as the service goes, not as their names are spelled."""
    stage = path.split(".")[2] if path.startswith("card.stages.") else ""
    return f"{_STAGES.index(stage)} {path}" if stage in _STAGES else path


def _place(path: str) -> tuple[str, int]:
    head = ".".join(path.split(".")[: 2 if path.startswith("card.") else 1])
    return _PLACES[head]

"""Every rule in one registry, and the one function that runs them."""

from itertools import chain

from khedmat.cards.form import Document
from khedmat.cards.rules import (
    audience,
    completeness,
    counter,
    diagram,
    documents,
    frequency,
    identity,
    legal,
    level,
    money,
    others,
    permit_rows,
    permits,
    spelling,
    stages,
    start,
    texts,
    time,
    visits,
    web,
)
from khedmat.cards.rules.rule import SEVERITIES, Finding, Rule, finding

RULES_VERSION = "1"
RULES: tuple[Rule, ...] = tuple(
    chain.from_iterable(
        family.RULES
        for family in (
            identity,
            completeness,
            texts,
            spelling,
            audience,
            level,
            start,
            documents,
            legal,
            money,
            time,
            frequency,
            visits,
            stages,
            web,
            counter,
            others,
            permits,
            permit_rows,
            diagram,
        )
    )
)
_PLACES = (
    "title",
    "service_id",
    "executive_agency",
    "parent_agency",
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "life_event_text",
    "start_trigger",
    "start_trigger_text",
    "leads_to_permit",
    "documents",
    "laws",
    "recipients",
    "average_duration",
    "frequency",
    "visits",
    "cost",
    "url",
    "system_name",
    "stages",
    "internal_systems",
    "external_inquiries",
    "processes",
    "diagram",
    "filled_by",
)
_ORDER = {f"card.{name}": place for place, name in enumerate(_PLACES)}


def check(document: Document) -> list[Finding]:
    """What one form breaks: blockers first, then what needs an answer, then notes; each in the order of the form."""
    found = [
        finding(rule, breach) for rule in RULES if document.kind in rule.kinds for breach in rule.condition(document)
    ]
    return sorted(dict.fromkeys(found), key=_order)


def _order(found: Finding) -> tuple[int, int, str]:
    box = ".".join(found.field.split(".")[:2])
    return SEVERITIES.index(found.severity), _ORDER.get(box, len(_ORDER)), found.rule

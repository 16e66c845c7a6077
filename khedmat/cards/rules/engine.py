"""Every rule in one registry, and the one function that runs them."""

from collections.abc import Iterable
from itertools import chain
from typing import get_args

from khedmat.cards.form import Document
from khedmat.cards.rules import (
    addresses,
    agency_names,
    audience,
    diagram,
    domains,
    durations,
    exchanges,
    frequency,
    identity,
    inquiry_notes,
    inquiry_times,
    known_papers,
    legal,
    letters_and_digits,
    level,
    mandatory,
    papers,
    payments,
    permit_circles,
    permit_links,
    permit_terms,
    pictures,
    placeholders,
    prices,
    recommended,
    spelling,
    stage_boxes,
    stages,
    start,
    titles,
    visit_reasons,
    visits,
)
from khedmat.cards.rules.rule import SEVERITIES, Breach, Finding, Rule, finding
from khedmat.cards.vocabulary import DocumentKind

RULES_VERSION = "5"
FAMILIES = (
    identity,
    mandatory,
    recommended,
    titles,
    spelling,
    placeholders,
    letters_and_digits,
    audience,
    level,
    start,
    papers,
    known_papers,
    legal,
    prices,
    payments,
    durations,
    inquiry_times,
    frequency,
    visits,
    visit_reasons,
    stage_boxes,
    stages,
    addresses,
    domains,
    exchanges,
    agency_names,
    permit_terms,
    permit_links,
    permit_circles,
    inquiry_notes,
    diagram,
    pictures,
)
RULES: tuple[Rule, ...] = tuple(chain.from_iterable(family.RULES for family in FAMILIES))
BY_ID = {rule.id: rule for rule in RULES}
_OF_KIND = {kind: tuple(rule for rule in RULES if kind in rule.kinds) for kind in get_args(DocumentKind)}
_PLACES = (
    "title service_id executive_agency parent_agency description service_type audience nature level life_events "
    "life_event_text start_trigger start_trigger_text leads_to_permit documents laws recipients average_duration "
    "frequency visits cost url system_name stages internal_systems external_inquiries processes diagram filled_by"
)
_ORDER = {f"card.{name}": place for place, name in enumerate(_PLACES.split())}


def check(document: Document) -> list[Finding]:
    """What one form breaks: blockers first, then what needs an answer, then notes; each in the order of the form."""
    found = (finding(rule, breach) for rule in _OF_KIND[document.kind] for breach in rule.condition(document))
    return in_order(dict.fromkeys(found))


def in_order(found: Iterable[Finding]) -> list[Finding]:
    return sorted(found, key=_order)


def breaches(rule_id: str, document: Document) -> list[tuple[Finding, Breach]]:
    """Where one rule is broken, in words and as it was found. KeyError for a rule that does not exist."""
    rule = BY_ID[rule_id]
    found = rule.condition(document) if document.kind in rule.kinds else ()
    return [(finding(rule, breach), breach) for breach in found]


def _order(found: Finding) -> tuple[int, int, str]:
    box = ".".join(found.field.split(".")[:2])
    return SEVERITIES.index(found.severity), _ORDER.get(box, len(_ORDER)), found.rule

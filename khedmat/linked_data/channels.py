"""Section 6: one channel a stage and a medium; the stage of production is inside the office. Pure."""

import re

from khedmat.cards.form import StageAccess
from khedmat.core.weblinks import weblink
from khedmat.linked_data.bodies import named, office
from khedmat.linked_data.codes import concept, concepts
from khedmat.linked_data.facts import Subject

OPEN, INSIDE = ("information", "request", "delivery"), "production"
ON_THE_WEB = ("website", "mobile_app")
# RFC 3987, without hosts that are numbers in brackets and letters beyond the first plane.
LETTER = r"[\w.~!$&'()*+,;=\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef-]|%[0-9A-Fa-f]{2}"
PATH = rf"(?:{LETTER}|[:@/])*"
IRI = re.compile(
    rf"https?://(?:(?:{LETTER}|:)*@)?(?:{LETTER})+(?::[0-9]*)?(?:/{PATH})?(?:\?(?:{PATH}|\?)*)?(?:#(?:{PATH}|\?)*)?",
    re.ASCII,
)


def web_address(text: str | None) -> str | None:
    """An address of the web that is an IRI."""
    known = weblink(text)
    return known if IRI.fullmatch(known) else None


def channels(on: Subject) -> list[str]:
    return [one for stage in OPEN for one in of_stage(on, stage)]


def inside(on: Subject) -> list[str]:
    return of_stage(on, INSIDE)


def of_stage(on: Subject, stage: str) -> list[str]:
    access: StageAccess = getattr(on.facts.card.stages, stage)
    media = [_medium(on, stage, medium) for medium in access.channels]
    return media + ([_visit(on, stage, access)] if access.non_electronic else [])


def _medium(on: Subject, stage: str, medium: str) -> str:
    graph, service, facts = on
    access: StageAccess = getattr(facts.card.stages, stage)
    is_counter = medium == "counter_office" and access.counter_contract
    return graph.add(
        f"{service}/channel/{stage}-{medium}",
        "cv:Channel",
        identifier=f"{facts.number}-{stage}-{medium}",
        kind=concept(graph, "channel", medium),
        stage=concept(graph, "stage", stage),
        serviceUrl=web_address(facts.card.url) if medium in ON_THE_WEB else None,
        description=access.channel_other_text if medium == "other" else None,
        contract=_contract(on, access.counter_contract or "") if is_counter else None,
    )


def _visit(on: Subject, stage: str, access: StageAccess) -> str:
    graph, service, facts = on
    return graph.add(
        f"{service}/channel/{stage}-visit",
        "cv:Channel",
        identifier=f"{facts.number}-{stage}-visit",
        kind=concept(graph, "medium", "visit"),
        stage=concept(graph, "stage", stage),
        visitLevel=concepts(graph, "visit_level", access.visit_levels),
        visitReason=concepts(graph, "visit_reason", access.visit_reasons),
        description=access.visit_reason_text,
    )


def _contract(on: Subject, number: str) -> str:
    graph, service, facts = on
    return graph.add(
        f"{service}/contract/counter",
        "cv:ServiceConcessionContract",
        identifier=number,
        title=f"قرارداد دفتر پیشخوان {number}",
        description=f"قرارداد واگذاری خدمت به دفاتر پیشخوان، شمارهٔ {number}",
        hasContractingAuthority=office(graph, facts.owner),
        hasEconomicOperator=named(graph, "دفاتر پیشخوان خدمات دولت", facts),
    )

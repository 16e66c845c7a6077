"""A published service as CPSV-AP 3.2: one JSON-LD document that stands by itself. Pure.

Mapped field by field; every text is tagged Persian, every node has the one identifier that the shapes ask for, and
codes stand in the document with their type, because the shapes look for it in the data.
"""

from collections.abc import Callable, Iterable

from khedmat.linked_data.bodies import iran, office, province
from khedmat.linked_data.channels import channels, inside
from khedmat.linked_data.codes import concept, concepts, persian
from khedmat.linked_data.context import context
from khedmat.linked_data.costs import costs, processing_time
from khedmat.linked_data.entries import audience, element, system
from khedmat.linked_data.facts import Facts, Named, Subject
from khedmat.linked_data.graph import Graph, Node
from khedmat.linked_data.needs import brought, events, laws, papers, participations
from khedmat.linked_data.permits import outputs

UNSAID = "شرح این خدمت در شناسنامه نوشته نشده است."


def document(facts: Facts) -> Node:
    """The service with all that it names: `@context` and `@graph`."""
    graph = Graph(facts.base)
    described(graph, facts)
    return {"@context": context(facts.base), "@graph": list(graph.nodes.values())}


def described(graph: Graph, facts: Facts) -> str:
    """Into a graph that may hold others already."""
    card, service = facts.card, graph.at("service", facts.number)
    title = card.title or facts.number
    graph.add(
        service, "cpsv:PublicService", identifier=facts.number, title=title, description=card.description or UNSAID
    )
    graph.add(
        service,
        "cpsv:PublicService",
        keyword=list(facts.names),
        hasCompetentAuthority=office(graph, facts.owner),
        language=persian(graph),
        spatial=_where(graph, facts),
        isVersionOf=graph.at("service", facts.copy.of) if facts.copy else None,
        audience=[*concepts(graph, "service_type", card.service_type), *_each(graph, audience, facts.meant.audiences)],
        isClassifiedBy=_classes(graph, facts),
        isGroupedBy=events(graph, facts),
        page=facts.page,
        version=str(facts.version),
        modified=facts.modified.isoformat() if facts.modified else None,
    )
    return graph.add(service, "cpsv:PublicService", **_asks(Subject(graph, service, facts)), **_figures(graph, facts))


def _where(graph: Graph, facts: Facts) -> str | None:
    """A level is not a place: only a copy of a province and a national card say where they hold."""
    if facts.copy:
        return province(graph, facts.copy.place, facts.copy.name)
    return iran(graph) if {"national", "country"} & set(facts.card.level) else None


def _classes(graph: Graph, facts: Facts) -> list[str]:
    card = facts.card
    nature = concepts(graph, "nature", [card.nature] if card.nature else [])
    starts = [one for one in card.start_trigger if one != "other"]
    return [*nature, *concepts(graph, "level", card.level), *concepts(graph, "start_trigger", starts)]


def _asks(on: Subject) -> Node:
    graph, _service, facts = on
    return {
        "hasInputType": papers(graph, facts),
        "broughtByApplicant": brought(graph, facts),
        "hasLegalResource": laws(graph, facts),
        "hasChannel": channels(on),
        "internalChannel": inside(on),
        "hasCost": costs(on),
        "hasParticipation": participations(on),
        "produces": outputs(on),
        "process": _processes(on),
        "system": _each(graph, system, facts.meant.systems),
        "internalSystem": _each(graph, system, facts.meant.inside),
        "askedSystem": _each(graph, system, facts.meant.asked),
        "exchanges": _each(graph, element, facts.meant.elements),
    }


def _each(graph: Graph, node: Callable[[Graph, Named], str], found: Iterable[Named]) -> list[str]:
    return [node(graph, one) for one in found]


def _processes(on: Subject) -> list[str]:
    graph, service, facts = on
    return [
        graph.add(f"{service}/process/{place}", "x:Process", title=text, order=str(place))
        for place, text in enumerate(facts.card.processes, 1)
    ]


def _figures(graph: Graph, facts: Facts) -> Node:
    card = facts.card
    return {
        "processingTime": processing_time(card),
        "workingDays": _flag(card.average_duration.working),
        "inPersonVisits": _number(card.visits.count),
        "usageCount": _number(card.recipients.count),
        "usagePeriod": concept(graph, "period", card.recipients.per) if card.recipients.per else None,
        "isOnce": _flag(card.frequency.once),
        "recurrenceCount": _number(card.frequency.times),
        "recurrencePeriod": concept(graph, "period", card.frequency.per) if card.frequency.per else None,
    }


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)


def _flag(value: bool | None) -> str | None:
    return None if value is None else str(value).lower()

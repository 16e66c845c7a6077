"""What a service asks and rests on: documents, laws, events, other agencies. Pure."""

from khedmat.cards.form import ExternalInquiry, Inquiry
from khedmat.linked_data.bodies import named
from khedmat.linked_data.codes import concept, concepts
from khedmat.linked_data.entries import document
from khedmat.linked_data.facts import Facts, Named, Subject, mark
from khedmat.linked_data.graph import Graph


def papers(graph: Graph, facts: Facts) -> list[str]:
    return [_asked(graph, text, facts.meant.documents.get(text)) for text in facts.card.documents]


def _asked(graph: Graph, text: str, entry: Named | None) -> str:
    """What a line asks for, with the document of the register that it means."""
    return graph.add(paper(graph, text), "cv:EvidenceType", classification=entry and document(graph, entry))


def paper(graph: Graph, text: str) -> str:
    """One type of evidence a wording: two cards that ask the same point to the same node."""
    said = {"identifier": mark(text), "title": text, "prefLabel": text}
    return graph.add(graph.at("evidence", mark(text)), "cv:EvidenceType", **said)


def laws(graph: Graph, facts: Facts) -> list[str]:
    return [law(graph, text) for text in facts.card.laws]


def law(graph: Graph, text: str) -> str:
    said = {"identifier": mark(text), "title": text, "citation": text}
    return graph.add(graph.at("law", mark(text)), "eli:LegalResource", **said)


def events(graph: Graph, facts: Facts) -> list[str]:
    return [_event(graph, value) for value in facts.card.life_events if value != "other"]


def _event(graph: Graph, value: str) -> str:
    kinds = ["cv:BusinessEvent" if value == "business" else "cv:LifeEvent", "cv:Event"]
    kind = concept(graph, "life_event", value)
    title = graph.nodes[kind]["prefLabel"]
    return graph.add(graph.at("event", value), kinds, identifier=value, title=title, kind=kind)


def participations(on: Subject) -> list[str]:
    """Agencies that section 8 and form 2 name."""
    asked = [row for row in on.facts.card.external_inquiries if row.agency]
    rows = [row for row in on.facts.inquiries if row.agency]
    exchanged = [_exchanged(on, place, row) for place, row in enumerate(asked, 1)]
    return exchanged + [_inquired(on, place, row) for place, row in enumerate(rows, 1)]


def _exchanged(on: Subject, place: int, row: ExternalInquiry) -> str:
    graph, service, facts = on
    return graph.add(
        f"{service}/participation/{place}",
        "cv:Participation",
        identifier=f"{facts.number}-participation-{place}",
        description=" – ".join(filter(None, ("استعلام", row.system, row.fields))),
        hasParticipant=named(graph, row.agency or "", facts),
        role=concept(graph, "role", "inquired"),
        mode=concepts(graph, "exchange_mode", row.modes),
        fields=row.fields,
    )


def _inquired(on: Subject, place: int, row: Inquiry) -> str:
    graph, service, facts = on
    return graph.add(
        f"{service}/inquiry/{place}",
        "cv:Participation",
        identifier=f"{facts.number}-inquiry-{place}",
        description=" – ".join(filter(None, ("استعلام برای مجوز", row.permit, row.name))),
        hasParticipant=named(graph, row.agency or "", facts),
        role=concept(graph, "role", "inquired"),
    )

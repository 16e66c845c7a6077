"""What a service asks and rests on: documents, laws, events, other agencies. Pure."""

from khedmat.cards.form import ExternalInquiry, Inquiry
from khedmat.linked_data.bodies import named, office
from khedmat.linked_data.codes import concept, concepts
from khedmat.linked_data.entries import DOCUMENT, document
from khedmat.linked_data.facts import Facts, Named, Office, Subject, mark
from khedmat.linked_data.graph import Graph, shared


def papers(graph: Graph, facts: Facts) -> list[str]:
    return [_asked(graph, text, facts) for text in facts.card.documents]


def _asked(graph: Graph, text: str, facts: Facts) -> str:
    """What a line asks for, with the document of the register that it means and the services that give that."""
    entry, said = facts.meant.documents.get(text), facts.beside.papers.get(text)
    if entry and said:
        givers = [graph.at("service", number) for number in said.givers]
        graph.add(document(graph, entry), DOCUMENT, givenBy=givers)
    return _meant(graph, text, entry)


@shared
def _meant(graph: Graph, text: str, entry: Named | None) -> str:
    known = document(graph, entry) if entry else None
    return graph.add(paper(graph, text), "cv:EvidenceType", classification=known)


def brought(graph: Graph, facts: Facts) -> list[str]:
    """The documents that the applicant brings, where somebody said so."""
    return [paper(graph, text) for text, said in facts.beside.papers.items() if said.is_brought]


@shared
def paper(graph: Graph, text: str) -> str:
    """One type of evidence a wording: two cards that ask the same point to the same node."""
    said = {"identifier": mark(text), "title": text, "prefLabel": text}
    return graph.add(graph.at("evidence", mark(text)), "cv:EvidenceType", **said)


def laws(graph: Graph, facts: Facts) -> list[str]:
    return [law(graph, text) for text in facts.card.laws]


@shared
def law(graph: Graph, text: str) -> str:
    said = {"identifier": mark(text), "title": text, "citation": text}
    return graph.add(graph.at("law", mark(text)), "eli:LegalResource", **said)


def events(graph: Graph, facts: Facts) -> list[str]:
    return [_event(graph, value) for value in facts.card.life_events if value != "other"]


@shared
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
    inquired = [_inquired(on, place, row) for place, row in enumerate(rows, 1)]
    return exchanged + inquired + [_fetched(on, text, held) for text, held in _holders(on.facts)]


def _holders(facts: Facts) -> list[tuple[str, Office]]:
    """The documents that the service itself fetches, each with the agency from which it does."""
    return [(text, said.holder) for text, said in facts.beside.papers.items() if said.holder]


def _fetched(on: Subject, text: str, holder: Office) -> str:
    graph, service, facts = on
    return graph.add(
        f"{service}/fetched/{mark(text)}",
        "cv:Participation",
        identifier=f"{facts.number}-fetched-{mark(text)}",
        description=f"دادن مدرک به دستگاه – {text}",
        hasParticipant=office(graph, holder),
        role=concept(graph, "role", "data_provider"),
        provides=paper(graph, text),
    )


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

"""Code lists as concepts: what the printed form offers, with Persian and English labels. Pure."""

from collections.abc import Iterable

from khedmat.cards.vocabulary import IN_PERSON, VOCABULARY, Label
from khedmat.linked_data.context import context
from khedmat.linked_data.graph import FAS, RIAL, Graph, Node, shared

OWN: dict[str, dict[str, Label]] = {  # lists that the form does not print
    "role": {
        "inquired": Label("دستگاه استعلام‌شونده", "Inquired agency"),
        "supervisor": Label("مرجع ناظر", "Supervising body"),
        "data_provider": Label("دستگاه دارندهٔ مدرک", "Agency that provides a document"),
    },
    "medium": {"visit": IN_PERSON},
    "counted_channel": VOCABULARY["channel"] | {"in_person": IN_PERSON},
    "output_kind": {"permit": Label("مجوز", "Permit")},
    "system_state": {
        "running": Label("در کار", "Running"),
        "replaced": Label("جایگزین‌شده", "Replaced"),
        "closed": Label("برچیده", "Closed"),
    },
}
LISTS = VOCABULARY | OWN
TITLES = {
    "service_type": "نوع خدمت",
    "nature": "ماهیت خدمت",
    "level": "سطح خدمت",
    "life_event": "رویداد مرتبط",
    "start_trigger": "نحوهٔ آغاز خدمت",
    "period": "دورهٔ زمانی",
    "duration_unit": "واحد زمان",
    "duration_basis": "مبنای زمان",
    "stage": "مرحلهٔ خدمت",
    "channel": "راه دسترسی",
    "visit_level": "سطح مراجعه",
    "visit_reason": "دلیل مراجعه",
    "exchange_mode": "شیوهٔ تبادل داده",
    "paper_by": "آورندهٔ مدرک",
    "permit_action": "کار روی مجوز",
    "applicant": "متقاضی مجوز",
    "permit_process": "فرایند مجوز",
    "inquiry_kind": "گونهٔ استعلام",
    "edition": "ویرایش فرم",
    "document_kind": "گونهٔ سند",
    "role": "نقش دستگاه دیگر",
    "medium": "رسانهٔ بیرون از فرم",
    "counted_channel": "راه در شمار درخواست‌ها",
    "output_kind": "گونهٔ دستاورد",
    "system_state": "وضع سامانه",
}


@shared
def concept(graph: Graph, name: str, value: str) -> str:
    label = LISTS[name][value]
    scheme = graph.at("code", name)
    said = {"prefLabel": label.fa, "labelInEnglish": label.en, "notation": value, "inScheme": scheme}
    return graph.add(graph.at("code", name, value), "skos:Concept", **said)


def concepts(graph: Graph, name: str, values: Iterable[str]) -> list[str]:
    return [concept(graph, name, value) for value in values]


@shared
def persian(graph: Graph) -> str:
    return graph.add(FAS, "dct:LinguisticSystem")


@shared
def rial(graph: Graph) -> str:
    return graph.add(RIAL, "skos:Concept", prefLabel="ریال ایران", notation="IRR")


def code_list(base: str, name: str) -> Node:
    """One list as a SKOS scheme. KeyError for a list that there is not."""
    graph = Graph(base)
    scheme = graph.add(graph.at("code", name), "skos:ConceptScheme", title=TITLES[name], identifier=name)
    for value in LISTS[name]:
        graph.add(concept(graph, name, value), "skos:Concept", topConceptOf=scheme)
    return {"@context": context(base), "@graph": list(graph.nodes.values())}

"""A card as columns and rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db import models

from khedmat.cards import form, outline
from khedmat.cards.form import Card, Document, Part
from khedmat.cards.models import (
    CostItem,
    DiagramBox,
    DiagramLink,
    DocumentRequirement,
    ExternalInquiry,
    Filler,
    InternalSystem,
    LegalCitation,
    Process,
    ServiceVersion,
    StageAccess,
    ValueTrace,
)
from khedmat.core.copying import copy_in
from khedmat.core.persian import key, sort_key

PLAIN = (
    "title",
    "local_id",
    "parent_service_id",
    "parent_service_title",
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
    "url",
    "system_name",
    "service_pattern",
    "maturity",
    "service_hours",
    "sla_url",
    "complaint_url",
    "forms",
    "faq",
    "responsible_unit",
)
GROUPED = {  # member of the contract: prefix of its columns
    "recipients": "recipients",
    "average_duration": "duration",
    "frequency": "frequency",
    "visits": "visits",
}
LONGEST_KEY = 300
CHILDREN: tuple[type[models.Model], ...] = (
    DocumentRequirement,
    LegalCitation,
    CostItem,
    StageAccess,
    InternalSystem,
    ExternalInquiry,
    Process,
    DiagramBox,
    DiagramLink,
    Filler,
    ValueTrace,
)


def filled(model: type[models.Model], answers: dict[str, Any]) -> dict[str, Any]:
    """«Not said» as the column keeps it: an empty text where it takes no NULL."""
    return {name: _unsaid(model, name) if value is None else value for name, value in answers.items()}


def _unsaid(model: type[models.Model], name: str) -> str | None:
    return None if model._meta.get_field(name).null else ""


def columns_of(card: Card) -> dict[str, Any]:
    """Values of all columns that come from the card."""
    plain = {name: getattr(card, name) for name in PLAIN}
    others = {"stated_id": card.service_id, "cost_text": card.cost.text, "cost_free": card.cost.free}
    return filled(ServiceVersion, plain | _grouped(card) | others) | bookkeeping(card)


def _grouped(card: Card) -> dict[str, Any]:
    return {f"{prefix}_{name}": value for group, prefix in GROUPED.items() for name, value in getattr(card, group)}


def bookkeeping(card: Card) -> dict[str, Any]:
    """What the system derives from the card for lists and search."""
    title = card.title or ""
    return {
        "is_electronic": outline.is_electronic(card),
        "needs_visit": outline.needs_visit(card),
        "search_text": outline.search_text(card),
        "title_key": key(title)[:LONGEST_KEY],
        "sort_key": sort_key(title)[:LONGEST_KEY],
    }


def _named(name: str, values: Iterable[object]) -> Iterator[dict[str, Any]]:
    return ({name: value} for value in values)


def _of_inquiry(part: form.ExternalInquiry) -> dict[str, Any]:
    return part.model_dump(exclude={"fee"}) | {"fee_text": part.fee.text, "fee_rial": part.fee.amount_rial}


ORDERED: dict[type[models.Model], Callable[[Card], Iterable[dict[str, Any]]]] = {
    DocumentRequirement: lambda card: _named("text", card.documents),
    LegalCitation: lambda card: _named("text", card.laws),
    CostItem: lambda card: map(Part.model_dump, card.cost.items),
    InternalSystem: lambda card: map(Part.model_dump, card.internal_systems),
    ExternalInquiry: lambda card: map(_of_inquiry, card.external_inquiries),
    Process: lambda card: _named("title", card.processes),
    DiagramBox: lambda card: _named("text", card.diagram.boxes),
    DiagramLink: lambda card: ({"source": source, "target": target} for source, target in card.diagram.links),
}


Rows = list[dict[str, Any]]


def groups_of(card: Card) -> dict[type[models.Model], Rows]:
    """The rows of each table that come from the card, as column values."""
    ordered = {model: _ordered(model, rows(card)) for model, rows in ORDERED.items()}
    return {**ordered, StageAccess: _stages(card), Filler: _filler(card)}


def children_of(document: Document) -> dict[type[models.Model], Rows]:
    """The rows of each table that come from a document, as column values."""
    return groups_of(document.card or Card()) | {ValueTrace: _traces(document)}


def write_rows(versions: Iterable[tuple[ServiceVersion, Mapping[type[models.Model], Rows]]]) -> None:
    """Those of versions that have none of these tables; each table is written once for all of them."""
    tables: dict[type[models.Model], Rows] = defaultdict(list)
    for version, groups in versions:
        for model, rows in groups.items():
            tables[model] += [{"version_id": version.pk, **row} for row in rows]
    for model, rows in tables.items():
        if rows:
            copy_in(model, rows)


def _ordered(model: type[models.Model], rows: Iterable[dict[str, Any]]) -> Rows:
    return [{"order": order, **filled(model, row)} for order, row in enumerate(rows, start=1)]


def _stages(card: Card) -> Rows:
    """Only stages of which the form says something."""
    said = [(name, stage) for name, stage in card.stages if stage != form.StageAccess()]
    return [{"stage": name, **filled(StageAccess, stage.model_dump())} for name, stage in said]


def _filler(card: Card) -> Rows:
    answers = card.filled_by.model_dump()
    return [filled(Filler, answers)] if any(answers.values()) else []


def _traces(document: Document) -> Rows:
    return [{"path": path, **filled(ValueTrace, dict(step))} for path, step in document.trace.items()]

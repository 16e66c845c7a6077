"""A card as columns and rows."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from khedmat.cards import outline
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
from khedmat.cards.vocabulary import values
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
    return {
        name: "" if value is None and not model._meta.get_field(name).null else value for name, value in answers.items()
    }


def columns_of(card: Card) -> dict[str, Any]:
    """Values of all columns that come from the card."""
    answers = {name: getattr(card, name) for name in PLAIN}
    for group, prefix in GROUPED.items():
        part: Part = getattr(card, group)
        answers |= {f"{prefix}_{name}": getattr(part, name) for name in type(part).model_fields}
    answers |= {"stated_id": card.service_id, "cost_text": card.cost.text, "cost_free": card.cost.free}
    return filled(ServiceVersion, answers) | bookkeeping(card)


def bookkeeping(card: Card) -> dict[str, Any]:
    """What the system derives from the card for lists and search."""
    return {
        "is_electronic": outline.is_electronic(card),
        "needs_visit": outline.needs_visit(card),
        "search_text": outline.search_text(card),
        "title_key": key(card.title or "")[:LONGEST_KEY],
        "sort_key": sort_key(card.title or "")[:LONGEST_KEY],
    }


def children_of(version: ServiceVersion, document: Document) -> list[list[models.Model]]:
    """All rows of a version, unsaved, one list a table."""
    card = document.card or Card()
    inquiries = [
        part.model_dump(exclude={"fee"}) | {"fee_text": part.fee.text, "fee_rial": part.fee.amount_rial}
        for part in card.external_inquiries
    ]
    return [
        _ordered(DocumentRequirement, version, ({"text": text} for text in card.documents)),
        _ordered(LegalCitation, version, ({"text": text} for text in card.laws)),
        _ordered(CostItem, version, (item.model_dump() for item in card.cost.items)),
        _ordered(InternalSystem, version, (item.model_dump() for item in card.internal_systems)),
        _ordered(ExternalInquiry, version, inquiries),
        _ordered(Process, version, ({"title": title} for title in card.processes)),
        _ordered(DiagramBox, version, ({"text": text} for text in card.diagram.boxes)),
        _ordered(DiagramLink, version, ({"source": a, "target": b} for a, b in card.diagram.links)),
        _stages(version, card),
        _filler(version, card),
        _traces(version, document),
    ]


def _ordered(model: type[models.Model], version: ServiceVersion, rows: Iterable[dict[str, Any]]) -> list[models.Model]:
    return [model(version=version, order=order, **filled(model, row)) for order, row in enumerate(rows, start=1)]


def _stages(version: ServiceVersion, card: Card) -> list[models.Model]:
    """Only stages of which the form says something."""
    said = {name: getattr(card.stages, name) for name in values("stage")}
    return [
        StageAccess(version=version, stage=name, **filled(StageAccess, stage.model_dump()))
        for name, stage in said.items()
        if stage != type(stage)()
    ]


def _filler(version: ServiceVersion, card: Card) -> list[models.Model]:
    answers = card.filled_by.model_dump()
    return [Filler(version=version, **filled(Filler, answers))] if any(answers.values()) else []


def _traces(version: ServiceVersion, document: Document) -> list[models.Model]:
    return [
        ValueTrace(version=version, path=path, **filled(ValueTrace, step.model_dump()))
        for path, step in document.trace.items()
    ]

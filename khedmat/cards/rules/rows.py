"""The rows of a form with their paths, for conditions that ask about each."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from khedmat.cards.form import CostItem, Document, ExternalInquiry, Inquiry, InternalSystem, Permit, Warning
from khedmat.cards.rules.reading import blank, card_of

Row = TypeVar("Row")


def numbered(path: str, rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Each row with the path of its place."""
    return ((f"{path}.{place}", row) for place, row in enumerate(rows))


def papers(document: Document) -> Iterator[tuple[str, str]]:
    return numbered("card.documents", card_of(document).documents)


def laws(document: Document) -> Iterator[tuple[str, str]]:
    return numbered("card.laws", card_of(document).laws)


def prices(document: Document) -> Iterator[tuple[str, CostItem]]:
    return numbered("card.cost.items", card_of(document).cost.items)


def charges(document: Document) -> list[tuple[str, CostItem]]:
    """The prices above zero."""
    return [(path, item) for path, item in prices(document) if item.amount_rial]


def exchanges(document: Document) -> Iterator[tuple[str, ExternalInquiry]]:
    return numbered("card.external_inquiries", card_of(document).external_inquiries)


def systems(document: Document) -> Iterator[tuple[str, InternalSystem]]:
    return numbered("card.internal_systems", card_of(document).internal_systems)


def permits(document: Document) -> Iterator[tuple[str, Permit]]:
    return numbered("permits", document.permits)


def inquiries(document: Document) -> Iterator[tuple[str, Inquiry]]:
    return numbered("inquiries", document.inquiries)


def boxes(document: Document) -> Iterator[tuple[str, str]]:
    return numbered("card.diagram.boxes", card_of(document).diagram.boxes)


def price_texts(document: Document) -> Iterator[tuple[str, str]]:
    """The words of the whole cost and of each price."""
    rows = ((path, item.text or "") for path, item in prices(document))
    return chain([("card.cost", card_of(document).cost.text or "")], rows)


def named_agencies(document: Document) -> Iterator[tuple[str, str]]:
    """Every other agency that the form names: section 8 and form 2."""
    rows: chain[tuple[str, ExternalInquiry | Inquiry]] = chain(exchanges(document), inquiries(document))
    return written((f"{path}.agency", row.agency or "") for path, row in rows)


def written(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Rows that are more than dots and dashes."""
    return ((path, text) for path, text in rows if not blank(text))


def remarks(document: Document, *codes: str) -> Iterator[tuple[str, str]]:
    """(field, raw text) of what the reader saw and took for no value."""
    return (_remark(one) for one in document.warnings if one.code in codes)


def _remark(one: Warning) -> tuple[str, str]:
    return one.field or "card", one.found or one.message

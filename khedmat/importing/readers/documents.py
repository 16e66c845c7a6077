"""Blocks → a document of the form contract: one grammar for the blocks of every container."""

from collections.abc import Callable
from typing import Any, NamedTuple

from khedmat.cards import form
from khedmat.core.sequences import first, first_where
from khedmat.importing.readers import kinds, permit_page, permits, service_list
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.cut_end import drop_cut_end
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.outline import Outline, outline
from khedmat.importing.readers.parts import parts_of
from khedmat.importing.readers.sections import access, details, exchange, flow, identity, money
from khedmat.importing.readers.wording import answered, behind

_SECTIONS = (identity, details, money, access, exchange, flow)
_NO_CARD = ("_guidance", "_permit_forms")
_BEGIN_A_CARD = ("title", "service_id", "description")


class _Parts(NamedTuple):
    """A document, and what of it can be a card: without the guidance and the permit forms that follow it."""

    whole: Outline
    card: Outline


def read_sheets(sheet: Sheet, source: form.Source) -> list[form.Document]:
    """As many documents as the sheet holds cards, numbered; else the one that it is."""
    whole = outline(sheet)
    cards = enumerate(parts_of(whole), start=1)
    found = [_read(outline(card), source.model_copy(update={"part": number})) for number, card in cards]
    return found or [_read(whole, source)]


def read_card(sheet: Sheet, source: form.Source) -> form.Document:
    """The sheet as the one card that it is known to be."""
    whole = outline(sheet)
    return _document("service_card", _Parts(whole, whole), source)


def _read(whole: Outline, source: form.Source) -> form.Document:
    """Its kind first, then what a document of that kind holds."""
    parts = _Parts(whole, whole.between(0, _end_of_card(whole)))
    return _document(_kind(parts), parts, source)


def _document(kind: str, parts: _Parts, source: form.Source) -> form.Document:
    document = form.Document(kind=kind, source=source)
    return document.model_copy(update=_READERS[kind](parts))


def _end_of_card(whole: Outline) -> int:
    """Guidance and permit forms follow the card; a page that begins with them has no card before them."""
    end = len(whole.sheet.blocks)
    begin = first_where(answered, whole.of("title", "sub_title", "description"))
    if begin is None:
        return end
    follower = first(behind(begin.line.block, whole.of(*_NO_CARD)))
    return follower.line.block if follower else end


def _kind(parts: _Parts) -> str:
    if kinds.is_guidance(parts.whole):
        return "other"
    begins = any(parts.card.of(*_BEGIN_A_CARD))
    return kinds.kind(parts.card if begins else parts.whole)


def _read_card(parts: _Parts) -> dict[str, Any]:
    drop_cut_end(parts.card)
    draft = Draft()
    for section in _SECTIONS:
        section.read(parts.card, draft)
    found, inquiries = permits.read(parts.whole.sheet, draft.values.get("executive_agency"))
    card = draft.card()  # before its warnings are asked for: it may leave a number out
    return {
        "edition": kinds.edition(parts.card),
        "card": card,
        "permits": found,
        "inquiries": inquiries,
        "undecided": draft.undecided,
        "warnings": draft.warnings,
        "trace": draft.card_trace(),
    }


def _read_list(parts: _Parts) -> dict[str, Any]:
    return {"services": service_list.read(parts.whole)}


def _read_permits(parts: _Parts) -> dict[str, Any]:
    forms = _read_forms(parts)
    if forms["permits"] or forms["inquiries"]:
        return forms
    found = permit_page.read(parts.whole)
    return forms | {"permits": found, "undecided": permit_page.undecided(parts.whole, len(found))}


def _read_forms(parts: _Parts) -> dict[str, Any]:
    found, inquiries = permits.read(parts.whole.sheet)
    return {"permits": found, "inquiries": inquiries}


_READERS: dict[str, Callable[[_Parts], dict[str, Any]]] = {
    "service_card": _read_card,
    "service_list": _read_list,
    "permit_list": _read_permits,
    "other": _read_forms,
}

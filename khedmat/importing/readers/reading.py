"""Bytes → documents of the form contract. Touches no database and no network."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from khedmat.cards import form
from khedmat.core.sequences import first, first_where
from khedmat.importing.readers import kinds, permit_page, permits, service_list
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers import html, sniffing, text
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.labels import looks_cut
from khedmat.importing.readers.outline import Answer, Outline, outline
from khedmat.importing.readers.sections import access, details, exchange, flow, identity, money
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.readers.wording import answered, behind

_SECTIONS = (identity, details, money, access, exchange, flow)
_NO_CARD = ("_guidance", "_permit_forms")
_BEGIN_A_CARD = ("title", "service_id", "description")
_REFUSALS = (  # the first that fits
    (FileNotFoundError, "چنین فایلی نیست؛ نام و نشانی آن را بررسی کنید."),
    (PermissionError, "اجازهٔ خواندن این فایل را ندارید؛ دسترسی آن را درست کنید."),
    (OSError, "فایل از روی دیسک خوانده نشد؛ دوباره تلاش کنید یا از آن رونوشت تازه بگیرید."),
)


class _Container(NamedTuple):
    media_type: str
    sheet: Callable[[str], Sheet]


_HTML, _TEXT = _Container("text/html", html.sheet), _Container("text/plain", text.sheet)


class _Parts(NamedTuple):
    """A document, and what of it can be a card: without the guidance and the permit forms that follow it."""

    whole: Outline
    card: Outline


def read_path(path: Path) -> list[form.Document]:
    """The documents of a file. Unreadable with a Persian sentence when there is none to read."""
    return read_bytes(contents(path), path.name)


def contents(path: Path) -> bytes:
    """The bytes of a file, or the Persian sentence that says why they cannot be had."""
    try:
        return _bytes_of(path)
    except OSError as error:
        raise Unreadable(_refusal(error)) from None


def _bytes_of(path: Path) -> bytes:
    """Never more than may be read: a pipe or a device has no size to ask before."""
    if path.is_dir():
        raise Unreadable("این یک پوشه است؛ نام فایل‌ها را بدهید یا فرمان import را به کار برید.")
    if path.stat().st_size > sniffing.MOST_BYTES:
        sniffing.refuse_large(path.stat().st_size)
    with path.open("rb") as file:
        return file.read(sniffing.MOST_BYTES + 1)


def _refusal(error: OSError) -> str:
    return next(sentence for kind, sentence in _REFUSALS if isinstance(error, kind))


def read_bytes(data: bytes, name: str) -> list[form.Document]:
    """The same for a file's content and name."""
    decoded = sniffing.decode(data)
    name = _printable(name)
    container = _HTML if sniffing.is_html(decoded, name) else _TEXT
    sheet = container.sheet(decoded)
    if not sheet.lines:
        raise Unreadable("در فایل هیچ نوشته‌ای نیست؛ فایلی که فرم در آن پر شده است را بدهید.")
    return [read_sheet(sheet, form.Source(name=name, media_type=container.media_type))]


def _printable(name: str) -> str:
    """A name of other bytes than UTF-8 could be neither printed nor kept."""
    return name.encode("utf-8", "replace").decode()


def read_sheet(sheet: Sheet, source: form.Source) -> form.Document:
    """One grammar for the blocks of every container."""
    whole = outline(sheet)
    parts = _Parts(whole, whole.between(0, _end_of_card(whole)))
    kind = _kind(parts)
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
    _drop_cut_end(parts.card)
    draft = Draft()
    for section in _SECTIONS:
        section.read(parts.card, draft)
    found, inquiries = permits.read(parts.whole.sheet, draft.values.get("executive_agency"))
    return {
        "edition": kinds.edition(parts.card),
        "card": draft.card(),
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
    return forms if forms["permits"] else forms | {"permits": permit_page.read(parts.whole)}


def _read_forms(parts: _Parts) -> dict[str, Any]:
    found, inquiries = permits.read(parts.whole.sheet)
    return {"permits": found, "inquiries": inquiries}


_READERS: dict[str, Callable[[_Parts], dict[str, Any]]] = {
    "service_card": _read_card,
    "service_list": _read_list,
    "permit_list": _read_permits,
    "other": _read_forms,
}


def _drop_cut_end(card: Outline) -> None:
    """The last line of a file that was cut may be the beginning of the next label."""
    last = first(reversed(card.answers))
    if last and last.pieces and _is_cut_end(last, card.sheet):
        last.pieces.pop()


def _is_cut_end(answer: Answer, sheet: Sheet) -> bool:
    piece = answer.pieces[-1]
    return piece.line is sheet.lines[-1] and piece.line is not answer.line and looks_cut(piece.text)

"""Bytes → documents of the form contract. Touches no database and no network."""

from pathlib import Path

from khedmat.cards import form
from khedmat.importing.readers import kinds, permit_page, permits, service_list
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.containers import html, sniffing, text
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.labels import looks_cut
from khedmat.importing.readers.outline import Outline, outline
from khedmat.importing.readers.sections import access, details, exchange, flow, identity, money
from khedmat.importing.readers.unreadable import Unreadable

_SECTIONS = (identity, details, money, access, exchange, flow)
_NO_CARD = {"_guidance", "_permit_forms"}


def read_path(path: Path) -> list[form.Document]:
    """The documents of a file. Unreadable with a Persian sentence when there is none to read."""
    return read_bytes(contents(path), path.name)


def contents(path: Path) -> bytes:
    """The bytes of a file. Never more than may be read: a pipe or a device has no size to ask before."""
    try:
        if path.is_dir():
            raise Unreadable("این یک پوشه است؛ نام فایل‌ها را بدهید یا فرمان import را به کار برید.")
        if path.stat().st_size > sniffing.MOST_BYTES:
            sniffing.refuse_large(path.stat().st_size)
        with path.open("rb") as file:
            return file.read(sniffing.MOST_BYTES + 1)
    except FileNotFoundError:
        raise Unreadable("چنین فایلی نیست؛ نام و نشانی آن را بررسی کنید.") from None
    except PermissionError:
        raise Unreadable("اجازهٔ خواندن این فایل را ندارید؛ دسترسی آن را درست کنید.") from None
    except OSError:
        raise Unreadable("فایل از روی دیسک خوانده نشد؛ دوباره تلاش کنید یا از آن رونوشت تازه بگیرید.") from None


def read_bytes(data: bytes, name: str) -> list[form.Document]:
    """The same for a file's content and name."""
    name = name.encode(
        "utf-8", "replace"
    ).decode()  # a name of other bytes than UTF-8 could be neither printed nor kept
    decoded = sniffing.decode(data)
    is_html = sniffing.is_html(decoded, name)
    sheet = html.sheet(decoded) if is_html else text.sheet(decoded)
    if not sheet.lines:
        raise Unreadable("در فایل هیچ نوشته‌ای نیست؛ فایلی که فرم در آن پر شده است را بدهید.")
    return [read_sheet(sheet, form.Source(name=name, media_type="text/html" if is_html else "text/plain"))]


def read_sheet(sheet: Sheet, source: form.Source) -> form.Document:
    """One grammar for the blocks of every container."""
    whole = outline(sheet)
    card_part = whole.between(0, _end_of_card(whole))
    kind = (
        "other"
        if kinds.is_guidance(whole)
        else kinds.kind(card_part if any(card_part.of("title", "service_id", "description")) else whole)
    )
    document = form.Document(kind=kind, edition="unknown", source=source)  # type: ignore[arg-type]
    if kind == "service_card":
        return _with_card(document, card_part, sheet)
    if kind == "service_list":
        return document.model_copy(update={"services": service_list.read(whole)})
    found, inquiries = permits.read(sheet)
    if kind == "permit_list" and not found:
        found = permit_page.read(whole)
    return document.model_copy(update={"permits": found, "inquiries": inquiries})


def _end_of_card(whole: Outline) -> int:
    """Guidance and permit forms follow the card; a page that begins with them has no card before them."""
    first = next((answer.line.block for answer in whole.of("title", "sub_title", "description") if answer.pieces), None)
    ends = (answer.line.block for answer in whole.of(*_NO_CARD) if first is not None and answer.line.block > first)
    return next(ends, len(whole.sheet.blocks))


def _with_card(document: form.Document, part: Outline, sheet: Sheet) -> form.Document:
    _drop_cut_end(part)
    draft = Draft()
    for section in _SECTIONS:
        section.read(part, draft)
    found, inquiries = permits.read(sheet, draft.values.get("executive_agency"))
    return document.model_copy(
        update={
            "edition": kinds.edition(part),
            "card": draft.card(),
            "permits": found,
            "inquiries": inquiries,
            "undecided": draft.undecided,
            "warnings": draft.warnings,
            "trace": draft.card_trace(),
        }
    )


def _drop_cut_end(part: Outline) -> None:
    """The last line of a file that was cut may be the beginning of the next label."""
    last = part.answers[-1] if part.answers else None
    if (
        last
        and last.pieces
        and last.pieces[-1].line is part.sheet.lines[-1]
        and last.pieces[-1].line is not last.line
        and looks_cut(last.pieces[-1].text)
    ):
        last.pieces.pop()

"""Sections 7 and 8: other systems of the agency and other agencies, as tables under their printed headers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from khedmat.core.persian import fold_line, squeeze
from khedmat.importing.readers import marks, options
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.outline import Outline, Piece
from khedmat.importing.readers.values import amounts, lists

_ROLES = (  # printed header, squeezed → role; the first that fits
    ("نامدستگاهدیگر", "agency"),
    ("عنواندستگاهدیگر", "agency"),
    ("نامسامانههایدستگاهدیگر", "system"),
    ("نامسامانهدستگاهدیگر", "system"),
    ("نامسامانههایدیگر", "system"),
    ("نامسامانهدیگر", "system"),
    ("فیلدهایموردتبادل", "fields"),
    ("فیلهایموردتبادل", "fields"),
    ("مبلغ", "fee"),
    ("برخط", "online"),
    ("online", "online"),
    ("دستهای", "batch"),
    ("batch", "batch"),
    ("توسط", "paper"),
    ("استعلامغیرالکترونیکی", "paper"),
    ("استفادهغیرالکترونیکی", "paper"),
    ("استعمالغیرالکترونیکی", "paper"),
)
_LINES = {
    "exchange_agency": "agency",
    "exchange_system": "system",
    "exchange_fields": "fields",
    "exchange_fee": "fee",
    "exchange_mode": "online",
    "exchange_by": "paper",
}
_PROSE = 70  # letters: more is no name
_STOP = {"processes", "diagram", "filler", "_guidance", "_permit_forms", "title"}


def read(outline: Outline, draft: Draft) -> None:
    internal = external = 0
    for block, row, table in _rows(outline):
        cells = {role: row.cells[place] for place, role in table.roles.items() if place < len(row.cells)}
        if table.external:
            external += _read_inquiry(f"external_inquiries.{external}", cells, _row_pieces(outline, block), draft)
        else:
            internal += _read_system(f"internal_systems.{internal}", cells, _row_pieces(outline, block), draft)
    if not external and not internal and not _read_lines(outline, draft):
        _read_named_agencies(outline, draft)


def _read_lines(outline: Outline, draft: Draft) -> bool:
    """The same boxes printed a line each: «نام دستگاه دیگر: …»."""
    kept = [0, 0]
    cells: dict[str, str] = {}
    pieces: list[Piece] = []
    asked = [answer for answer in outline.of(*_LINES, "section_7", "section_8") if answer.line.alone]
    for answer in [*asked, None]:
        role = _LINES.get(answer.field) if answer else None
        if cells and (role is None or role == "agency" or role in cells):
            external = "agency" in cells or "fee" in cells
            path = f"external_inquiries.{kept[1]}" if external else f"internal_systems.{kept[0]}"
            kept[external] += (_read_inquiry if external else _read_system)(path, cells, pieces, draft)
            cells, pieces = {}, []
        if answer and role:
            cells[role] = " ".join(answer.texts)
            pieces += answer.pieces
    return any(kept)


@dataclass
class _Table:
    """The header that rules the rows below it. `heading`: the row above was a header too, so both are one."""

    roles: dict[int, str] = field(default_factory=dict)
    heading: bool = False
    external: bool = False

    def add(self, found: dict[int, str]) -> None:
        """The lower of two printed rows is the more exact."""
        self.roles = self.roles | found if self.heading else found
        self.external = self.heading and self.external or bool({"agency", "fee"} & set(found.values()))
        self.heading = True


def _rows(outline: Outline) -> Iterator[tuple[int, Block, _Table]]:
    """Rows under a header, with the header."""
    table = _Table()
    stops = {answer.line.block for answer in outline.answers if answer.field in _STOP}
    for number, block in enumerate(outline.sheet.blocks):
        found = {place: role for place, cell in enumerate(block.cells) if (role := _role(cell))}
        if number in stops:
            table = _Table()
        elif found and (table.heading or {"agency", "system", "fields"} & set(found.values())):
            table.add(found)
        elif table.roles and block.filled:
            table.heading = False
            if len(block.cells) > 1 and not found:
                yield number, block, table


def _role(cell: str) -> str | None:
    letters = squeeze(cell)
    if not 4 <= len(letters) <= 60 or marks.any_in(cell):
        return None
    return next((role for printed, role in _ROLES if printed in letters), None)


def _row_pieces(outline: Outline, block: int) -> list[Piece]:
    return [Piece(line, 0, len(line.text)) for line in outline.sheet.lines if line.block == block]


def _text(cells: dict[str, str], role: str) -> str | None:
    text = said(fold_line(cells.get(role, "")))
    return (
        None
        if text is None or marks.any_in(text) or hits(text) and hits(text)[0].field.startswith(("_", "section"))
        else text
    )


def _modes(cells: dict[str, str]) -> list[str]:
    ticked = [role for role in ("online", "batch", "paper") if marks.TICKED in marks.normalise(cells.get(role, ""))]
    written = {"online": "برخط", "batch": "دسته"}
    return ticked or [role for role, word in written.items() if word in cells.get(role, "")]


def _read_system(path: str, cells: dict[str, str], pieces: list[Piece], draft: Draft) -> bool:
    found = {"system": _text(cells, "system"), "fields": _text(cells, "fields"), "modes": _modes(cells)}
    return _keep(path, found, pieces, draft)


def _read_inquiry(path: str, cells: dict[str, str], pieces: list[Piece], draft: Draft) -> bool:
    agency, system, fee = (_text(cells, role) for role in ("agency", "system", "fee"))
    prose = next((text for text in (agency, system) if text and len(squeeze(text)) > _PROSE), None)
    amount = amounts.amounts(fee) if fee else []
    found = {
        "agency": None if agency == prose else agency,
        "system": None if system == prose else system,
        "fields": _text(cells, "fields"),
        "fee.text": fee,
        "fee.amount_rial": amount[0].rials if amount else None,
        "modes": _modes(cells),
        "notes": prose,
    }
    by, undecided = options.read([cells.get("paper", "")], ["paper_by"]).decide("paper_by")
    kept = _keep(path, found, pieces, draft)
    if kept and len(by) == 1 and marks.any_in(marks.normalise(cells.get("paper", ""))):
        draft.set(f"{path}.paper_by", by[0], None, pieces)
    elif kept and undecided:
        draft.undecide(f"{path}.paper_by", cells.get("paper", ""))
    return kept


def _keep(path: str, found: dict[str, object], pieces: list[Piece], draft: Draft) -> bool:
    kept = {name: value for name, value in found.items() if value}
    for name, value in kept.items():
        draft.set(f"{path}.{name}", value, None, pieces)
    return bool(kept)


def _read_named_agencies(outline: Outline, draft: Draft) -> None:
    """«سایر دستگاه‌های مرتبط»: names on lines or between commas."""
    answer = next((answer for answer in outline.of("cooperating") if any(said(text) for text in answer.texts)), None)
    if answer is None:
        return
    names = [name for item in lists.items(answer.texts) for name in re.split(r"\s*[،,/]\s*", item)]
    for number, name in enumerate(name for name in names if said(name) and not re.fullmatch(r"بلی?|بله|خیر|آری", name)):
        draft.set(f"external_inquiries.{number}.agency", fold_line(name), answer)

"""The foot of the form: who filled it in. Never published."""

from functools import partial

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.wording import said_line, whole

_LABELS = {  # printed label, squeezed → its box
    "نامونامخانوادگیتکمیلکنندهفرم": "name",
    "نامتکمیلکننده": "name",
    "تکمیلکنندهفرم": "name",
    "تلفن": "phone",
    "شمارهتماس": "phone",
    "پستالکترونیک": "email",
    "ایمیل": "email",
    "واحدمربوط": "unit",
    "واحد": "unit",
}
_LONG = [label for label in _LABELS if len(label) > 8]  # a short one begins many other words
_NEAR = 5  # blocks


def read(outline: Outline, draft: Draft) -> None:
    """Name, phone, e-mail and unit stand together, in one row or a line each."""
    answer = outline.best("filler")
    if answer is None:
        return
    near = _lines_near(answer.line.block, outline.sheet)
    for line in filter(_box_of, near):
        value = line.text.partition(":")[2] or _beside(line, near)
        draft.set(f"filled_by.{_box_of(line)}", said_line(value), Place(answer, [whole(line)]))


def _lines_near(block: int, sheet: Sheet) -> list[Line]:
    return [line for line in sheet.lines if abs(line.block - block) <= _NEAR]


def _box_of(line: Line) -> str | None:
    """The box that a line asks for."""
    letters = squeeze(line.text.partition(":")[0])
    begins = first_where(letters.startswith, _LONG)
    return _LABELS.get(letters) or _LABELS.get(begins or "")


def _beside(line: Line, near: list[Line]) -> str:
    """The next cell of the row, else the cell below in a row of labels; a label there is no value."""
    beside = first_where(partial(_is_next, line), near) or first_where(partial(_is_below, line), near)
    return beside.text if beside and not _box_of(beside) else ""


def _is_next(line: Line, other: Line) -> bool:
    return other.block == line.block and other.cell > line.cell


def _is_below(line: Line, other: Line) -> bool:
    return not line.alone and other.block == line.block + 1 and other.cell == line.cell

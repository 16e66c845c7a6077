"""A box in a row of permit forms 1 and 2 («permits.0.fee»): whether there is such a box, and where it went."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from khedmat.cards.editing.boxes import LISTS, boxes_of
from khedmat.cards.editing.shapes import shape_of
from khedmat.cards.form import Document, Part

LONGEST_PLACE = 5  # thousands of digits are no number to Python either
NAMES = {"permits": ("organization", "title", "action"), "inquiries": ("permit", "action", "agency", "name")}


class RowBox(NamedTuple):
    """One box of one row; the first row is 0."""

    form: str
    place: int
    member: str

    @property
    def path(self) -> str:
        return f"{self.form}.{self.place}.{self.member}"


def row_box(path: str) -> RowBox | None:
    """None for a path that is none of such a box."""
    form, _dot, rest = path.partition(".")
    place, _dot, member = rest.partition(".")
    if form not in LISTS or not _is_place(place):
        return None
    row = shape_of(form).row
    return RowBox(form, int(place), member) if row and member in row.model_fields else None


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_PLACE and str(int(text)) == text


def is_box(path: str, document: Document) -> bool:
    """Whether the document has a box of this path: one of the card, a group of them, a list, or one in a row."""
    box = row_box(path)
    if box:
        return box.place < len(getattr(document, box.form))
    return any(f"{known}.".startswith(f"{path}.") for known in boxes_of(document))


def followed(path: str, before: Document, after: Document) -> str:
    """The path of the same box in another document; the whole form where its row is gone. Other paths stay."""
    box = row_box(path)
    if box is None or box.place >= len(getattr(before, box.form)):
        return path
    place = counterpart(box, getattr(before, box.form), getattr(after, box.form))
    return box.form if place is None else box._replace(place=place).path


def counterpart(box: RowBox, before: Sequence[Part], after: Sequence[Part]) -> int | None:
    """Where the row of `box` stands in the other list: itself, else one of its names, else its place in as many."""
    row = before[box.place]
    named = [_names(box.form, one) for one in after]
    for rows, wanted in ((list(after), row), (named, _names(box.form, row))):
        places = [place for place, one in enumerate(rows) if one == wanted]
        if places:
            return box.place if box.place in places else places[0]
    return box.place if len(before) == len(after) else None


def _names(form: str, row: Part) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in NAMES[form])


def with_box(document: Document, path: str, value: Any) -> dict[str, Any]:
    """The boxes to write for another value at a path: of a row its whole list, for a list is one box."""
    box = row_box(path)
    if box is None:
        return {path: value}
    rows = boxes_of(document)[box.form] or []
    return {box.form: [row | {box.member: value} if place == box.place else row for place, row in enumerate(rows)]}

"""Permit forms 1 and 2 as the annex prints them: a row a box, a column an action or an inquired agency."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards import form
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import squeeze
from khedmat.web import glance, words
from khedmat.web.permit_words import FORM_ONE, FORM_TWO, Box, action_of, cells, of_action

A_WIDTH = 4  # columns that fit on A4 beside their names
ONE = (Box("organization", _("وزارتخانه یا سازمان"), lambda row: row.organization), *FORM_ONE)
TWO = (
    Box("agency", _("دستگاه استعلام‌شونده"), lambda row: row.agency),
    Box("action", _("برای کار"), action_of, "permit_action"),
    Box("kind", _("نوع فرایند"), lambda row: words.joined("inquiry_kind", filter(None, [row.kind])), "inquiry_kind"),
    Box("name", _("نام استعلام"), lambda row: row.name),
    *FORM_TWO,
)


class Square(NamedTuple):
    """What one row says in one box; `marks` are the squares that the form prints there."""

    text: str | None
    state: glance.State
    marks: list[tuple[Any, bool]]


class Line(NamedTuple):
    """One box across the columns; `path` is where its explanation is found."""

    title: Promise
    path: str
    squares: list[Square]


class Sheet(NamedTuple):
    """A table of one permit."""

    title: str | None
    kinds: list[str]
    heads: list[str | None]
    lines: list[Line]

    @property
    def width(self) -> int:
        """Columns with the one that names the boxes."""
        return len(self.heads) + 1


def sheets(document: form.Document) -> list[Sheet]:
    """Form 1: the actions of one title side by side."""
    groups = _together(document.permits, "title")
    return [_one(sorted(rows, key=lambda row: of_action(row[1])), document.undecided) for rows in groups]


def _one(rows: Sequence[tuple[int, form.Permit]], undecided: Collection[str]) -> Sheet:
    kinds = list(dict.fromkeys(permit.kind for _place, permit in rows if permit.kind))
    heads = [action_of(permit) for _place, permit in rows]
    return Sheet(rows[0][1].title, kinds, heads, _lines("permits", ONE, rows, undecided=undecided))


def inquiries(document: form.Document) -> list[Sheet]:
    """Form 2: the agencies that are asked for one permit side by side, as many as a page is wide."""
    pieces = (
        rows[first : first + A_WIDTH]
        for rows in _together(document.inquiries, "permit")
        for first in range(0, len(rows), A_WIDTH)
    )
    return [_two(rows, document.undecided) for rows in pieces]


def _two(rows: Sequence[tuple[int, form.Inquiry]], undecided: Collection[str]) -> Sheet:
    heads = [words.number(place + 1) for place, _row in rows]
    return Sheet(rows[0][1].permit, [], [*heads], _lines("inquiries", TWO, rows, undecided=undecided))


def _together(rows: Iterable[Any], name: str) -> list[list[tuple[int, Any]]]:
    """Rows with their place, those of one permit together however it is spelt."""
    groups: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for place, row in enumerate(rows):
        groups[squeeze(getattr(row, name) or "")].append((place, row))
    return list(groups.values())


def _lines(
    root: str, boxes: Sequence[Box], rows: Sequence[tuple[int, Any]], *, undecided: Collection[str]
) -> list[Line]:
    columns = [cells(row, boxes, path=f"{root}.{place}", undecided=undecided) for place, row in rows]
    return [
        Line(
            box.title,
            f"{root}.0.{box.path}",
            [Square(cell.text, cell.state, _marks(row, box)) for (_place, row), cell in zip(rows, line, strict=True)],
        )
        for box, line in zip(boxes, zip(*columns, strict=True), strict=True)
    ]


def _marks(row: Any, box: Box) -> list[tuple[Any, bool]]:
    """The squares of a box; a column that is one square has one, but a square that was crossed out is said in words."""
    said = getattr(row, box.path)
    if box.list_name:
        picked = said if isinstance(said, list) else [said]
        return [(label.fa, value in picked) for value, label in VOCABULARY[box.list_name].items()]
    is_square = box.path in ("electronic", "non_electronic") and said is not False
    return [(box.title, said is True)] if is_square else []

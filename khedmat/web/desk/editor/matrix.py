"""Section 6 as one table: the boxes of the four stages side by side, electronic and non-electronic apart."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web.desk.editor.naming import MEMBERS
from khedmat.web.desk.editor.raw import NO, YES
from khedmat.web.desk.editor.showing import Leaf, Shown

HEADS = (gettext_lazy("اطلاع‌رسانی"), gettext_lazy("درخواست"), gettext_lazy("تولید"), gettext_lazy("ارائه"))
GROUPS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("electronic", (("channels", "channel"),)),
    ("non_electronic", (("visit_levels", "visit_level"), ("visit_reasons", "visit_reason"))),
)


class Cell(NamedTuple):
    """A box of the table; `value` is empty where the form prints none."""

    name: str
    value: str
    label: str
    is_on: bool
    was_no: bool
    is_unclear: bool
    row: int
    col: int


class Row(NamedTuple):
    title: Any
    cells: list[Cell]
    is_head: bool = False


class Part(NamedTuple):
    """Rows under one heading; the first part of a group is the stage's own tick."""

    title: Promise
    rows: list[Row]
    guide: str


class Matrix(NamedTuple):
    heads: tuple[Promise, ...]
    groups: list[list[Part]]


def matrix(shown: Sequence[Shown]) -> Matrix | None:
    """The four stages of a page; None on a page without them."""
    stages = [one for one in shown if one.box.path.startswith("stages.")]
    return Matrix(HEADS, _groups(stages)) if stages else None


def _groups(stages: Sequence[Shown]) -> list[list[Part]]:
    groups, row = [], 0
    for tick, members in GROUPS:
        head = Row(MEMBERS[tick], _ticks(stages, tick, row=row), is_head=True)
        parts = [Part(MEMBERS[tick], [head], f"card.stages.request.{tick}")]
        row += 1
        for member, code_list in members:
            rows = _rows(stages, member, code_list=code_list, first=row)
            parts.append(Part(MEMBERS[member], rows, f"card.stages.request.{member}"))
            row += len(rows)
        groups.append(parts)
    return groups


def _rows(stages: Sequence[Shown], member: str, *, code_list: str, first: int) -> list[Row]:
    offered = {option.value for stage in stages for option in stage.by[member].options}
    values = [value for value in VOCABULARY[code_list] if value in offered]
    return [
        Row(
            VOCABULARY[code_list][value].fa,
            [_mark(stage, stage.by[member], value, at=(first + place, col)) for col, stage in enumerate(stages)],
        )
        for place, value in enumerate(values)
    ]


def _ticks(stages: Sequence[Shown], member: str, *, row: int) -> list[Cell]:
    return [_tick(stage, member, at=(row, col)) for col, stage in enumerate(stages)]


def _tick(stage: Shown, member: str, *, at: tuple[int, int]) -> Cell:
    leaf = stage.by[member]
    return _cell(stage, leaf, at=at, label=leaf.title)._replace(value=YES, is_on=leaf.raw == YES, was_no=leaf.raw == NO)


def _mark(stage: Shown, leaf: Leaf, value: str, *, at: tuple[int, int]) -> Cell:
    for option in leaf.options:
        if option.value == value:
            return _cell(stage, leaf, at=at, label=option.label)._replace(value=value, is_on=option.is_on)
    return _cell(stage, leaf, at=at, label="")


def _cell(stage: Shown, leaf: Leaf, *, at: tuple[int, int], label: Any) -> Cell:
    """A place where nothing is printed, until its value is given."""
    said = _("%(stage)s: %(box)s") % {"stage": stage.box.title, "box": label}
    is_unclear = leaf.path in [doubt.path for doubt in stage.doubts]
    return Cell(leaf.name, "", said, is_on=False, was_no=False, is_unclear=is_unclear, row=at[0], col=at[1])

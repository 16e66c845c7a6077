"""What a fix is, and how it writes the rows of a list."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from khedmat.cards.form import Document, Part
from khedmat.cards.rules.rule import Breach

Changes = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fix:
    """A button: what it says, the plain values that it writes, whole box by whole box, and the boxes of which it
    settles that what the reader left out there was nothing."""

    label: str
    changes: Changes
    settles: tuple[str, ...] = ()


Fixer = Callable[[Document, Breach], Iterable[Fix]]


def only_if(is_safe: object, label: str, changes: Changes) -> list[Fix]:
    """One fix; none where it would bring a worse finding than it mends."""
    return [Fix(label, changes)] if is_safe else []


def nothing_there(path: str) -> Fix:
    """What the reader saw in a box and took for no value is none."""
    return Fix("در فرم چیزی جز این نبود؛ کنارش بگذار", {}, (path,))


def rows_of(document: Document, path: str) -> list[Any]:
    """The rows of a list box, as plain values."""
    rows = reduce(getattr, path.split("."), document)
    return [row.model_dump() if isinstance(row, Part) else row for row in rows]


def row_at(path: str) -> tuple[str, int, str]:
    """(list, place, what is below) of a path into a list: «card.cost.items.0.text»."""
    steps = path.split(".")
    place = next(place for place, step in enumerate(steps) if step.isdigit())
    return ".".join(steps[:place]), int(steps[place]), ".".join(steps[place + 1 :])


def with_rows(document: Document, path: str, changed: Mapping[int, Mapping[str, Any]]) -> Changes:
    """A list of rows, some of them with other members."""
    rows = enumerate(rows_of(document, path))
    return {path: [row | changed[place] if place in changed else row for place, row in rows]}


def without_rows(document: Document, path: str, places: Collection[int]) -> Changes:
    """A list without some of its rows."""
    return {path: [row for place, row in enumerate(rows_of(document, path)) if place not in places]}


def with_row_parted(document: Document, path: str, parts: Iterable[Any]) -> Changes:
    """A list with several rows in the place of the one at `path`."""
    name, place, _ = row_at(path)
    rows = rows_of(document, name)
    return {name: [*rows[:place], *parts, *rows[place + 1 :]]}

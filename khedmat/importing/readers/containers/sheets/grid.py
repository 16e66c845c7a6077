"""The cells of one sheet without what is empty in all of it: rows of equal length, and the cells that were merged."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import NamedTuple, NoReturn

from khedmat.core.cells import LONGEST
from khedmat.core.persian import persian_digits
from khedmat.importing.readers.unreadable import Unreadable

MOST_COLUMNS, MOST_CELLS, MOST_PLACES = 500, 300_000, 3_000_000
_WIDE = (
    f"برگهٔ «%s» بیش از {persian_digits(MOST_COLUMNS)} ستون پر دارد و فرم نیست؛ "
    "ستون‌های بیرون از فرم را پاک کنید و دوباره ذخیره کنید."
)
_ENDLESS = "در برگهٔ «%s» خانه‌ای بیش از ۳۲٬۷۶۷ نویسه دارد؛ نوشتهٔ آن را در چند خانه بخش کنید."
_MANY = "جدول‌های این فایل بیش از ۳۰۰٬۰۰۰ خانهٔ پر دارند و خوانده نمی‌شوند؛ آن را به چند فایل بخش کنید."

Place = tuple[int, int]  # row and column, counted from 0


class Span(NamedTuple):
    """A merged cell: its first place and its last."""

    first: Place
    last: Place

    @property
    def width(self) -> int:
        return self.last[1] - self.first[1] + 1

    def above(self, rows: int) -> "Span":
        """The same where so many rows are not there."""
        return Span((self.first[0] - rows, self.first[1]), (self.last[0] - rows, self.last[1]))

    @property
    def places(self) -> Iterable[Place]:
        """All that it covers, its own first."""
        return product(range(self.first[0], self.last[0] + 1), range(self.first[1], self.last[1] + 1))


@dataclass(frozen=True)
class Grid:
    """`gaps`: rows above which an empty one stood. `spans`: first place → the merged cell that begins there.

    `links`: place → the address behind it, which its text does not show.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    gaps: frozenset[int] = frozenset()
    spans: Mapping[Place, Span] = field(default_factory=dict)
    links: Mapping[Place, str] = field(default_factory=dict)

    @cached_property
    def covers(self) -> Mapping[Place, Place]:
        """Every place of a merged cell → its first."""
        return {place: first for first, span in self.spans.items() for place in span.places}

    @property
    def turned(self) -> "Grid":
        """Its columns as rows."""
        spans = {_turn(first): Span(_turn(first), _turn(span.last)) for first, span in self.spans.items()}
        links = {_turn(place): address for place, address in self.links.items()}
        return Grid(self.name, tuple(zip(*self.rows, strict=True)), frozenset(), spans, links)

    def spans_in(self, rows: range) -> dict[Place, Span]:
        """The merged cells of some rows, counted from the first of them."""
        found = (span.above(rows.start) for span in self.spans.values() if span.first[0] in rows)
        return {span.first: span for span in found}

    def said_at(self, place: Place) -> str:
        """What stands there, or in the merged cell over it."""
        row, column = self.covers.get(place, place)
        return self.rows[row][column]


def _turn(place: Place) -> Place:
    return place[1], place[0]


def grid(
    name: str,
    cells: Mapping[Place, str],
    spans: Iterable[Span] = (),
    *,
    links: Mapping[Place, str] = MappingProxyType({}),
) -> Grid:
    """Of the cells that hold something. Unreadable where they are those of no form."""
    rows, columns = (_places(sorted(set(map(itemgetter(axis), cells)))) for axis in (0, 1))
    _refuse_endless(name, cells, (len(rows), len(columns)))
    lines = [[""] * len(columns) for _ in rows]
    for (row, column), text in cells.items():
        lines[rows[row]][columns[column]] = text
    kept = map(attrgetter("first"), within := tuple(_within(spans, tuple(rows), tuple(columns))))
    behind = {(rows[row], columns[column]): address for (row, column), address in links.items()}
    return Grid(name, tuple(map(tuple, lines)), _gaps(rows), dict(zip(kept, within, strict=True)), behind)


def _refuse_endless(name: str, cells: Mapping[Place, str], size: tuple[int, int]) -> None:
    """Before any room is made for them."""
    rows, columns = size
    if max(map(len, cells.values()), default=0) > LONGEST:
        raise Unreadable(_ENDLESS % name)
    if columns > MOST_COLUMNS:
        raise Unreadable(_WIDE % name)
    if rows * columns > MOST_PLACES:
        refuse_many()


def _gaps(rows: Mapping[int, int]) -> frozenset[int]:
    return frozenset(place for row, place in rows.items() if row and row - 1 not in rows)


def refuse_more_than(cells: int) -> None:
    """Than any list of cards has."""
    if cells > MOST_CELLS:
        refuse_many()


def refuse_many() -> NoReturn:
    """More than `MOST_CELLS` in one file."""
    raise Unreadable(_MANY)


def _places(numbers: Sequence[int]) -> dict[int, int]:
    return {number: place for place, number in enumerate(numbers)}


def _within(spans: Iterable[Span], rows: Sequence[int], columns: Sequence[int]) -> Iterator[Span]:
    """In the rows and columns that are left. Honest ones never overlap: together they cover no more than there is."""
    left = len(rows) * len(columns)
    for span in spans:
        top, bottom = bisect_left(rows, span.first[0]), bisect_right(rows, span.last[0])
        first, last = bisect_left(columns, span.first[1]), bisect_right(columns, span.last[1])
        size = (bottom - top) * (last - first)
        left -= size
        if left < 0:
            return
        if size > 1:
            yield Span((top, first), (bottom - 1, last - 1))

"""Tables whose head, or whose last column, bears names of the contract: what our own sheets are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import NamedTuple

from khedmat.cards.printing.filled import LOST
from khedmat.cards.printing.sheets.columns import CARD, KEY, LISTS, PAPER
from khedmat.core.persian import latin_digits
from khedmat.core.sequences import first_where
from khedmat.importing.readers.named.boxes import Box

_NAMES = frozenset(column.name for column in (*CARD, *PAPER, *(one for each in LISTS for one in each.columns)))
_FEWEST = 2  # names that make a row a head: one alone may be a word
_HEAD = 6  # rows in which a head is looked for
Texts = Sequence[str]


@dataclass
class Form:
    """Its boxes, and the rows of all tables that hold them, each table below its labels."""

    boxes: list[Box] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    counts: defaultdict[str, Iterator[int]] = field(default_factory=lambda: defaultdict(count))

    def add(self, row: "_Row") -> None:
        """A row of a list is counted in its list."""
        head = next(iter(row.cells), "").partition(".*")[0]
        number = str(next(self.counts[head]))
        if number == "0":
            self.rows += map(tuple, row.labels)
        self.rows += map(tuple, row.shown)
        self.boxes += [Box(":", name.replace("*", number), cell) for name, cell in row.cells.items()]

    def settled(self) -> "Form":
        """A cell whose doubt is listed says nothing but that."""
        listed = next((box.written for box in self.boxes if box.path == "undecided"), "")
        doubts = set(str(listed).split("\n"))
        self.boxes = [box for box in self.boxes if not (box.written == LOST and _owner(box) in doubts)]
        return self


def _owner(box: Box) -> str:
    return box.path.removeprefix("card.")


class _Row(NamedTuple):
    """A row of a form or of one of its lists: name → cell. `labels` stand above it, `shown` is how it stands."""

    form: str
    cells: Mapping[str, str]
    labels: Sequence[Texts]
    shown: Sequence[Texts]


def forms_in(tables: Sequence[Sequence[Texts]]) -> list[Form]:
    """The forms of a workbook; none where its tables bear no names."""
    rows = list(chain.from_iterable(map(_rows, tables)))
    forms = {row.form: Form() for row in rows if "kind" in row.cells}
    for row in rows:
        forms.get(row.form, Form()).add(row)
    return list(map(Form.settled, forms.values()))


def _rows(table: Sequence[Texts]) -> Iterable[_Row]:
    """Below its head; or the one form that stands label by label below each other."""
    head = first_where(_is_head, table[:_HEAD])
    return _column(table) if head is None else _below(table, list(table).index(head))


def _column(table: Sequence[Texts]) -> list[_Row]:
    cells = {row[-1]: _beside(row) for row in filter(_is_named, table)}
    return [_Row("1", cells, (), [row[:-1] for row in table])] if cells else []


def _is_named(row: Texts) -> bool:
    return bool(row) and row[-1] in _NAMES


def _is_head(row: Texts) -> bool:
    """Nothing but names stands in it."""
    named = list(filter(None, row))
    return len(named) >= _FEWEST and all(cell in _NAMES or cell == KEY for cell in named)


def _below(table: Sequence[Texts], head: int) -> Iterator[_Row]:
    """Forms are numbered as they come; a row of a list says to which it belongs."""
    for number, row in enumerate(table[head + 1 :], start=1):
        cells = dict(zip(table[head], row, strict=False))
        form = latin_digits(cells.pop(KEY, str(number))).removesuffix(".0")
        yield _Row(form, {name: cell for name, cell in cells.items() if name in _NAMES}, table[:head], [row])


def _beside(row: Texts) -> str:
    """The value stands before the name."""
    return row[-2] if len(row) > 1 else ""

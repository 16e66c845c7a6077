"""Sheets → leaves: one for each card of a table, one for all else of a sheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from operator import itemgetter

from khedmat.core.persian import persian_digits
from khedmat.core.sequences import grouped
from khedmat.importing.readers import marks, named
from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.containers.leaf import Leaf
from khedmat.importing.readers.containers.sheets.grid import Grid, Place
from khedmat.importing.readers.containers.size import Size
from khedmat.importing.readers.original import cells
from khedmat.importing.readers.rows.cards import Card
from khedmat.importing.readers.rows.parts import parts_of
from khedmat.importing.readers.unreadable import Unreadable

MOST_CARDS, MOST_ROWS = 5000, 20_000
_MANY = "فایل بیش از {0} سطر دارد که هر کدام شناسنامهٔ یک خدمت است؛ آن را به چند فایل بخش کنید."
_LONG = "برگهٔ «{1}» بیش از {0} سطر دارد و برای یک فرم بسیار بلند است؛ آن را به چند فایل بخش کنید."


def leaves(grids: Iterable[Grid]) -> tuple[Leaf, ...]:
    """In the order of the file. Unreadable where they are more than one file may hold."""
    held = list(grids)
    return _named(held) or _unnamed(held)


def _named(grids: Sequence[Grid]) -> tuple[Leaf, ...]:
    """The forms of tables whose columns bear names of the contract."""
    forms = named.forms_in([grid.rows for grid in grids])
    return tuple(_of_card(tuple(map(Block, form.rows)))._replace(named=tuple(form.boxes)) for form in forms)


def _unnamed(grids: Iterable[Grid]) -> tuple[Leaf, ...]:
    found: list[Leaf] = []
    for leaf in chain.from_iterable(map(_leaves, grids)):
        if len(found) >= MOST_CARDS:
            raise Unreadable(_said(_MANY, MOST_CARDS))
        found.append(leaf)
    return tuple(found)


def _leaves(grid: Grid) -> Iterator[Leaf]:
    made, size = _contrasted(grid), Size()
    for part in parts_of(made):
        yield _of_rest(made, part, size) if isinstance(part, range) else _of_card(part)


def _of_card(blocks: Card) -> Leaf:
    return Leaf(Sheet(blocks), partial(cells.shown, blocks, {}), is_card=True)


def _of_rest(grid: Grid, rows: range, size: Size) -> Leaf:
    """What no row tells apart goes to the grammar in one piece: of a sheet no more than of a page."""
    if len(rows) > MOST_ROWS:
        raise Unreadable(_said(_LONG, MOST_ROWS, grid.name))
    links = grouped(grid.links, by=itemgetter(0))
    for row in rows:
        size.add(Block(tuple(filter(None, grid.rows[row]))))
    blocks = tuple(_block(grid, row, links.get(row, ())) for row in rows)
    return Leaf(Sheet(blocks), partial(cells.shown, blocks, grid.spans_in(rows)))


def _block(grid: Grid, row: int, linked: Iterable[Place]) -> Block:
    links = tuple((place[1], grid.links[place]) for place in linked)
    return Block(grid.rows[row], row in grid.gaps, links=links)


def _contrasted(grid: Grid) -> Grid:
    """Crosses are told from ticks by the whole sheet."""
    text = "\0".join(chain.from_iterable(grid.rows))
    told = marks.contrasted(text)
    if told == text:
        return grid
    each = iter(told.split("\0"))
    return replace(grid, rows=tuple(tuple(next(each) for _ in row) for row in grid.rows))


def _said(sentence: str, most: int, name: str = "") -> str:
    return sentence.format(persian_digits(f"{most:,}").replace(",", "٬"), name)

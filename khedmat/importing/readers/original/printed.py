"""Printed pages: of each its picture, over it the boxes of its blocks, below it its words.

A picture is at `PAGE` and its number, counted from 1: whoever shows it says where that is.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from html import escape
from itertools import accumulate, chain, groupby, starmap

from khedmat.core.persian import persian_digits
from khedmat.core.sequences import grouped
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers.geometry import Box, PageSize, Printed
from khedmat.importing.readers.original.spans import tight

PAGE = "page:"
_SHEET = PageSize(595, 842)  # of a page of which nothing is known

Places = tuple[tuple[Box, ...], ...]
Numbered = tuple[int, Block]


def shown(found: Printed) -> Iterator[str]:
    """Nothing of theirs but letters and numbers."""
    pages = _pages(found)
    for number, size in enumerate(found.sizes):
        here = pages.get(number, [])
        yield from _picture(number, size, map(partial(_boxes, found), here))
        yield from _words(number, [(place, found.sheet.blocks[place]) for place in here])


def _pages(found: Printed) -> dict[int, list[int]]:
    """The blocks of each page: one without a box stands where the one before it stands."""
    pages = list(accumulate(map(_last_page, found.places), max))
    return grouped(range(len(pages)), pages.__getitem__)


def _last_page(places: Places) -> int:
    return max((box.page for box in chain.from_iterable(places)), default=0)


def _picture(number: int, size: PageSize, blocks: Iterable[str]) -> Iterator[str]:
    width, height = map(round, size if size.width else _SHEET)
    name = f"صفحهٔ {persian_digits(number + 1)}"
    yield f'<div class="source-page"><img src="{PAGE}{number + 1}.png" width="{width}" height="{height}" alt="{name}" '
    yield f'loading="lazy"><svg viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">'
    yield from blocks
    yield "</svg></div>"


def _boxes(found: Printed, number: int) -> str:
    """Of a block: with the letters that stand in each, counted through the block without spaces."""
    letters = [len(tight(cell)) for cell in found.sheet.blocks[number].cells]
    cells = zip(accumulate(letters, initial=0), letters, found.places[number], strict=False)
    boxes = "".join(chain.from_iterable(starmap(_cell, cells)))
    return f'<g id="source-{number}" data-block="{number}">{boxes}</g>' if boxes else ""


def _cell(start: int, letters: int, boxes: Sequence[Box]) -> Iterator[str]:
    """Where nobody counted, each holds the whole cell."""
    counts = [box.letters for box in boxes]
    if sum(counts) != letters:
        return (_box(box, start, start + letters) for box in boxes)
    ends = accumulate(counts, initial=start)
    return (_box(box, end, end + box.letters) for box, end in zip(boxes, ends, strict=False))


def _box(box: Box, start: int, end: int) -> str:
    x, y, width, height = box.left, box.top, box.right - box.left, box.bottom - box.top
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} data-from="{start}" data-to="{end}"/>'


def _words(number: int, blocks: Sequence[Numbered]) -> Iterator[str]:
    """For who cannot see the picture."""
    yield f'<details class="source-words"><summary>نوشته‌های صفحهٔ {persian_digits(number + 1)}</summary>'
    for is_row, members in groupby(blocks, lambda one: len(one[1].cells) > 1):
        shape = _table if is_row else _lines
        yield from shape(members)
    yield "</details>"


def _table(rows: Iterable[Numbered]) -> Iterator[str]:
    yield "<table>"
    for number, row in rows:
        cells = "".join(f"<td>{_text(cell)}</td>" for cell in row.cells)
        yield f'<tr data-block="{number}">{cells}</tr>'
    yield "</table>"


def _lines(lines: Iterable[Numbered]) -> Iterator[str]:
    return (f'<div data-block="{number}">{_text(line.text)}</div>' for number, line in lines)


def _text(cell: str) -> str:
    return escape(cell).replace("\n", "<br>")

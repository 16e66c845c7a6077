"""A table of cells: its rows as they stood, merged cells over their places."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import chain
from operator import attrgetter

from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers.sheets.grid import Place, Span


def shown(blocks: Sequence[Block], spans: Mapping[Place, Span]) -> Iterator[str]:
    """One element a row. `spans`: row and column of its first place → a merged cell."""
    hidden = set(chain.from_iterable(map(attrgetter("places"), spans.values()))) - spans.keys()
    yield "<table>"
    for number, block in enumerate(blocks):
        cells = (_cell(text, spans.get((number, place))) for place, text in _seen(number, block, hidden))
        yield f'<tr id="source-{number}" data-block="{number}">{"".join(cells)}</tr>'
    yield "</table>"


def _seen(number: int, block: Block, hidden: set[Place]) -> Iterator[tuple[int, str]]:
    return ((place, text) for place, text in enumerate(block.cells) if (number, place) not in hidden)


def _cell(text: str, span: Span | None) -> str:
    return f"<td{_size(span)}>{escape(text).replace(chr(10), '<br>')}</td>"


def _size(span: Span | None) -> str:
    if span is None:
        return ""
    rows, columns = (last - first + 1 for first, last in zip(span.first, span.last, strict=True))
    return f' rowspan="{rows}" colspan="{columns}"'

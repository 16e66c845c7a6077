"""A text file: its lines as they stood."""

from collections.abc import Iterator
from html import escape

from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.containers import text as container
from khedmat.importing.readers.original.spans import tight

BAR = '<span class="source-bar"></span>'


def shown(text: str) -> Iterator[str]:
    """One element a line; drawn and empty lines are no blocks."""
    blocks = enumerate(container.sheet(text).blocks)
    yield '<div class="source-lines">'
    for line in container.lines_of(text):
        if container.is_rule(line):
            yield f"<div>{escape(line)}<br></div>"
        else:
            number, block = next(blocks)
            yield f'<div id="source-{number}" data-block="{number}">{_line(line, block)}</div>'
    yield "</div>"


def _line(line: str, block: Block) -> str:
    """As it stood; where converters left pipes and tags in it, its cells with a drawn bar between them."""
    return escape(line) if tight(line) == tight(block.text) else BAR.join(map(escape, block.cells))

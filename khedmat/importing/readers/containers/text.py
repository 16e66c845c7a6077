"""Plain text, with the few tags and Markdown marks that converters leave in it → blocks."""

import html
import re

from khedmat.importing.readers.blocks import EMPTY, TICKED, Block, Sheet
from khedmat.importing.readers.unreadable import Unreadable

MOST_LINES = 20_000
LONGEST_LINE = 20_000
_INPUT = re.compile(r"<input\b[^>]*>", re.I)
_CHECKED = re.compile(r"\bchecked\b", re.I)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/li|/h[1-6])\b[^>]*>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.I)
_COLUMNS = re.compile(r"\t|(?<=\S\S\S) {6,}(?=\S)")
_PIPES = re.compile(r"\s*\|(.*)\|\s*$")
_RULE = re.compile(r"[\s|:+=_\-–—]*$")
_BOLD = re.compile(r"\*\*|__")
_HASHES = re.compile(r"\s*(#{1,6})\s+")


def sheet(text: str) -> Sheet:
    """Lines as blocks, tabs, wide spaces and pipes as cells."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES or max(map(len, lines), default=0) > LONGEST_LINE:
        raise Unreadable(
            "فایل برای یک فرم بسیار بلند است (بیش از ۲۰٬۰۰۰ سطر یا نویسه در یک سطر)؛ هر شناسنامه را جدا بدهید."
        )
    blocks, gap = [], False
    for line in lines:
        if _RULE.match(line):
            gap = gap or not line.strip()
            continue
        blocks.append(_block(line, gap))
        gap = False
    return Sheet(tuple(blocks))


def _block(line: str, gap: bool) -> Block:
    heading = _HASHES.match(line)
    line = line[heading.end() :] if heading else line
    piped = _PIPES.match(line)
    raw = piped[1].split("|") if piped else _COLUMNS.split(line.strip(" "))
    cells = tuple(_plain(cell) for cell in raw)
    return Block(cells, gap, len(heading[1]) if heading else 0)


def _plain(cell: str) -> str:
    if "<" in cell or "&" in cell:
        cell = _INPUT.sub(lambda tag: f" {TICKED if _CHECKED.search(tag.group()) else EMPTY} ", cell)
        cell = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", cell)))
    return _BOLD.sub("", cell).strip()

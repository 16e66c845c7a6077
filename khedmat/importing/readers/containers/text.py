"""Plain text, with the few tags and Markdown marks that converters leave in it → blocks."""

import html
import re
from collections.abc import Iterator

from khedmat.importing.readers import marks
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
    return Sheet(tuple(_blocks(lines_of(text))))


def lines_of(text: str) -> list[str]:
    """All lines, their crosses told from their ticks."""
    lines = marks.contrasted(text).splitlines()
    _refuse_long(lines)
    return lines


def is_rule(line: str) -> bool:
    """A drawn or an empty line: no block."""
    return _RULE.match(line) is not None


def _refuse_long(lines: list[str]) -> None:
    """Before any grammar looks at them: a line without end is no form."""
    if len(lines) > MOST_LINES or max(map(len, lines), default=0) > LONGEST_LINE:
        raise Unreadable(
            "فایل برای یک فرم بسیار بلند است (بیش از ۲۰٬۰۰۰ سطر یا نویسه در یک سطر)؛ هر شناسنامه را جدا بدهید."
        )


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Drawn rules are left out; only a line without anything is a gap."""
    gap = False
    for line in lines:
        if is_rule(line):
            gap |= not line.strip()
        else:
            yield _block(line, gap)
            gap = False


def _block(line: str, gap: bool) -> Block:
    heading = _HASHES.match(line)
    if heading:
        return Block(_cells(line[heading.end() :]), gap, len(heading[1]))
    return Block(_cells(line), gap)


def _cells(line: str) -> tuple[str, ...]:
    piped = _PIPES.match(line)
    return tuple(map(_plain, piped[1].split("|") if piped else _COLUMNS.split(line.strip(" "))))


def _plain(cell: str) -> str:
    """Without tags and bold marks; most cells have neither and are not searched for them."""
    if "<" in cell or "&" in cell:
        cell = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", _INPUT.sub(_mark, cell))))
    return _BOLD.sub("", cell).strip()


def _mark(box: re.Match[str]) -> str:
    return f" {TICKED if _CHECKED.search(box.group()) else EMPTY} "

"""Plain text, with the few tags and Markdown marks that converters leave in it → blocks."""

import html
import re
from collections.abc import Iterator

from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import EMPTY, TICKED, Block, Sheet
from khedmat.importing.readers.containers import columns, markdown
from khedmat.importing.readers.containers.size import Size
from khedmat.importing.readers.unreadable import Unreadable

MOST_LINES = 20_000
LONGEST_LINE = 20_000
_INPUT = re.compile(r"<input\b[^>]*>", re.I)
_CHECKED = re.compile(r"\bchecked\b", re.I)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/li|/h[1-6])\b[^>]*>", re.I)
_NAMES = (  # of the tags that converters leave in text; any other word between angle brackets was written there
    r"html|head|body|title|meta|link|style|script|main|nav|header|footer|section|article|aside|div|p|span|br|hr|wbr|h[1-6]"
    r"|table|caption|colgroup|col|thead|tbody|tfoot|tr|t[dh]|[uod]l|li|d[td]|form|fieldset|legend|label|input|button|select"
    r"|option|textarea|a|img|figure|figcaption|b|i|u|s|em|strong|small|big|su[bp]|font|center|mark|ins|del|strike|tt|code"
    r"|kbd|pre|blockquote|q|cite|abbr|address|details|summary|o:p"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?=[\s/>])[^<>]{{0,300}}>", re.I)
_PIPES = re.compile(r"\s*\|(.*)\|\s*$")
_BETWEEN = re.compile(r"(?<!\\)\|")
_LINK = re.compile(
    r"""\[([^\[\]\n]{0,300})\]\((https?://[^()\s]{1,2000})[^()\n]{0,200}\)|<a\b[^<>]{0,300}?href=["'](https?://[^"'<>]+)"""
)
_BARE_LINK = re.compile(r"<(https?://[^<>\s]+)>")
_RULE = re.compile(r"(?:[\s|:+=_`~\-–—]*|\s*\*{3,}\s*)$")
_BOLD = re.compile(r"\*\*|__")
_HASHES = re.compile(r"\s*(#{1,6})\s+")


def sheet(text: str) -> Sheet:
    """Lines as blocks, tabs, wide spaces and pipes as cells."""
    return Sheet(tuple(_blocks(lines_of(text))))


def lines_of(text: str) -> list[str]:
    """All lines, their crosses told from their ticks."""
    lines = markdown.with_plain_tables(marks.contrasted(text)).splitlines()
    _refuse_long(lines)
    return markdown.undressed(lines) if markdown.is_markdown(text) else lines


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
    gap, column, size = False, 0, Size()
    for line in lines:
        if is_rule(line):
            gap |= not line.strip()
        else:
            block = _block(line, gap, column)
            size.add(block)
            yield block
            gap, column = False, columns.second_of(line) or column


def _block(line: str, gap: bool, column: int) -> Block:
    heading = _HASHES.match(line)
    cells = _cells(line[heading.end() :] if heading else line, column)
    spaced = "\t" not in line and "|" not in line
    return Block(tuple(map(_plain, cells)), gap, len(heading[1]) if heading else 0, _links(cells), spaced)


def _cells(line: str, column: int) -> list[str]:
    """`column`: where the second of two columns began last."""
    piped = _PIPES.match(line)
    return _BETWEEN.split(piped[1]) if piped else columns.cells_of(line, column)


def _links(cells: list[str]) -> tuple[tuple[int, str], ...]:
    """The addresses behind words, which the words do not show."""
    found = ((place, address) for place, cell in enumerate(cells) for address in _addresses(cell))
    return tuple(found)


def _addresses(cell: str) -> Iterator[str]:
    return (link[2] or link[3] for link in _LINK.finditer(cell)) if "http" in cell else iter(())


def _plain(cell: str) -> str:
    """Without tags and bold marks; most cells have neither and are not searched for them."""
    if "http" in cell:
        cell = _BARE_LINK.sub(r"\1", _LINK.sub(_words, cell))
    if "<" in cell or "&" in cell:
        cell = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", _INPUT.sub(_mark, cell))))
    return _BOLD.sub("", cell).replace(r"\|", "|").strip()


def _words(link: re.Match[str]) -> str:
    """Of Markdown those in its brackets; a tag of HTML is taken off later."""
    return link[1] if link[2] else link[0]


def _mark(box: re.Match[str]) -> str:
    return f" {TICKED if _CHECKED.search(box.group()) else EMPTY} "

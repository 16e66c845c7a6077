"""What Markdown puts around the words of a form, a line at a time: no line is lost and none is added."""

import re
from collections.abc import Iterator
from itertools import islice

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers import html
from khedmat.importing.readers.containers.html.boxes import said_by, shown_by

_BOLD = r"\*\*(?=\S)[^*\n]+(?<=\S)\*\*"
_SIGNS = re.compile(rf"^#{{1,6}} +\S|^\s*[-*+] \[[ xX]\]|{_BOLD}|\]\(https?://", re.M)
_PARTING = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$")  # between the head of a table and its rows
_ITEM = re.compile(r"^(\s*)[-*+] +(?=\[[ xX]\] )|^(\s*)[*+] +")
_QUOTED = re.compile(r"^\s*(?:> ?)+")
_ANSWER = re.compile(r"^\s*: +")
_SLANTED = re.compile(r"(?<![\w*\\])([*_])(?=[\w«])([^*_\n]{1,300}?)(?<=[\w».!؟:،)])\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~-])")
_PICTURE = re.compile(r"!\[([^\[\]]{0,200})\]\(([^()\s]{0,500})[^()]{0,200}\)")
_TABLE = re.compile(r"<(/?)table\b[^<>]*>", re.I)
_MOST_TABLES = 500


def is_markdown(text: str) -> bool:
    """By headings, tasks, bold words, links or the rule below the head of a table."""
    return _SIGNS.search(text) is not None or any(map(_PARTING.match, text.splitlines()))


def with_plain_tables(text: str) -> str:
    """Tables of HTML as rows between pipes."""
    pieces, end = [], 0
    for begin, behind in islice(_tables(text), _MOST_TABLES):
        pieces += [text[end:begin], _rows(text[begin:behind])]
        end = behind
    return "".join([*pieces, text[end:]])


def undressed(lines: list[str]) -> list[str]:
    """Of Markdown: items, quotations, slanted words and pictures as plain text; rows of tables between pipes."""
    rows = _table_rows(lines)
    return [_undressed(_between_pipes(line) if number in rows else line) for number, line in enumerate(lines)]


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends; one that never ends is none, or each would be looked for to the end of the text."""
    begin = -1
    for tag in _TABLE.finditer(text):
        if tag[1] and begin >= 0:
            yield begin, tag.end()
            begin = -1
        elif not tag[1] and begin < 0:
            begin = tag.start()


def _rows(table: str) -> str:
    rows = (f"| {' | '.join(map(_as_cell, block.cells))} |" for block in html.sheet(table).blocks)
    return "\n".join(["", *rows, ""])


def _as_cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", "<br>")


def _table_rows(lines: list[str]) -> set[int]:
    """The heads of tables and what stands below their rules."""
    rows: set[int] = set()
    is_open = False
    for number, line in enumerate(lines):
        if _PARTING.match(line):
            is_open = True
            rows.add(number - 1)
        elif is_open and "|" in line:
            rows.add(number)
        else:
            is_open = False
    return rows


def _between_pipes(line: str) -> str:
    """Both at its ends may be left out."""
    bare = line.strip()
    begin, end = "" if bare.startswith("|") else "| ", "" if _ends_with_pipe(bare) else " |"
    return f"{begin}{bare}{end}" if "|" in bare else line


def _ends_with_pipe(line: str) -> bool:
    return line.endswith("|") and not line.endswith("\\|")


def _undressed(line: str) -> str:
    line = _ANSWER.sub("", _ITEM.sub(_item, _QUOTED.sub("", line)))
    if "![" in line:
        line = _PICTURE.sub(_picture, line)
    if "*" in line or "_" in line:
        line = _SLANTED.sub(r"\2", line)
    return _ESCAPED.sub(r"\1", line) if "\\" in line else line


def _item(found: re.Match[str]) -> str:
    """A task has a box of its own."""
    return found[1] if found[1] is not None else f"{found[2]}• "


def _picture(found: re.Match[str]) -> str:
    shown = (said_by(found[1]), shown_by(found[1]), shown_by(found[2].rpartition("/")[2].rpartition(".")[0]))
    told = next((one for one in shown if one is not None), None)
    return found[1] if told is None else (EMPTY, TICKED)[told]

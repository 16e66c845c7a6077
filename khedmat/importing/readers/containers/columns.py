"""Cells of a line of text: tabs and wide spaces part them, and what goes on below in the second column is of it."""

import re

_WIDE = r"(?<=\S\S\S) {6,}(?=\S)"
_COLUMNS = re.compile(rf"\t|{_WIDE}")
_SPACES = re.compile(_WIDE)
_LED = re.compile(r"([^:؟?.…\t|]{3,60})([.…]{5,}\s*[^.…\s][^.…]{3,}(?:[.…][^.…]+)*)")  # «نام خدمت ....... صدور پروانه»
_GAP_AT_END = re.compile(r"(?:^|\S) {2,}$")


def second_of(line: str) -> int:
    """Where the second of two columns begins; 0 where a line has no two."""
    gaps = list(_SPACES.finditer(line))
    return gaps[0].end() if len(gaps) == 1 else 0


def cells_of(line: str, column: int) -> list[str]:
    """`column`: where the second one began in a line above, 0 for nowhere."""
    led = _LED.fullmatch(line)
    cells = list(led.groups()) if led else _COLUMNS.split(line.strip(" "))
    goes_on = len(cells) == 1 and column and line[column : column + 1].strip() and _GAP_AT_END.search(line[:column])
    return [line[:column], line[column:]] if goes_on else cells

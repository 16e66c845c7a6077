"""CSV and its like → cells: the separator is told by what the first records hold, whatever the file is called."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice

from khedmat.core.sequences import first
from khedmat.importing.readers.containers.sheets.grid import Grid, grid, refuse_more_than
from khedmat.importing.readers.unreadable import Unreadable

_SEPARATORS = "\t;,|"
_LOOKED_AT = 50  # records
_SHARE = 0.9  # of the records have as many cells as the first
_SAID = re.compile(r"sep=(.)\r?\n", re.I)  # Excel's own way to say it
_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.S)  # Excel's way to keep an ID from becoming a number
_BROKEN = "جدول این فایل درست نیست (گیومه‌ای باز مانده است)؛ آن را در Excel باز کنید و دوباره به صورت CSV ذخیره کنید."

Record = list[str]


def separator_of(text: str) -> str | None:
    """Between the cells of a text that is a table; None for what is none."""
    if said := _SAID.match(text):
        return said[1]
    widths = {separator: _width(text, separator) for separator in _SEPARATORS if separator in text}
    best = max(widths, key=lambda separator: widths[separator], default=None)
    return best if best and widths[best] > 1 else None


def is_named(name: str) -> bool:
    return name.lower().endswith((".csv", ".tsv", ".tab"))


def grid_of(text: str, separator: str) -> Grid:
    """Unreadable where it is broken or larger than any list of cards."""
    said = _SAID.match(text)
    cells: dict[tuple[int, int], str] = {}
    try:
        for row, record in enumerate(_records(text[said.end() if said else 0 :], separator)):
            cells |= _cells(row, record)
            refuse_more_than(len(cells))
    except csv.Error:
        raise Unreadable(_BROKEN) from None
    return grid("", cells)


def _cells(row: int, record: Record) -> dict[tuple[int, int], str]:
    texts = zip(count(), map(_plain, record), strict=False)
    return {(row, column): text for column, text in texts if text}


def _records(text: str, separator: str) -> Iterator[Record]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _width(text: str, separator: str) -> int:
    """How many cells the first records have; 0 where they do not agree."""
    try:
        found = list(map(len, filter(any, islice(_records(text, separator), _LOOKED_AT))))
    except csv.Error:
        return 0
    width, times = first(Counter(found).most_common(1)) or (0, 0)
    return width if 1 < len(found) <= times / _SHARE else 0


def _plain(cell: str) -> str:
    kept = _KEPT_AS_TEXT.fullmatch(cell)
    return (kept[1] if kept else cell).strip()

"""Cells of tables that a spreadsheet opens: nothing in them is reckoned."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes Persian for another encoding
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
LONGEST = 32_767  # characters of a cell, in any program that makes them
MOST_ROWS = 1_048_575  # of a sheet, below its head
# What a form says becomes no formula, no link and no number in a workbook that xlsxwriter makes.
PLAIN = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
# The day of the form: a file says nothing of the machine that wrote it, and the same things give the same bytes.
CREATED = datetime(2014, 9, 1, tzinfo=UTC)
RECKONED = ("=", "+", "-", "@", "\t", "\r")


def inert(row: Iterable[object]) -> list[object]:
    return [f"'{cell}" if _is_reckoned(cell) else cell for cell in row]


def _is_reckoned(cell: object) -> bool:
    """Words that somebody wrote and that begin like a formula; a negative number is what it looks like."""
    return isinstance(cell, str) and cell.startswith(RECKONED) and not NUMBER.fullmatch(cell)

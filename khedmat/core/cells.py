"""Cells of tables that a spreadsheet opens: nothing in them is reckoned."""

import re
from collections.abc import Iterable

BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes Persian for another encoding
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
RECKONED = ("=", "+", "-", "@", "\t", "\r")


def inert(row: Iterable[object]) -> list[object]:
    return [f"'{cell}" if _is_reckoned(cell) else cell for cell in row]


def _is_reckoned(cell: object) -> bool:
    """Words that somebody wrote and that begin like a formula; a negative number is what it looks like."""
    return isinstance(cell, str) and cell.startswith(RECKONED) and not NUMBER.fullmatch(cell)

"""A table to take away, as spreadsheets open it: Persian headings, unknown cells empty, nothing that is reckoned."""

import csv
import re
from collections.abc import Iterable

from django.http import HttpResponse

BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes Persian for another encoding
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
RECKONED = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(name: str, headings: Iterable[object], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """The file `name`; None is an empty cell."""
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    out = csv.writer(answer)
    out.writerow(headings)
    out.writerows(map(_inert, rows))
    return answer


def _inert(row: Iterable[object]) -> list[object]:
    return [f"'{cell}" if _is_reckoned(cell) else cell for cell in row]


def _is_reckoned(cell: object) -> bool:
    """Words that somebody wrote and that begin like a formula; a negative number is what it looks like."""
    return isinstance(cell, str) and cell.startswith(RECKONED) and not NUMBER.fullmatch(cell)

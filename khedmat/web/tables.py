"""A table to take away, as spreadsheets open it: Persian headings, unknown cells empty, nothing that is reckoned."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse

from khedmat.core.cells import BYTE_ORDER_MARK, inert


def csv_answer(name: str, headings: Iterable[object], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """The file `name`; None is an empty cell."""
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    out = csv.writer(answer)
    out.writerow(headings)
    out.writerows(map(inert, rows))
    return answer

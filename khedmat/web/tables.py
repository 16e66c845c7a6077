"""A table to take away, as spreadsheets open it: Persian headings, unknown cells empty, nothing that is reckoned."""

import csv
from collections.abc import Callable, Iterable
from io import BytesIO

from django.http import Http404, HttpResponse
from xlsxwriter import Workbook

from khedmat.core.cells import BYTE_ORDER_MARK, CREATED, LONGEST, MOST_ROWS, PLAIN, inert

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24  # characters of a column


def csv_answer(name: str, headings: Iterable[object], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """The file `name`; None is an empty cell."""
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    out = csv.writer(answer)
    out.writerow(headings)
    out.writerows(map(inert, rows))
    return answer


def xlsx_answer(name: str, headings: Iterable[object], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """The same as a workbook, right to left below a frozen head."""
    file, lines = BytesIO(), [list(headings), *rows]
    with Workbook(file, PLAIN) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet()
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(lines[0]) - 1, WIDTH)
        for place, cells in enumerate(lines[: MOST_ROWS + 1]):
            sheet.write_row(place, 0, map(_kept, cells))
    answer = HttpResponse(file.getvalue(), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


ANSWERS: dict[str, Callable[..., HttpResponse]] = {"csv": csv_answer, "xlsx": xlsx_answer}


def table_answer(name: str, kind: str, *, headings: Iterable[object], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """As the address asks for it; another kind of file is not there."""
    if kind not in ANSWERS:
        raise Http404
    return ANSWERS[kind](f"{name}.{kind}", headings, rows)


def _kept(cell: object) -> object:
    """A number as a number, nothing as nothing, all else as words that fit."""
    return cell if cell is None or isinstance(cell, int) else str(cell)[:LONGEST]

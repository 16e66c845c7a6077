"""Forms → the bytes of an XLSX file."""

from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import Any

from khedmat.cards.form import Document
from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.paper import for_public
from khedmat.cards.printing.sheets.cells import Said, said_in
from khedmat.cards.printing.sheets.columns import CARD, KEY, LISTS, PAPER, PRIVATE, Column, List
from khedmat.cards.printing.sheets.formats import Formats, width_of
from khedmat.core.cells import CREATED, LONGEST, PLAIN
from khedmat.core.persian import persian_digits

_OPTIONS = PLAIN | {"in_memory": True}
_HEADS = 3  # rows of a head: groups, labels, names of the contract
_FIRST = "شناسنامه‌ها"


def xlsx_of(documents: Sequence[Document], *, is_whole: bool = False) -> bytes:
    """One form label by label below each other; several a row each. `is_whole`: with the accounts and the fillers."""
    out = BytesIO()
    forms = [Filled(document if is_whole else for_public(document), is_whole=is_whole) for document in documents]
    with import_module("xlsxwriter").Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": _FIRST, "created": CREATED})
        formats = Formats(book)
        _first_sheet(book, formats, forms)
        for one in LISTS:
            _list(book, formats, (one, forms))
    return out.getvalue()


def _first_sheet(book: Any, formats: Formats, forms: Sequence[Filled]) -> None:
    sheet = _sheet(book, _FIRST)
    cards = CARD if any(map(_has_card, forms)) else ()
    shown = _shown([*cards, *PAPER], forms)
    if len(forms) == 1:
        _below(sheet, formats, (shown, forms[0]))
    else:
        _beside(sheet, formats, (shown, [[said_in(form, column.name) for column in shown] for form in forms]))


def _has_card(form: Filled) -> bool:
    return form.document.card is not None


def _shown(columns: Sequence[Column], forms: Sequence[Filled]) -> list[Column]:
    """Without the private ones in a file for the public."""
    return [column for column in columns if forms[0].is_whole or not column.name.startswith(PRIVATE)]


def _sheet(book: Any, name: str) -> Any:
    sheet = book.add_worksheet(name)
    sheet.right_to_left()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    return sheet


def _below(sheet: Any, formats: Formats, form: tuple[Sequence[Column], Filled]) -> None:
    """A row a box."""
    for column, width in enumerate((26, 38, 80, 34)):
        sheet.set_column(column, column, width)
    for column, label in enumerate(("بخش", "خانه", "مقدار", "نام خانه در قرارداد")):
        sheet.write_string(0, column, label, formats.head)
    sheet.freeze_panes(1, 0)
    for row, box in enumerate(form[0], start=1):
        sheet.write_string(row, 0, box.group, formats.name)
        sheet.write_string(row, 1, box.label, formats.label)
        _write(sheet, (row, 2), (said_in(form[1], box.name), formats.cell))
        sheet.write_string(row, 3, box.name, formats.name)


def _beside(sheet: Any, formats: Formats, table: tuple[Sequence[Column], Sequence[Sequence[Said]]]) -> None:
    """A row a form, or a row of one of its lists, under a head of three rows."""
    columns, rows = table
    _head(sheet, formats, columns)
    sheet.freeze_panes(_HEADS, 1)
    for number, row in enumerate(rows, start=_HEADS):
        for place, said in enumerate(row):
            _write(sheet, (number, place), (said, formats.cell))


def _head(sheet: Any, formats: Formats, columns: Sequence[Column]) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, width_of(column.name))
        sheet.write_string(1, place, column.label, formats.head)
        sheet.write_string(2, place, column.name, formats.name)
    place = 0
    for group, inside in groupby(columns, key=attrgetter("group")):
        last = place + len(list(inside)) - 1
        if group and last > place:
            sheet.merge_range(0, place, 0, last, group, formats.head)
        elif group:
            sheet.write_string(0, place, group, formats.head)
        place = last + 1


def _list(book: Any, formats: Formats, of: tuple[List, Sequence[Filled]]) -> None:
    """The rows of a list of all forms; no sheet where there are none."""
    one, forms = of
    columns = _shown(one.columns, forms)
    rows = [
        [persian_digits(number), *(said_in(form, column.name.replace("*", str(row))) for column in columns)]
        for number, form in enumerate(forms, start=1)
        for row in range(form.count(one.path))
    ]
    if rows:
        _beside(_sheet(book, one.sheet), formats, ([Column(KEY, "ردیف شناسنامه"), *columns], rows))


def _write(sheet: Any, place: tuple[int, int], said: tuple[Said, Any]) -> None:
    """A text is written as a text, whatever sign it begins with."""
    value, look = said
    if isinstance(value, str):
        sheet.write_string(*place, value[:LONGEST], look)
    elif value is not None:
        sheet.write_number(*place, value, look)
    else:
        sheet.write_blank(*place, None, look)

"""Forms as spreadsheets: a label beside its answer, above it, before a colon, over merged cells; or a card a row."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from bench.forms.printing import Flat

Layout = Callable[[Worksheet, int, Flat], int]
CREATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same seed gives the same bytes
WIDTH = 6  # columns that a merged cell covers


def beside(sheet: Worksheet, row: int, flat: Flat) -> int:
    """The answer in the next cell, its lines in it."""
    sheet.write_row(row, 1, (flat.label, "\n".join(flat.lines)))
    return row + 1


def before_colon(sheet: Worksheet, row: int, flat: Flat) -> int:
    sheet.write_string(row, 1, f"{flat.label}: " + "\n".join(flat.lines))
    return row + 1


def above(sheet: Worksheet, row: int, flat: Flat) -> int:
    """A cell for each line."""
    for number, line in enumerate((flat.label, *flat.lines)):
        sheet.write_string(row + number, 1, line)
    return row + 1 + len(flat.lines)


def merged(sheet: Worksheet, row: int, flat: Flat) -> int:
    """The label over all rows of its answer, each of them over many columns."""
    lines = flat.lines or ("",)
    if len(lines) > 1:
        sheet.merge_range(row, 1, row + len(lines) - 1, 1, flat.label)
    else:
        sheet.write_string(row, 1, flat.label)
    for number, line in enumerate(lines):
        sheet.merge_range(row + number, 2, row + number, 1 + WIDTH, line)
    return row + len(lines)


LAYOUTS: dict[str, Layout] = {"beside": beside, "before colon": before_colon, "above": above, "merged": merged}
A_ROW = "a row"


def written(rows: list[Flat], rng: Random) -> tuple[str, bytes]:
    """The name of a random layout and the file. A card of nothing but labels and answers may also be a row."""
    name, data = rng.choice([*sorted(LAYOUTS), *[A_ROW] * _is_plain_card(rows)]), io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.set_properties({"created": CREATED})
        fill = _as_row if name == A_ROW else _as_page(LAYOUTS[name], rng)
        fill(book.add_worksheet(), rows)
    return name, data.getvalue()


def _is_plain_card(rows: list[Flat]) -> bool:
    """The labels of a permit do not speak of services."""
    return all(row.kind == "pair" for row in rows) and sum("خدمت" in row.label for row in rows) > 3


def _as_row(sheet: Worksheet, rows: list[Flat]) -> None:
    for column, flat in enumerate(rows):
        sheet.write_column(0, column, (flat.label, "\n".join(flat.lines)))


def _as_page(layout: Layout, rng: Random) -> Callable[[Worksheet, list[Flat]], None]:
    ways = {"pair": layout, "table": _table}

    def fill(sheet: Worksheet, rows: list[Flat]) -> None:
        row = rng.randrange(3)
        for flat in rows:
            row = ways.get(flat.kind, _line)(sheet, row, flat) + (rng.random() < 0.1)

    return fill


def _line(sheet: Worksheet, row: int, flat: Flat) -> int:
    sheet.write_string(row, 1, flat.label)
    return row + 1


def _table(sheet: Worksheet, row: int, flat: Flat) -> int:
    for number, cells in enumerate(flat.rows):
        sheet.write_row(row + number, 1, cells)
    return row + len(flat.rows) + 1

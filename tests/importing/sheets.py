"""A workbook as its reader sees it."""

from pathlib import Path

from python_calamine import CalamineWorkbook

Rows = list[dict[str, object]]


def sheets(path: Path) -> list[Rows]:
    """Each sheet as its rows by the words of the head."""
    book = CalamineWorkbook.from_path(str(path))
    return [_rows(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]


def _rows(lines: list[list[object]]) -> Rows:
    head, *rows = lines
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]

"""Inside a confined child: the sheets of a workbook as JSON. Imported there only: what it reads with is native."""

import io
import json
import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.sheets.grid import MOST_CELLS, refuse_many
from khedmat.importing.readers.containers.sheets.xlsx.numbers import plain
from khedmat.importing.readers.unreadable import LOCKED, Unreadable

_BROKEN = "این فایل صفحه‌گسترده خراب است و باز نمی‌شود؛ آن را در Excel باز کنید و به صورت xlsx ذخیره کنید."


def read(data: bytes) -> bytes:
    """The sheets that somebody sees. Unreadable where they are broken or locked, or larger than any list of cards."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        return json.dumps(list(_sheets(map(book.get_sheet_by_name, names)))).encode()
    except PasswordError:
        raise Unreadable(LOCKED) from None
    except CalamineError:
        raise Unreadable(_BROKEN) from None


def _sheets(found: Iterator[Any]) -> Iterator[dict[str, Any]]:
    left = MOST_CELLS
    for sheet in found:
        cells = list(_cells(sheet))
        left -= len(cells)
        if left < 0:
            refuse_many()
        spans = ((*first, *last) for first, last in sheet.merged_cell_ranges or ())
        yield {"name": sheet.name, "cells": cells, "spans": list(spans)}


def _cells(sheet: Any) -> Iterator[tuple[int, int, str]]:
    top, left = sheet.start or (0, 0)
    for row, cells in enumerate(sheet.iter_rows(), start=top):
        for column, value in enumerate(cells, start=left):
            if text := _text(value).strip():
                yield row, column, text


def _text(value: object) -> str:
    return next((write(value) for kind, write in _WRITING.items() if isinstance(value, kind)), "")


def _number(value: float) -> str:
    return plain(value) if math.isfinite(value) else ""


def _hours(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


_WRITING: dict[type, Any] = {  # the narrower kinds first
    str: str,
    bool: lambda value: TICKED if value else EMPTY,
    int: str,
    float: _number,
    datetime: lambda value: value.date().isoformat(),
    date: date.isoformat,
    time: lambda value: f"{value:%H:%M}",
    timedelta: _hours,
}

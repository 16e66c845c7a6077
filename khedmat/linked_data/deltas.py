"""The files of a delta: what came or changed as it stands now, what went by its number."""

import csv
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from xlsxwriter import Workbook

from khedmat.core.cells import CREATED, LONGEST, MOST_ROWS, PLAIN
from khedmat.linked_data.datasets import SERVICES
from khedmat.linked_data.parts import Kept
from khedmat.linked_data.sheets import record_line
from khedmat.linked_data.texts import FILES

DELTA = "services.delta"
TABLE, RECORDS, TRIPLES = "services.csv", "services.jsonl", "services.nt"
ENDED = "<http://www.w3.org/2002/07/owl#deprecated>"  # said of a service that is no longer published
TRUE = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
WORDS = {"added": "تازه", "changed": "دگرگون‌شده", "removed": "برداشته‌شده"}
OPTIONS = PLAIN | {"constant_memory": True}
Gone = Callable[[str], str]


def _record(number: str) -> str:
    return record_line({"number": number, "removed": True})


def _ended(number: str) -> str:
    return f"<{settings.SITE_URL}/id/service/{number}> {ENDED} {TRUE} .\n"


LINES: dict[str, Gone] = {RECORDS: _record, TRIPLES: _ended}


class Deltas:
    """Open until their stack is closed, while one service after another comes."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        sources = {name: stack.enter_context((folder / name).open("rb")) for name in (TABLE, *LINES)}
        self._sources = sources
        self._lines = {
            name: stack.enter_context((folder / f"{DELTA}.{name.rpartition('.')[2]}").open("wb")) for name in LINES
        }
        book = stack.enter_context(Workbook(str(folder / f"{DELTA}.xlsx"), OPTIONS))
        self._sheet = _Sheet(book)

    def put(self, what: str, one: Kept | None, *, number: str) -> None:
        """`one`: as it stands in the files of now; None of what went."""
        for name, file in self._lines.items():
            file.write(_part(self._sources[name], name, one) if one else LINES[name](number).encode())
        self._sheet.put([WORDS[what], *(self._row(one) if one else [number])])

    def _row(self, one: Kept) -> Sequence[str]:
        """As in the table, which a part of it is a line of."""
        (row,) = csv.reader(_part(self._sources[TABLE], TABLE, one).decode().splitlines(keepends=True))
        return row


def _part(source: IO[bytes], name: str, one: Kept) -> bytes:
    at = FILES.index(name)
    source.seek(one.starts[at])
    return source.read(one.sizes[at])


class _Sheet:
    """Row after row, right to left; memory holds one."""

    def __init__(self, book: Any) -> None:
        book.set_properties({"title": SERVICES.title, "created": CREATED})
        self._sheet, self._rows = book.add_worksheet("تفاوت‌ها"), 0
        self._sheet.right_to_left()
        self._sheet.freeze_panes(1, 0)
        self._write(["چه شد", *SERVICES.columns.values()])

    def put(self, row: Sequence[str]) -> None:
        """What a sheet cannot hold is in the other files."""
        if self._rows <= MOST_ROWS:
            self._write(row)

    def _write(self, row: Sequence[str]) -> None:
        for place, text in enumerate(row):
            self._sheet.write_string(self._rows, place, text[:LONGEST])
        self._rows += 1

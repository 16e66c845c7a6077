"""An import told to a workbook while it goes on: findings as documents are read, outcomes as they come."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from khedmat.cards.rules.engine import check
from khedmat.importing import paper, workbook
from khedmat.importing.options import Misused
from khedmat.importing.outcome import Result
from khedmat.importing.row import Row

NO_PLACE = _("گزارش را نمی‌توان در «%(path)s» نوشت (%(why)s)؛ نشانی دیگری با --report بدهید.")
WRITTEN = _("نوشته شد")


@dataclass
class Telling:
    """What a report hears of; no report hears nothing. `is_begun`: whether there is anything to keep."""

    report: workbook.Report | None = None
    is_begun: bool = False

    def look(self, papers: Sequence[paper.Paper]) -> None:
        if self.report:
            self.is_begun = True
            for one in papers:
                if one.document and not one.problem:
                    found = (workbook.Found(*astuple(finding)) for finding in check(one.document))
                    self.report.found(workbook.Paper(str(one.path), one.part, one.title, one.code), found)

    def became(self, result: Result) -> None:
        if self.report:
            row = result.row
            about = workbook.Paper(str(row.path), row.part, row.title, row.code)
            self.report.became(about, workbook.Became(_what(result), row.reason, row.changed, _counts(row)))


def _what(result: Result) -> str:
    return f"{result.row.what.label}: {WRITTEN}" if result.is_written else str(result.row.what.label)


def _counts(row: Row) -> list[int]:
    """Nothing is counted of what is not written."""
    return [*(row.findings.get(code, 0) for code in workbook.SEVERITIES), row.doubts] if row.writes else []


@contextmanager
def reporting(path: str | None) -> Iterator[Telling]:
    """Misused where it cannot be written, before anything is read. A stop half-way leaves what was told so far."""
    if path is None:
        yield Telling()
        return
    aside = Path(f"{path}.part")
    try:
        file = aside.open("wb")
    except OSError as error:
        raise Misused(NO_PLACE % {"path": path, "why": error.strerror}) from None
    telling = Telling()
    try:
        with file, workbook.Report(file) as telling.report:
            yield telling
    finally:
        os.replace(aside, path) if telling.is_begun else aside.unlink()

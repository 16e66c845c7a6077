"""What was found and what became of each file, as a workbook: a row a finding, a row a document. Right to left."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from khedmat.cards.guide import heading_for
from khedmat.cards.rules.labels import field_label
from khedmat.core.cells import MOST_ROWS, PLAIN
from khedmat.core.persian import persian_digits

LONGEST_CELL = 32_000  # characters; a longer one is lost without a word
CUT = _("ردیف‌های بیشتر در این برگه جا نشد؛ دسته را به چند بخش کوچک‌تر کنید.")
SEVERITIES = {"B": _("مانع انتشار"), "A": _("پاسخ لازم"), "N": _("یادآوری")}
OPTIONS = PLAIN | {"constant_memory": True, "in_memory": False}
Heads = Sequence[tuple[Promise, int]]  # with their width in characters
FINDINGS: Heads = (
    *((_("پرونده"), 34), (_("سند"), 6), (_("عنوان خدمت"), 40), (_("شناسهٔ خدمت"), 14), (_("بخش فرم"), 9)),
    *((_("خانه"), 30), (_("شدت"), 12), (_("یافته"), 60), (_("چاره"), 60), (_("قاعده"), 8)),
)
FILES: Heads = (
    *((_("پرونده"), 34), (_("سند"), 6), (_("عنوان"), 40), (_("شناسهٔ خدمت"), 14), (_("چه شد"), 16), (_("چرا"), 60)),
    *((_("خانه‌های دیگرگون"), 40), (_("مانع"), 8), (_("پاسخ لازم"), 10), (_("یادآوری"), 10), (_("خوانش نامطمئن"), 14)),
)


class Paper(NamedTuple):
    """A document by its file, its number in it, its title and ID."""

    name: str
    part: int
    title: str
    code: str

    @property
    def cells(self) -> list[str]:
        return [self.name, persian_digits(self.part + 1), self.title, self.code]


class Found(NamedTuple):
    """A finding of the rules."""

    rule: str
    severity: str
    field: str
    message: str
    fix: str

    @property
    def cells(self) -> list[str]:
        heading = heading_for(self.field)
        section = persian_digits(heading.number) if heading else ""
        label = field_label(self.field) or self.field
        return [section, label, str(SEVERITIES[self.severity]), self.message, self.fix, self.rule]


class Became(NamedTuple):
    """What became of a document, and why; `counts` of blockers, answers, notes, doubts."""

    what: str
    reason: str
    changed: Sequence[str] = ()
    counts: Sequence[int] = ()

    @property
    def cells(self) -> list[str | int]:
        changed = dict.fromkeys(field_label(path) or path for path in self.changed)
        return [self.what, self.reason, "، ".join(changed), *self.counts]


class Sheet:
    """Rows below a frozen head, each written once and then forgotten."""

    def __init__(self, sheet: Worksheet, heads: Heads, book: Workbook) -> None:
        self.sheet, self.last, self.width = sheet, 0, len(heads)
        self.text = book.add_format({"text_wrap": True, "valign": "top", "align": "right", "reading_order": 2})
        head = book.add_format({"bold": True, "bg_color": "#E5F0ED", "bottom": 1, "align": "right"})
        sheet.right_to_left()
        sheet.freeze_panes(1, 1)
        for column, (title, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, str(title), head)

    def add(self, cells: Iterable[str | int]) -> None:
        if self.last == MOST_ROWS:
            return
        self.last += 1
        for column, cell in enumerate([CUT] if self.last == MOST_ROWS else cells):
            self._write(column, cell)

    def _write(self, column: int, cell: object) -> None:
        if isinstance(cell, int):
            self.sheet.write_number(self.last, column, cell, self.text)
        else:
            self.sheet.write_string(self.last, column, str(cell)[:LONGEST_CELL], self.text)

    def end(self) -> None:
        self.sheet.autofilter(0, 0, max(self.last, 1), self.width - 1)


class Report:
    """`with Report(file) as report`: whole also when its writing was broken off."""

    def __init__(self, file: BinaryIO) -> None:
        self.book = Workbook(file, OPTIONS)
        self.sheets = [
            Sheet(self.book.add_worksheet(str(name)), heads, self.book)
            for name, heads in ((_("یافته‌ها"), FINDINGS), (_("پرونده‌ها"), FILES))
        ]

    def found(self, paper: Paper, findings: Iterable[Found]) -> None:
        for finding in findings:
            self.sheets[0].add([*paper.cells, *finding.cells])

    def became(self, paper: Paper, became: Became) -> None:
        self.sheets[1].add([*paper.cells, *became.cells])

    def __enter__(self) -> "Report":
        return self

    def __exit__(self, *error: object) -> None:
        for sheet in self.sheets:
            sheet.end()
        self.book.close()

"""A list of services: main services and sub-services, each a row, in printed order."""

import re

from khedmat.cards.form import ListedService
from khedmat.core.persian import fold_line, latin_digits
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.draft import said
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.sections.identity import clean_title
from khedmat.importing.readers.values import service_ids

_NUMBER = re.compile(r"^\s*[\d۰-۹٠-٩]{1,3}\s*[-–.)ـ]*\s*")
_INLINE = re.compile(r"[\s(\[\-–:]*1\d{10}[\s)\]]*")
_COLUMNS = {"title", "service_id", "sub_title", "sub_id", "executive_agency"}
_LONGEST_TITLE = 300


def read(outline: Outline) -> list[ListedService]:
    """Rows with an ID; where the list has none, its numbered rows."""
    rows = _under_header(outline) or _with_ids(outline) or _without_ids(outline)
    if any(row.executive_agency for row in rows):
        return rows
    agency = outline.best("executive_agency")
    name = (
        fold_line(agency.text)
        if agency and said(agency.text) and len(list(outline.of("executive_agency"))) == 1
        else None
    )
    return [row.model_copy(update={"executive_agency": name}) for row in rows]


def _under_header(outline: Outline) -> list[ListedService]:
    """A table whose header names its columns: each row is a main service (once), a sub-service, or both."""
    for number, block in enumerate(outline.sheet.blocks):
        columns = {
            found[0].field: place
            for place, cell in enumerate(block.cells)
            if (found := hits(cell)) and found[0].field in _COLUMNS
        }
        if "title" in columns and len(columns) >= 2 and block.filled >= 3:
            rows = [_Row(row.cells, columns) for row in outline.sheet.blocks[number + 1 :] if row.filled >= 2]
            return [listed for row, above in zip(rows, [None, *rows], strict=False) for listed in row.listed(above)]
    return []


class _Row:
    """A row of such a table; what a merged cell above it says holds for it too."""

    def __init__(self, cells: tuple[str, ...], columns: dict[str, int]) -> None:
        self.found = {field: cells[place] for field, place in columns.items() if place < len(cells)}
        self.main_id: str | None = None

    def listed(self, above: "_Row | None") -> list[ListedService]:
        agency = said(fold_line(self.found.get("executive_agency", "")))
        title, code = self._title_and_id("title", "service_id")
        self.main_id = code or (above.main_id if above and not title else None)
        sub_title, sub_code = self._title_and_id("sub_title", "sub_id")
        main = [ListedService(title=title, service_id=code, executive_agency=agency)] if title else []
        sub = (
            [
                ListedService(
                    title=sub_title, service_id=sub_code, parent_service_id=self.main_id, executive_agency=agency
                )
            ]
            if sub_title
            else []
        )
        return main + sub

    def _title_and_id(self, title: str, code: str) -> tuple[str | None, str | None]:
        text = self.found.get(title, "")
        codes = service_ids.find(self.found.get(code, "")) or service_ids.find(text)
        return _title(_INLINE.sub(" ", latin_digits(text))), next(iter(codes), None)


def _with_ids(outline: Outline) -> list[ListedService]:
    labels = {(answer.line.block, answer.line.cell) for answer in outline.answers if not answer.pieces}
    rows: list[ListedService] = []
    pending: str | None = None
    last_main: str | None = None
    for line in outline.sheet.lines:
        if "http" in line.text or (line.block, line.cell) in labels and not service_ids.find(line.text):
            continue
        codes = service_ids.find(line.text)
        if not codes:
            pending = _title(line.text) or pending if line.alone or line.cell >= 0 else pending
            continue
        title = _title(_INLINE.sub(" ", latin_digits(line.text))) or pending or _next_cell(outline, line)
        for code in codes:
            last_main = code if service_ids.is_main(code) else last_main
            rows.append(ListedService(title=title, service_id=code, parent_service_id=_parent(code, rows, last_main)))
        pending = None
    return rows


def _title(text: str) -> str | None:
    plain = _NUMBER.sub("", fold_line(text))
    title = clean_title(plain)
    return title if title and 6 <= len(title) <= _LONGEST_TITLE and sum(map(str.isalpha, title)) >= 5 else None


def _next_cell(outline: Outline, line: Line) -> str | None:
    """A table printed from right to left has the title behind the ID."""
    row = outline.sheet.blocks[line.block].cells[line.cell + 1 :]
    return next((title for cell in row if (title := _title(cell)) and not service_ids.find(cell)), None)


def _parent(code: str, rows: list[ListedService], last_main: str | None) -> str | None:
    """The main service of the same family (CCCC); else the main service it is printed under."""
    if service_ids.is_main(code):
        return None
    mains = [row.service_id for row in rows if row.service_id and service_ids.is_main(row.service_id)]
    return next((main for main in mains if main[4:8] == code[4:8]), last_main)


def _without_ids(outline: Outline) -> list[ListedService]:
    found = []
    for line in outline.sheet.lines:
        cells = outline.sheet.blocks[line.block].cells
        is_numbered = bool(re.match(r"\s*[\d۰-۹٠-٩]{1,3}\s*[-–.)]\s*\S", line.text))
        in_row = (
            len(cells) > 1
            and line.cell == _first_title_cell(cells)
            and any(re.fullmatch(r"\s*[\d۰-۹٠-٩]{1,3}\s*", cell) for cell in cells)
        )
        if (is_numbered or in_row) and (title := _title(line.text)):
            found.append(ListedService(title=title))
    return found


def _first_title_cell(cells: tuple[str, ...]) -> int:
    return next((place for place, cell in enumerate(cells) if _title(cell)), -1)

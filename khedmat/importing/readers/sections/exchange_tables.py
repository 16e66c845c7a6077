"""Sections 7 and 8 as tables under their printed headers, over one row or two."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from khedmat.core.persian import squeeze
from khedmat.core.remembering import remembered
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.printed_headers import Roles, by_role, role_in, roles_of
from khedmat.importing.readers.sections.exchange_row import EXTERNAL, Row
from khedmat.importing.readers.wording import block_of, whole

_HEADERS = (  # printed header, squeezed → role; the first that fits
    ("نامدستگاهدیگر", "agency"),
    ("عنواندستگاهدیگر", "agency"),
    ("نامسامانههایدستگاهدیگر", "system"),
    ("نامسامانهدستگاهدیگر", "system"),
    ("نامسامانههایدیگر", "system"),
    ("نامسامانهدیگر", "system"),
    ("فیلدهایموردتبادل", "fields"),
    ("فیلهایموردتبادل", "fields"),
    ("مبلغ", "fee"),
    ("برخط", "online"),
    ("online", "online"),
    ("دستهای", "batch"),
    ("batch", "batch"),
    ("توسطدستگاه", "by_agency"),
    ("مراجعهکننده", "by_applicant"),
    ("توسط", "paper"),
    ("استعلامغیرالکترونیکی", "paper"),
    ("استفادهغیرالکترونیکی", "paper"),
    ("استعمالغیرالکترونیکی", "paper"),
)
_EXACT = {"نامسامانه": "system", "دستگاه": "by_agency"}  # the latter in the lower row of «استعلام توسط»
_NAMING = {"agency", "system", "fields"}  # a header without one of them belongs to another table
_FEWEST_NEW = 2  # of them in a header below the rows of another: one alone is a word of a row
_SHORTEST, _LONGEST = 4, 60  # letters of a header
_STOPS = {"processes", "diagram", "filler", "_guidance", "_permit_forms", "title"}


def rows(outline: Outline) -> Iterator[Row]:
    """Every row under such a header, as far as the next section."""
    stops = set(map(block_of, filter(_is_stop, outline.answers)))
    table = _Table()
    for number, block in enumerate(outline.sheet.blocks):
        if number in stops:
            table = _Table()
        elif table.takes(block):
            yield Row(by_role(table.roles, block.cells), _pieces(outline, number), table.external)


def _is_stop(answer: Answer) -> bool:
    return answer.field in _STOPS


def _pieces(outline: Outline, block: int) -> list[Piece]:
    return list(map(whole, outline.sheet.lines_of(block)))


@dataclass
class _Table:
    """The header that rules the rows below it. `heading`: the row above was a header too, so both are one."""

    roles: Roles = field(default_factory=dict)
    heading: bool = False
    external: bool = False

    def takes(self, block: Block) -> bool:
        """Whether a block is a row of it; a header is learnt from instead."""
        found = roles_of(block.cells, _role)
        if found and self._is_header(block, found):
            self._learn(found)
            return False
        return self._rules(block)

    def _rules(self, block: Block) -> bool:
        """A table ends where the lines begin; a row that is filled belongs to it."""
        if not self.roles or not block.filled:
            return False
        self.heading = False
        return len(block.cells) > 1

    def _is_header(self, block: Block, found: Roles) -> bool:
        """Its second row holds little else than headers; in a row below it a field may be called «مبلغ» too."""
        naming = _NAMING.intersection(found.values())
        if _is_printed(block, found):
            return self.heading or bool(naming)
        return len(naming) >= (_FEWEST_NEW if self.roles else 1)

    def _learn(self, found: Roles) -> None:
        """The lower of two printed rows is the more exact."""
        self.roles = self.roles | found if self.heading else found
        self.external = not EXTERNAL.isdisjoint(found.values()) or (self.heading and self.external)
        self.heading = True


def _is_printed(block: Block, found: Roles) -> bool:
    return 2 * len(found) > block.filled and not marks.is_marked(block.text)


@remembered
def _role(cell: str) -> str | None:
    letters = squeeze(cell)
    if not _SHORTEST <= len(letters) <= _LONGEST or marks.any_in(cell):
        return None
    return _EXACT.get(letters) or role_in(letters, _HEADERS)

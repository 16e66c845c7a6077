"""A list of IDs with their names: before the ID on its line, on the line above or below, or in the next cell."""

from itertools import filterfalse

from khedmat.cards.form import ListedService
from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.listing.families import under_mains
from khedmat.importing.readers.listing.names import name_beside_id, name_of
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import answered, plain_lines

_CODES, _TITLES = ("service_id", "sub_id"), ("title", "sub_title")


def read(outline: Outline) -> list[ListedService]:
    """A row an ID, in printed order."""
    listing = _Listing(outline)
    for line in plain_lines(outline.sheet):
        listing.read(line)
    return under_mains(listing.rows)


class _Listing:
    """The rows so far, with the name that waits for its ID."""

    def __init__(self, outline: Outline) -> None:
        self.blocks = outline.sheet.blocks
        self.labels = set(map(_cell, filterfalse(answered, outline.answers)))
        self.names_follow = _names_follow(outline)
        self.rows: list[ListedService] = []
        self.name: str | None = None

    def read(self, line: Line) -> None:
        codes = service_ids.find(line.text)
        if codes:
            self._add(codes, line)
        elif (line.block, line.cell) not in self.labels:
            self._take(name_of(line.text))

    def _take(self, name: str | None) -> None:
        """For the ID above it where the header says so, else for the one below."""
        if not self.names_follow:
            self.name = name or self.name
        elif self.rows and self.rows[-1].title is None:
            self.rows[-1] = self.rows[-1].model_copy(update={"title": name})

    def _add(self, codes: list[str], line: Line) -> None:
        title = name_beside_id(line.text) or self.name or self._name_behind(line)
        self.rows += [ListedService(title=title, service_id=code) for code in codes]
        self.name = None

    def _name_behind(self, line: Line) -> str | None:
        """A table printed from right to left has the name behind the ID."""
        behind = self.blocks[line.block].cells[line.cell + 1 :]
        return first(filter(None, map(_name_alone, behind)))


def _names_follow(outline: Outline) -> bool:
    """The header, a line a column, names the ID before the title."""
    code, title = first(outline.of(*_CODES)), first(outline.of(*_TITLES))
    return code is not None and title is not None and code.line.alone and code.line.block < title.line.block


def _cell(answer: Answer) -> tuple[int, int]:
    return answer.line.block, answer.line.cell


def _name_alone(cell: str) -> str | None:
    return None if service_ids.find(cell) else name_of(cell)

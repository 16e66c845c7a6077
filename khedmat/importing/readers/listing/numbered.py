"""A list without IDs: numbered lines, or rows with a cell that holds only their number."""

import re

from khedmat.cards.form import ListedService
from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.listing.names import name_of
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.wording import is_numbered, text_of

_NUMBER_ALONE = re.compile(r"\s*[\d۰-۹٠-٩]{1,3}\s*")


def read(outline: Outline) -> list[ListedService]:
    """A row a number, in printed order."""
    blocks = outline.sheet.blocks
    lines = [line for line in outline.sheet.lines if _is_of_list(line, blocks[line.block].cells)]
    names = filter(None, map(name_of, map(text_of, lines)))
    return [ListedService(title=name) for name in names]


def _is_of_list(line: Line, cells: tuple[str, ...]) -> bool:
    return is_numbered(line.text) or _is_name_of_row(line, cells)


def _is_name_of_row(line: Line, cells: tuple[str, ...]) -> bool:
    """The first cell that can be a name, in a row with its number."""
    return len(cells) > 1 and any(map(_NUMBER_ALONE.fullmatch, cells)) and line.cell == _place_of_name(cells)


def _place_of_name(cells: tuple[str, ...]) -> int | None:
    return first_where(lambda place: name_of(cells[place]), range(len(cells)))

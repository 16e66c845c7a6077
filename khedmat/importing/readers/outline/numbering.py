"""Row numbers in a first cell of their own: «2» before its label is no answer, but a count alone there may be one."""

import re

from khedmat.core.persian import fold
from khedmat.importing.readers.blocks import Sheet

_NUMBER = re.compile(r"\W*(\d{1,2})\W*")


def row_number(sheet: Sheet, block: int) -> int:
    """The bare number in the first of several cells; -1 where there is none."""
    cells = sheet.blocks[block].cells if 0 <= block < len(sheet.blocks) else ("",)
    found = _NUMBER.fullmatch(fold(cells[0])) if len(cells) > 1 else None
    return int(found[1]) if found else -1


def is_numbered(sheet: Sheet, block: int) -> bool:
    """The row begins with a bare number, and the row above or below with its neighbour."""
    number = row_number(sheet, block)
    return number > 0 and (row_number(sheet, block - 1) == number - 1 > 0 or row_number(sheet, block + 1) == number + 1)

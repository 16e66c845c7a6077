"""Columns in which people tick: «✓», «دارد», TRUE under the name of an option."""

from collections.abc import Iterable

from khedmat.core.persian import fold, squeeze
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.options import group_named

_YES = {TICKED, "*", "+", "x", "بله", "بلی", "آری", "دارد", "هست", "است", "yes", "y", "true"}
_NO = {EMPTY, "-", "–", "—", "خیر", "نه", "ندارد", "نیست", "no", "n", "false"}
_NUMBERS = {"1": True, "0": False}


def tick_of(cell: str, option: str) -> bool | None:
    """None for what is no tick; 1 and 0 are ticks only below an option of the form."""
    said = fold(marks.normalise(cell)).strip().lower()
    if said in _YES or said in _NO:
        return said in _YES
    return _NUMBERS.get(said) if group_named(squeeze(option), OPTIONS) else None


def ticks_of(cells: Iterable[str], option: str) -> list[bool | None]:
    """Of those that hold something."""
    return [tick_of(cell, option) for cell in filter(None, cells)]


def answer_of(cell: str) -> str:
    """TRUE beside a label is a yes, no box."""
    return {TICKED: "بله", EMPTY: "خیر"}.get(cell, cell)

"""Options that no table of the reader names: the ones with a tick, in their own words."""

import re
from collections.abc import Iterable
from itertools import chain

from khedmat.core.persian import fold_line
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import EMPTY, TICKED

_MARK_FIRST = re.compile(rf"\W*[{TICKED}{EMPTY}]")  # a bullet may stand before it
_BEHIND = re.compile(rf"{TICKED}([^{TICKED}{EMPTY}]+)")
_BEFORE = re.compile(rf"(\w[^{TICKED}{EMPTY}]*){TICKED}")


def ticked(texts: Iterable[str]) -> list[str]:
    """A line that begins with a mark has its marks before their options."""
    return list(filter(None, map(fold_line, chain.from_iterable(map(_of_line, map(marks.normalise, texts))))))


def _of_line(line: str) -> list[str]:
    side = _BEHIND if _MARK_FIRST.match(line) else _BEFORE
    return side.findall(line)

"""Titles as people paste them: a line each, numbered or not, columns of a table behind one another."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from khedmat.cards.identifiers import SHAPE
from khedmat.core.persian import fold_line, latin_digits, squeeze

_PART = re.compile(r"\s*[-–—•+*]\s*")
_NUMBER = re.compile(r"\s*[\d۰-۹٠-٩]{1,4}\s*[-–.)ـ]\s*(?=\S)")
ELECTRONIC = {squeeze("الکترونیکی"): True, squeeze("غیر الکترونیکی"): False}


class Line(NamedTuple):
    """One title to be declared. `under`: the title of the service whose sub-service it is."""

    title: str
    is_electronic: bool | None = None
    stated_id: str = ""
    under: str = ""


def lines_of(text: str) -> list[Line]:
    """A line that begins with a dash or with an empty cell is a sub-service of the last one that does not."""
    return list(_lines(text.splitlines()))


def _lines(raw: Iterable[str]) -> Iterator[Line]:
    main = ""
    for line in filter(str.strip, raw):
        is_part = line.startswith("\t") or _PART.match(line) is not None
        found = _line(_PART.sub("", line, count=1) if is_part else line)
        if found.title:
            main = main if is_part else found.title
            yield found._replace(under=main if is_part else "")


def _line(text: str) -> Line:
    """A table's cells are pasted with tabs between them: what has the most letters is the title."""
    cells = [fold_line(cell) for cell in text.split("\t")]
    said = {squeeze(cell): cell for cell in cells}
    electronic = next((ELECTRONIC[word] for word in said if word in ELECTRONIC), None)
    codes = [code for cell in cells if (code := _code(cell))]
    rest = [cell for cell in cells if squeeze(cell) not in ELECTRONIC and not _code(cell)]
    title = _NUMBER.sub("", max(rest, key=_letters, default=""), count=1)
    return Line(title, electronic, next(iter(codes), ""))


def _letters(cell: str) -> int:
    return sum(map(str.isalpha, cell))


def _code(cell: str) -> str:
    digits = re.sub(r"[\s-]", "", latin_digits(cell))
    return digits if SHAPE.fullmatch(digits) else ""

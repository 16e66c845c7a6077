"""The printed headers of form 1 and form 2, over one row or two."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from khedmat.core.persian import squeeze
from khedmat.core.remembering import remembered
from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.permits.header_words import GROUPS, HEADERS
from khedmat.importing.readers.permits.row import Row
from khedmat.importing.readers.printed_headers import Roles, by_role, role_in, roles_of

_GROUP = re.compile("^(?:" + "|".join(sorted(GROUPS, key=len, reverse=True)) + ")")
_SHORTEST, _LONGEST = 3, 60  # letters of a header
_SECOND_ROW = {
    "natural",
    "legal",
    "government",
    "exclusive",
    "shared",
    "electronic",
    "non_electronic",
    "other",
    "named",
    "duration",
}
_APPLICANTS = {"متقاضی", "متقاضیمجوز", "متقاضیان"}
_IN_GROUPS = {letters: role for letters, role in HEADERS if role in _SECOND_ROW}


def rows(sheet: Sheet) -> Iterator[Row]:
    """Every row under such a header."""
    roles: Roles = {}
    for block, below in filter(_may_be_row, pairwise([*sheet.blocks, Block(())])):
        found = roles_of(block.cells, _role)
        if _is_header(set(found.values())):
            roles = _under(found, below.cells)
        elif roles and not _is_second_row(block.cells):
            yield Row(by_role(roles, block.cells), asks_agency="agency" in roles.values())


@remembered
def _role(cell: str) -> str | None:
    """What a header stands over; a header that spans several columns stands over none of them alone."""
    letters = squeeze(cell)
    if letters.startswith(GROUPS):
        return _group(letters)
    return role_in(letters, HEADERS) if _SHORTEST <= len(letters) <= _LONGEST else None


def _role_in_group(letters: str) -> str | None:
    """«متقاضی مجوز: حقیقی» names one column of its group."""
    return _IN_GROUPS.get(letters) if letters else "group"


def _group(letters: str) -> str | None:
    """Applicants may also be one column, with all of them in each cell."""
    alone = letters in _APPLICANTS
    return "applicants" if alone else _role_in_group(_GROUP.sub("", letters))


def _is_header(roles: set[str]) -> bool:
    named = roles & {"title", "agency"}
    asked = roles & {"validity", "documents", "fee", "duration"}
    return len(roles) >= 4 and bool(named and asked)


def _under(header: Roles, below: tuple[str, ...]) -> Roles:
    """Its columns; «نوع فرآیند» over a column of its own, where no other names the action, names it."""
    named = _single(header)
    return named | (_second_row(below) or _action_in(header.keys() - named.keys(), named))


def _single(roles: Roles) -> Roles:
    return {place: role for place, role in roles.items() if role != "group"}


def _action_in(groups: Collection[int], named: Roles) -> Roles:
    return dict.fromkeys(groups, "action") if len(groups) == 1 and "action" not in named.values() else {}


def _second_row(cells: tuple[str, ...]) -> Roles:
    return roles_of(cells, _role) if _is_second_row(cells) else {}


def _is_second_row(cells: tuple[str, ...]) -> bool:
    """Only names of columns that share a header."""
    roles = list(map(_role, filter(str.strip, cells)))
    return len(roles) >= 2 and _SECOND_ROW.issuperset(roles)


def _may_be_row(pair: tuple[Block, Block]) -> bool:
    """A line holds no table."""
    return len(pair[0].cells) > 2

"""The printed headers of form 1 and form 2, over one row or two."""

import re
from collections.abc import Iterator
from itertools import pairwise

from khedmat.core.persian import squeeze
from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.permits.row import Row
from khedmat.importing.readers.printed_headers import Roles, by_role, role_in, roles_of

_HEADERS = (  # printed header, squeezed → role; the first that fits
    ("استعلامشونده", "agency"),
    ("استعمالشونده", "agency"),
    ("ذکرنام", "named"),
    ("عنوانمجوز", "title"),
    ("ناممجوز", "title"),
    ("نوعمجوز", "action"),
    ("نوعاقدام", "action"),
    ("مستنداتقانونی", "legal_basis"),
    ("مستندقانونی", "legal_basis"),
    ("مدارک", "documents"),
    ("مدتاعتبار", "validity"),
    ("هزینه", "fee"),
    ("حقیقی", "natural"),
    ("حقوقی", "legal"),
    ("دولتی", "government"),
    ("اختصاصی", "exclusive"),
    ("مشترک", "shared"),
    ("ناظر", "supervisors"),
    ("زمان", "duration"),
    ("غیرالکترونیکی", "non_electronic"),
    ("الکترونیکیغیر", "non_electronic"),
    ("الکترونیکی", "electronic"),
    ("سایر", "other"),
    ("مراحل", "steps"),
    ("شرایط", "conditions"),
    ("توضیحات", "notes"),
    ("ردیف", "number"),
)
_GROUPS = (
    "فرآیندمجوز",
    "فرایندمجوز",
    "متقاضیمجوز",
    "فرآیندصدورمجوز",
    "فرایندصدورمجوز",
    "نوعفرآیند",
    "نوعفرایند",
    "متقاضی",
)
_GROUP = re.compile("^(?:" + "|".join(sorted(_GROUPS, key=len, reverse=True)) + ")")
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
}
_IN_GROUPS = {letters: role for letters, role in _HEADERS if role in _SECOND_ROW}


def rows(sheet: Sheet) -> Iterator[Row]:
    """Every row under such a header."""
    roles: Roles = {}
    for block, below in pairwise([*sheet.blocks, Block(())]):
        found = roles_of(block.cells, _role)
        if _is_header(set(found.values())):
            roles = _single(found) | _second_row(below.cells)
        elif roles and _is_row(block.cells):
            yield Row(by_role(roles, block.cells), asks_agency="agency" in roles.values())


def _role(cell: str) -> str | None:
    """What a header stands over; a header that spans several columns stands over none of them alone."""
    letters = squeeze(cell)
    if letters.startswith(_GROUPS):
        return _role_in_group(_GROUP.sub("", letters))
    return role_in(letters, _HEADERS) if _SHORTEST <= len(letters) <= _LONGEST else None


def _role_in_group(letters: str) -> str | None:
    """«متقاضی مجوز: حقیقی» names one column of its group."""
    return _IN_GROUPS.get(letters) if letters else "group"


def _is_header(roles: set[str]) -> bool:
    named = roles & {"title", "agency"}
    asked = roles & {"validity", "documents", "fee", "duration"}
    return len(roles) >= 4 and bool(named and asked)


def _single(roles: Roles) -> Roles:
    return {place: role for place, role in roles.items() if role != "group"}


def _second_row(cells: tuple[str, ...]) -> Roles:
    return roles_of(cells, _role) if _is_second_row(cells) else {}


def _is_second_row(cells: tuple[str, ...]) -> bool:
    """Only names of columns that share a header."""
    roles = list(map(_role, filter(str.strip, cells)))
    return len(roles) >= 2 and _SECOND_ROW.issuperset(roles)


def _is_row(cells: tuple[str, ...]) -> bool:
    return len(cells) > 2 and not _is_second_row(cells)

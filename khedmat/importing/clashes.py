"""Papers of one batch that speak of the same service or the same permits: nobody knows which of them is right."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from khedmat.importing.enums import What
from khedmat.importing.row import Mark, Row

COPY = _("رونوشت «%(path)s» است.")
CLASH = _("«%(path)s» در همین دسته دربارهٔ همین خدمت یا مجوز چیز دیگری می‌گوید؛ تنها پروندهٔ درست را بدهید.")


def resolve(rows: Sequence[Row]) -> list[Row]:
    """The rows again: a copy is left, of two different papers on one thing none is taken."""
    groups: dict[Mark, list[Row]] = defaultdict(list)
    for row in rows:
        for mark in row.marks if row.what != What.REFUSE else ():
            groups[mark].append(row)
    return [_resolved(row, [other for mark in row.marks for other in _speaking(groups, mark)]) for row in rows]


def _speaking(groups: dict[Mark, list[Row]], mark: Mark) -> list[Row]:
    """Two IDs under one title are two services; a form without an ID may mean either."""
    owner, kind, *words = mark
    if kind == "title" and (owner, "no code", *words) not in groups:
        return []
    return groups[mark]


def _resolved(row: Row, near: Sequence[Row]) -> Row:
    if not row.writes:
        return row
    if other := next((one for one in near if one.digest != row.digest), None):
        return replace(row, what=What.REFUSE, reason=str(CLASH % {"path": other.path}))
    if near and near[0] is not row:
        return replace(row, what=What.LEAVE, reason=str(COPY % {"path": near[0].path}))
    return row

"""Papers of one batch that speak of the same service or the same permits: nobody knows which of them is right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, filterfalse
from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import first_where
from khedmat.importing.enums import What
from khedmat.importing.row import Mark, Row

COPY = _("رونوشت «%(path)s» است.")
CLASH = _("«%(path)s» در همین دسته دربارهٔ همین خدمت یا مجوز چیز دیگری می‌گوید؛ تنها پروندهٔ درست را بدهید.")
Groups = Mapping[Mark, Sequence[Row]]


def resolve(rows: Sequence[Row]) -> list[Row]:
    """The rows again: a copy is left, of two different papers on one thing none is taken."""
    groups = _groups(filterfalse(attrgetter("is_refused"), rows))
    return [_resolved(row, groups) if row.writes else row for row in rows]


def _groups(rows: Iterable[Row]) -> Groups:
    groups: dict[Mark, list[Row]] = defaultdict(list)
    for row in rows:
        for mark in row.marks:
            groups[mark].append(row)
    return dict(groups)


def _resolved(row: Row, groups: Groups) -> Row:
    near = list(chain.from_iterable(map(partial(_speaking, groups), row.marks)))
    if other := first_where(lambda one: one.digest != row.digest, near):
        return row.refused(CLASH % {"path": other.path})
    return _unless_copied(row, near)


def _speaking(groups: Groups, mark: Mark) -> Sequence[Row]:
    """Two IDs under one title are two services; a form without an ID may mean either."""
    owner, kind, *words = mark
    if kind == "title" and (owner, "no code", *words) not in groups:
        return []
    return groups[mark]


def _unless_copied(row: Row, near: Sequence[Row]) -> Row:
    if near and near[0] is not row:
        return replace(row, what=What.LEAVE, reason=str(COPY % {"path": near[0].path}))
    return row

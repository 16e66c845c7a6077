"""Papers of one batch that speak of the same service or the same permits: nobody knows which of them is right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, filterfalse
from operator import attrgetter
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import first_where
from khedmat.importing.enums import Kinship, What
from khedmat.importing.row import Mark, Row

COPY = _("رونوشت «%(path)s» است.")
CLASH = _("«%(path)s» در همین دسته دربارهٔ همین خدمت یا مجوز چیز دیگری می‌گوید؛ تنها پروندهٔ درست را بدهید.")
Groups = Mapping[Mark, Sequence[Row]]


class Kin(NamedTuple):
    """Another row of the batch that speaks of the same thing: the same words, or others."""

    kinship: Kinship
    other: Row


def resolve(rows: Sequence[Row]) -> list[Row]:
    """The rows again: a copy is left, of two different papers on one thing none is taken."""
    return list(map(_resolved, rows, kin_of(rows)))


def kin_of(rows: Sequence[Row]) -> list[Kin | None]:
    """What stands in the way of each row that would be written; a row that came first is nobody's copy."""
    groups = _groups(filterfalse(attrgetter("is_refused"), rows))
    return [_kin(groups, row) if row.writes else None for row in rows]


def _groups(rows: Iterable[Row]) -> Groups:
    groups: dict[Mark, list[Row]] = defaultdict(list)
    for row in rows:
        for mark in row.marks:
            groups[mark].append(row)
    return dict(groups)


def _kin(groups: Groups, row: Row) -> Kin | None:
    near = list(chain.from_iterable(map(partial(_speaking, groups), row.marks)))
    if other := first_where(lambda one: one.digest != row.digest, near):
        return Kin(Kinship.RIVAL, other)
    return Kin(Kinship.COPY, near[0]) if near and near[0] is not row else None


def _speaking(groups: Groups, mark: Mark) -> Sequence[Row]:
    """Two IDs under one title are two services; a form without an ID may mean either."""
    owner, kind, *words = mark
    if kind == "title" and (owner, "no code", *words) not in groups:
        return []
    return groups[mark]


def _resolved(row: Row, kin: Kin | None) -> Row:
    if kin is None:
        return row
    if kin.kinship == Kinship.RIVAL:
        return row.refused(CLASH % {"path": kin.other.path})
    return replace(row, what=What.LEAVE, reason=str(COPY % {"path": kin.other.path}))

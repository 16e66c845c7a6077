"""Which lines of which cards mean something else once names of a register change."""

import hashlib
from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import Q

from khedmat.cards.lines.kinds import Kind
from khedmat.cards.lines.unknown import recount
from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.asked import Line
from khedmat.registers.matching import Names
from khedmat.registers.models.entry import Entry
from khedmat.registers.naming import names_of


class Move(NamedTuple):
    """All lines that are written alike: what they meant and will mean; None is nothing that the register knows."""

    letters: str
    was: int | None
    will: int | None


def moves(kind: Kind, entries: Collection[Entry], after: Names, *, gone: Collection[int] = ()) -> list[Move]:
    """What changes when these entries get the names that `after` holds for them; `gone`: keys that stand no more.

    Lines of other entries stay: names of one are never names of another.
    """
    column, keys, own = kind.column, {one.pk for one in entries} | set(gone), names_of(entries)
    rows = kind.rows._default_manager.filter(Q(**{f"{column}__in": keys}) | Q(**{column: None}))
    found = rows.order_by("letters", column, "name").distinct("letters", column)
    written = found.values_list("letters", column, "name")
    asked = (row for row in written if row[1] is not None or own.find(row[2]) is not None)
    moved = (Move(letters, was, _meant(after, name)) for letters, was, name in asked)
    return [move for move in moved if move.was != move.will]


def _meant(names: Names, name: str) -> int | None:
    found = names.find(name)
    return found.entry if found else None


def touched(kind: Kind, moved: Iterable[Move]) -> list[Line]:
    """The lines themselves with their versions, in a fixed order."""
    which = Q(pk__in=[])
    for move in moved:
        which |= Q(letters=move.letters, **{kind.column: move.was})
    rows = kind.rows._default_manager.filter(which).select_related("version__service__owner")
    content = ("version__content", "version__paper", "version__search_text")
    return list(rows.defer(*content).order_by("version__sort_key", "version", "order"))


def print_of(rows: Iterable[Line], *seen: object) -> str:
    """What a preview showed, as one short word."""
    said = [f"{row.version_id}.{row.order}.{row.letters}.{row.entry_id}" for row in rows]
    return hashlib.sha256("\n".join([*map(str, seen), *said]).encode()).hexdigest()


def carry_out(kind: Kind, moved: Collection[Move]) -> int:
    """How many versions have findings to be made anew, by the job that the caller enqueues; unknown names are counted.

    Versions are locked before their lines, as those do who write drafts: the other way round two would wait for ever.
    """
    versions = {row.version_id for row in touched(kind, moved)}
    list(ServiceVersion.objects.filter(pk__in=versions).select_for_update(no_key=True).order_by("pk").values_list("pk"))
    for move in moved:
        alike = kind.rows._default_manager.filter(letters=move.letters, **{kind.column: move.was})
        alike.update(**{kind.column: move.will})
    recount(kind.book.register, {move.letters for move in moved})
    return ServiceVersion.objects.filter(pk__in=versions).update(checked_with="") if kind.is_judged else 0

"""The lines of a card bound to the registers: derived rows, made by whatever stores a version or its findings."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter

from khedmat.cards.lines.boxes import letters_of
from khedmat.cards.lines.kinds import KINDS, Kind
from khedmat.cards.looking import Looked, Renewal, remove, renewals
from khedmat.cards.models.asked import Line
from khedmat.registers.naming import known


def bind(looked: Sequence[Looked]) -> None:
    """Only rows that differ are written. Registers of which a version says what it said before are left: their own
    changes reach the rows."""
    for kind in KINDS.values():
        if news := list(filter(partial(_is_news, kind), looked)):
            _bind(kind, news)


def follow_merges() -> int:
    """Rows that a saving beside a merge left with the entry that is gone. Safe to run twice."""
    return sum(map(_follow, KINDS.values()))


def _is_news(kind: Kind, one: Looked) -> bool:
    return one.before is None or list(kind.said(one.before)) != list(kind.said(one.document))


def _bind(kind: Kind, looked: Sequence[Looked]) -> None:
    table = kind.rows._default_manager.all()
    news = list(filter(_differs, renewals(looked, table, partial(_rows, kind))))
    remove(chain.from_iterable(was[len(will) :] for was, will in news), table)
    kind.rows.put(list(chain.from_iterable(map(attrgetter("will"), news))))


def _differs(lines: Renewal) -> bool:
    return [line.said() for line in lines.was] != [line.said() for line in lines.will]


def _follow(kind: Kind) -> int:
    column = kind.column
    left = kind.rows._default_manager.filter(**{f"{column}__merged_into__isnull": False}).order_by("pk")
    rows = list(left.values_list("pk", f"{column}__merged_into"))
    for pk, into in rows:
        kind.rows._default_manager.filter(pk=pk).update(**{column: into})
    return len(rows)


def _rows(kind: Kind, one: Looked) -> Iterator[Line]:
    names = known(kind.book.register).names
    for order, said in enumerate(kind.said(one.document), start=1):
        meant = names.find(said["name"])
        letters = letters_of(said["name"])
        key = {f"{kind.column}_id": meant and meant.entry}
        yield kind.rows(version=one.version, order=order, letters=letters, **said, **key)

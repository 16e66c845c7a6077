"""Which published cards name an entry of a register."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.lines.kinds import KINDS, kind_of
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.registers.enums import Register
from khedmat.registers.models import System
from khedmat.registers.models.entry import Entry, EntryQuerySet


def standing(register: Register) -> EntryQuerySet:
    """The entries that were not merged, with what they point at."""
    book = KINDS[register].book
    found: EntryQuerySet = book.model._default_manager.standing().select_related(*book.pointers)
    return found


def counted(register: Register) -> dict[int, int]:
    """Entry → how many published cards name it."""
    return figure(("named", register), lambda: _counted(register))


def _counted(register: Register) -> dict[int, int]:
    kind = KINDS[register]
    rows: Any = kind.rows._default_manager.filter(version__stage=Stage.PUBLISHED).exclude(**{kind.column: None})
    return dict(rows.order_by().values_list(kind.column).annotate(Count("version", distinct=True)))


def elements_of(system: System) -> QuerySet[Any, Any]:
    """The data that a system gives, each with how many published cards exchange it."""
    on_published = Q(exchanged__version__stage=Stage.PUBLISHED)
    services = Count("exchanged__version", filter=on_published, distinct=True)
    return standing(Register.ELEMENTS).filter(system=system).annotate(services=services).order_by("sort_key", "pk")


def naming(versions: VersionQuerySet, *entries: Entry, **more: str) -> VersionQuerySet:
    """Those of the versions that name one of the entries; `more` narrows the lines."""
    kind = kind_of(entries[0])
    lines = kind.rows._default_manager.filter(**{f"{kind.column}__in": entries}, **more)
    return versions.filter(pk__in=lines.values("version"))

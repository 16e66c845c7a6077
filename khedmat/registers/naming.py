"""The names of a register as a matcher, kept in the process until the register's log grows."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Count, Max

from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register
from khedmat.registers.matching import Names
from khedmat.registers.models import RegisterChange

Stamp = tuple[int, int | None]
UNWRITTEN: Stamp = (0, None)
UNSAID = ""  # where no register has a row yet: that too was looked at


class Known(NamedTuple):
    """The standing entries of a register by their keys, and their names."""

    entries: dict[int, Any]
    names: Names


def known(register: Register) -> Known:
    """One small question where nothing changed, and one for all that is asked within `one_look`."""
    stamps = _stamps.get()
    if stamps is None:
        return _known(register, *_newest().get(register, UNWRITTEN))
    if not stamps:
        stamps.update({UNSAID: UNWRITTEN} | _newest())
    return _known(register, *stamps.get(register, UNWRITTEN))


@contextmanager
def one_look() -> Iterator[None]:
    """Whoever looks at one card sees the registers as they were at the first glance."""
    before = _stamps.set({})
    try:
        yield
    finally:
        _stamps.reset(before)


_stamps: ContextVar[dict[str, Stamp] | None] = ContextVar("stamps", default=None)


def _newest() -> dict[str, Stamp]:
    """Count beside newest of each register: writers end in another order than they begin."""
    rows = RegisterChange.objects.order_by().values_list("register").annotate(Count("pk"), Max("pk"))
    return {register: (count, newest) for register, count, newest in rows}


@lru_cache(maxsize=16)
def _known(register: Register, count: int, newest: int | None) -> Known:
    found = {entry.pk: entry for entry in BOOKS[register].model._default_manager.standing().for_list()}
    return Known(found, names_of(found.values()))


def names_of(entries: Any) -> Names:
    return Names((entry.pk, name) for entry in entries for name in entry.names())

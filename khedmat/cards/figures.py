"""Figures of the whole registry: counted once, and again only after something was decided."""

import time
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

from django.db import connection

from khedmat.cards.models import (
    Confirmation,
    DocumentWay,
    GivenId,
    LinkCheck,
    PortalCheck,
    ServiceCount,
    StageChange,
    TitleChange,
)

T = TypeVar("T")
LOGS = (
    StageChange,
    GivenId,
    TitleChange,
    Confirmation,
    LinkCheck,
    PortalCheck,
    DocumentWay,
    ServiceCount,
)  # what is counted changes with a row in one of them
LONGEST = 60.0  # seconds: of two rows that are written at once the later number may be seen first
MOST = 64  # figures that one process keeps
_NEWEST = "SELECT " + ", ".join(f"(SELECT max(id) FROM {log._meta.db_table})" for log in LOGS)


class _Kept(NamedTuple):
    state: tuple[int | None, ...]
    at: float
    value: Any


_kept: dict[Hashable, _Kept] = {}


def figure(name: Hashable, count: Callable[[], T]) -> T:
    """What `count` gives, at most a minute old and of no earlier state of the logs. What it gives is never changed."""
    state, now = _state(), time.monotonic()
    known = _kept.get(name)
    if known is None or known.state != state or now - known.at > LONGEST:
        if len(_kept) >= MOST:
            _kept.clear()
        known = _kept[name] = _Kept(state, now, count())
    return known.value


def _state() -> tuple[int | None, ...]:
    """The newest row of each log: one question, a leaf of an index each."""
    with connection.cursor() as cursor:
        cursor.execute(_NEWEST)
        return tuple(cursor.fetchone())

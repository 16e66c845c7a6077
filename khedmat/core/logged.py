"""What is made from rows of the database, and holds while nothing is written to some logs."""

import time
from collections.abc import Callable, Hashable
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import Model

T = TypeVar("T")
LONGEST = 60.0  # seconds: of two rows that are written at once the later number may be seen first
MOST = 64  # values that one process keeps of the same logs


class _Kept(NamedTuple):
    state: tuple[int | None, ...]
    at: float
    value: Any


class Logged:
    """Values made once, and again only after a row came to one of these logs; at most a minute old."""

    def __init__(self, *logs: type[Model]) -> None:
        self._newest = "SELECT " + ", ".join(f"(SELECT max(id) FROM {log._meta.db_table})" for log in logs)
        self.kept: dict[Hashable, _Kept] = {}

    def get(self, name: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, of no earlier state of the logs. What it gives is never changed."""
        state, now = self._state(), time.monotonic()
        known = self.kept.get(name)
        if known is None or known.state != state or now - known.at > LONGEST:
            if len(self.kept) >= MOST:
                self.kept.clear()
            known = self.kept[name] = _Kept(state, now, make())
        return known.value

    def _state(self) -> tuple[int | None, ...]:
        """The newest row of each log: one question, a leaf of an index each."""
        with connection.cursor() as cursor:
            cursor.execute(self._newest)
            return tuple(cursor.fetchone())

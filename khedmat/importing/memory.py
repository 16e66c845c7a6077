"""What was seen in pictures is kept in the cache of the site: each of its processes looks at a scan only once."""

from contextlib import suppress

from django.core.cache import cache
from django.db import DatabaseError, transaction

A_MONTH = 30 * 24 * 3600  # seconds


class Cached:
    """A store of the readers. A cache that is out of order only costs time."""

    def get(self, key: str) -> bytes | None:
        with suppress(DatabaseError), transaction.atomic():
            return cache.get(key)
        return None

    def set(self, key: str, value: bytes) -> None:
        with suppress(DatabaseError), transaction.atomic():
            cache.set(key, value, A_MONTH)

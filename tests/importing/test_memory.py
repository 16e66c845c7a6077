"""What was seen in scans is kept in the cache of the site."""

import pytest
from django.core.cache import cache
from django.db import DatabaseError

from khedmat.importing.memory import Cached

pytestmark = pytest.mark.django_db


def test_what_was_seen_is_found_again():
    Cached().set("scan-1-a", b"seen")

    assert (Cached().get("scan-1-a"), Cached().get("scan-1-b")) == (b"seen", None)


def test_a_cache_that_is_out_of_order_only_costs_time(monkeypatch):
    def broken(*args):
        raise DatabaseError

    monkeypatch.setattr(cache, "get", broken)
    monkeypatch.setattr(cache, "set", broken)

    Cached().set("scan-1-a", b"seen")
    assert Cached().get("scan-1-a") is None

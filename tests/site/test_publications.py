"""How a server process hears of publications."""

import time

import psycopg
import pytest
from django.db import connection

from khedmat.site.publications import CHANNEL, Publications

A_SECOND = 1.0  # within which a page must be new
END = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'khedmat publications' AND datname = current_database()
"""


def until(condition, seconds=A_SECOND):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.005)
    return False


@pytest.fixture
def other(transactional_db):
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as another:
        yield another


@pytest.fixture
def publications(other):
    listening = Publications()
    assert listening.heard() is None
    listening.listen()
    assert until(lambda: listening.heard() is not None, 5)
    yield listening
    listening.end()
    assert until(lambda: listening.heard() is None, 5)


def test_what_is_committed_is_heard_within_a_second(publications, other):
    before = publications.heard()
    other.execute(f"NOTIFY {CHANNEL}")

    assert until(lambda: publications.heard() > before)


def test_what_is_rolled_back_is_not(publications, other):
    before = publications.heard()
    with other.transaction(force_rollback=True):
        other.execute(f"NOTIFY {CHANNEL}")

    assert not until(lambda: publications.heard() > before, 0.2)


def test_a_lost_connection_is_deafness_and_then_a_new_count(publications, other):
    before = publications.heard()
    other.execute(END)

    assert until(lambda: publications.heard() is None, 5)
    assert until(lambda: publications.heard() is not None, 5)
    assert publications.heard() > before


def test_a_database_that_is_away_leaves_the_server_deaf_and_alive(monkeypatch):
    monkeypatch.setattr("khedmat.site.publications._parameters", lambda: {"host": "/nowhere", "connect_timeout": 1})
    listening = Publications()
    listening.listen()

    assert not until(lambda: listening.heard() is not None, 0.3)
    listening.end()

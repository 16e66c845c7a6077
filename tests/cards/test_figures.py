"""Figures of the whole registry: counted once, and again when something was decided or a minute has gone."""

import pytest

from khedmat.cards.figures import FIGURES, figure
from khedmat.core import logged
from tests.factories.cards import VersionFactory, advance, identified

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(monkeypatch):
    """`counted()`: the figure; what was counted so far stands in `counted.times`."""
    monkeypatch.setattr(FIGURES, "kept", {})

    def look(name="cards"):
        return figure(name, count)

    def count():
        look.times.append(len(look.times) + 1)
        return look.times[-1]

    look.times = []
    return look


@pytest.fixture
def clock(monkeypatch):
    """`clock.at`: seconds on the clock of the process."""

    class Clock:
        at = 1000.0

    monkeypatch.setattr(logged.time, "monotonic", lambda: Clock.at)
    return Clock


def test_what_nothing_changed_is_counted_once(counted):
    VersionFactory(published=True)

    assert [counted(), counted(), counted()] == [1, 1, 1]


def test_a_decision_makes_it_be_counted_anew(counted):
    version = VersionFactory(stage="approved")
    before = counted()

    advance(version, "published")

    assert counted() == before + 1
    assert counted() == before + 1


def test_an_id_makes_it_be_counted_anew(counted):
    version = VersionFactory(published=True)
    before = counted()

    identified(version.service)

    assert counted() == before + 1


def test_nothing_is_older_than_a_minute(counted, clock):
    first = counted()
    clock.at += logged.LONGEST

    assert counted() == first
    clock.at += 1
    assert counted() == first + 1


def test_each_figure_is_kept_by_its_own_name(counted):
    assert counted("cards") != counted("agencies")
    assert counted("cards") == 1


def test_a_process_keeps_no_more_than_it_should(counted):
    for number in range(logged.MOST * 3):
        counted(("page", number))

    assert len(FIGURES.kept) <= logged.MOST


def test_a_figure_that_is_known_costs_one_question(counted, django_assert_num_queries):
    counted()

    with django_assert_num_queries(1):
        counted()


def test_nothing_at_all_is_counted_too(counted):
    assert [counted(), counted()] == [1, 1]

"""Years of a service and of the registry: every request is added up once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khedmat.cards.counts.summing import registry_years, with_years, years_in, years_of
from tests.factories.cards import NOW, VersionFactory
from tests.factories.counts import LETTER, counted, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return VersionFactory(published=True)


def years(version):
    found = years_of(version.service)
    assert years_in(with_years(type(version).objects.all()).get(pk=version.pk)) == found
    return [(row.year, row.kind, row.periods, row.received) for row in found]


def test_months_make_a_year_until_the_year_itself_is_told(version):
    counted(version, told(version, "1404-01", received=5), told(version, "1404-02", received=7))
    assert years(version) == [(1404, "month", 2, 12)]

    counted(version, told(version, "1404-S1", received=30))
    assert years(version) == [(1404, "season", 1, 30)]

    counted(version, told(version, "1404", received=100), told(version, "1403", received=90))
    assert years(version) == [(1404, "year", 1, 100), (1403, "year", 1, 90)]


def test_channels_make_a_period_until_the_whole_is_told(version):
    counted(version, *(told(version, channel=name, received=number) for name, number in {"sms": 3, "post": 4}.items()))
    assert years(version) == [(1404, "month", 1, 7)]

    counted(version, told(version, received=10))
    assert years(version) == [(1404, "month", 1, 10)]


def test_a_correction_counts_in_place_of_what_it_corrects(version):
    (first,) = counted(version)
    counted(version, told(version, received=1, corrects=first.row.pk))

    assert years(version) == [(1404, "month", 1, 1)]


def test_a_year_that_was_taken_back_gives_way_to_its_months(version):
    counted(version, told(version, "1404-01", received=5))
    (whole,) = counted(version, told(version, "1404", received=50))
    counted(version, told(version, "1404", received=None, corrects=whole.row.pk))

    assert years(version) == [(1404, "month", 1, 5)]


def test_nothing_known_stays_null_and_what_was_not_offered_is_told(version):
    counted(version, told(version, "1403", done=4), told(version, "1404", not_offered=True))
    first, second = years_of(version.service)

    assert (first.received, first.done, first.not_offered_in) == (None, None, 1)
    assert (second.received, second.done, second.not_offered_in) == (None, 4, 0)


def test_a_year_tells_from_which_letters_it_is_and_when_the_last_came(version):
    counted(version, told(version, "1404-01", received=1), told(version, "1404-02", received=1, source="گزارش ۲"))

    (year,) = years_of(version.service)

    assert (sorted(year.sources), year.at) == (sorted([LETTER, "گزارش ۲"]), NOW)


def test_the_registry_adds_up_published_services_alone(version):
    other = VersionFactory(published=True)
    retired = VersionFactory(stage="retired")
    for one, number in ((version, 10), (other, 5), (retired, 1000)):
        counted(one, told(one, "1404", received=number))

    (row,) = registry_years()

    assert (row.year, row.services, row.received, row.done) == (1404, 2, 15, None)


@settings(max_examples=15)
@given(numbers=st.lists(st.integers(0, 1000), min_size=12, max_size=12), data=st.data())
def test_whatever_is_told_twelve_months_are_their_sum(numbers, data):
    version = VersionFactory(published=True)
    known = data.draw(st.lists(st.sampled_from(range(12)), unique=True, min_size=1))
    counted(version, *(told(version, f"1404-{place + 1:02}", received=numbers[place]) for place in known))

    assert years(version) == [(1404, "month", len(known), sum(numbers[place] for place in known))]

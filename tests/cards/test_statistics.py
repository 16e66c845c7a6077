"""The registry in numbers: published cards only, what is not said counted as such."""

from datetime import timedelta

import pytest

from khedmat.cards.statistics import BOXES, statistics
from khedmat.cards.vocabulary import values
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def tables(on=TODAY):
    return {table.code: table for table in statistics(on)[1]}


def rows(code, on=TODAY):
    return {label: count for label, count in tables(on)[code].rows if count}


def test_an_empty_registry_counts_nothing():
    total, found = statistics(TODAY)

    assert total == 0
    assert [count for table in found for _, count in table.rows if count] == []


@pytest.mark.parametrize("stage", ["draft", "accepted", "suspended", "retired"])
def test_only_published_cards_count(stage):
    VersionFactory(stage=stage)

    assert statistics(TODAY)[0] == 0


def test_agencies_are_counted_by_their_kind_the_most_first():
    for kind in ("bank", "ministry", "ministry"):
        VersionFactory(published=True, service__owner=OrganizationFactory(kind=kind))

    assert tables()["agency"].rows == [("وزارتخانه", 2), ("بانک", 1)]


@pytest.mark.parametrize(("code", "column", "_title", "list_name"), BOXES)
def test_every_option_of_a_box_has_its_row_in_printed_order(code, column, _title, list_name):
    assert len(tables()[code].rows) == len(values(list_name))


def test_a_card_with_two_types_stands_in_two_rows_and_the_table_says_so():
    VersionFactory(published=True, card={"service_type": ["G2C", "G2B"], "nature": "sovereign"})

    assert sum(rows("type").values()) == 2
    assert tables()["type"].several
    assert rows("nature") == {"حاکمیتی": 1}
    assert not tables()["nature"].several


def test_what_a_card_does_not_say_is_a_row_of_its_own():
    VersionFactory(published=True, card={"stages": {}})
    VersionFactory(published=True, card={"stages": {"request": {"electronic": True}}})
    VersionFactory(published=True, card={"stages": {"request": {"non_electronic": True}}})

    assert [count for _, count in tables()["electronic"].rows] == [1, 1, 1]


def test_cards_grow_stale_when_nobody_confirms_them():
    VersionFactory(published=True)

    assert rows("fresh") == {"تأییدشده": 1}
    assert rows("fresh", TODAY + timedelta(days=4000)) == {"تأییدنشده در موعد": 1}

"""The list of services for words: the index names and orders them, its filters stay, the database stands in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from khedmat.cards.models import ServiceVersion
from khedmat.search import living
from khedmat.search.keeping import rebuild
from khedmat.web.public.seeking import matching
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
LIST = "/services/"


@pytest.fixture
def indexed(tmp_path, settings):
    """`indexed()`: the index of this host as the database is now."""
    settings.KHEDMAT_DATA = tmp_path
    return lambda: rebuild(living.folder(), at=1.0)


def a_card(title, **card):
    return VersionFactory(published=True, card={"title": title, **card})


def titles(client, words, **more):
    return [row.title for row in client.get(LIST, {"q": words, **more}).context["page"].object_list]


def test_a_word_of_people_finds_what_no_column_holds(client, indexed):
    a_card("صدور گذرنامه")
    without = titles(client, "پاسپورت")
    indexed()

    assert without == []
    assert titles(client, "پاسپورت") == ["صدور گذرنامه"]


def test_the_best_stands_first_and_an_order_that_was_asked_for_wins(client, indexed):
    a_card("ابطال گذرنامه و کارت سفر دریایی")
    a_card("صدور گذرنامه")
    indexed()

    assert titles(client, "گذرنامه") == ["صدور گذرنامه", "ابطال گذرنامه و کارت سفر دریایی"]
    assert titles(client, "گذرنامه", sort="title") == ["ابطال گذرنامه و کارت سفر دریایی", "صدور گذرنامه"]


@pytest.mark.parametrize(
    ("narrowing", "card"),
    [
        ({"level": "national"}, {"level": ["national"]}),
        ({"type": "G2B"}, {"service_type": ["G2B"]}),
        ({"nature": "sovereign"}, {"nature": "sovereign"}),
    ],
)
def test_filters_stay_whether_the_index_knows_them_or_not(client, indexed, narrowing, card):
    other = {"level": ["provincial"], "service_type": ["G2C"], "nature": "operational"}
    a_card("صدور گذرنامهٔ نخست", **other)
    a_card("صدور گذرنامهٔ دوم", **other | card)
    indexed()

    assert titles(client, "پاسپورت", **narrowing) == ["صدور گذرنامهٔ دوم"]


def test_an_agency_narrows_too_and_its_chip_takes_it_off(client, indexed):
    owner = OrganizationFactory(name="سازمان بابونه")
    VersionFactory(published=True, service__owner=owner, card={"title": "تمدید گذرنامه"})
    a_card("صدور گذرنامه")
    indexed()

    answer = client.get(LIST, {"q": "پاسپورت", "agency": owner.code})

    assert [row.title for row in answer.context["page"]] == ["تمدید گذرنامه"]
    assert {chip.rest for chip in answer.context["chips"]} == {
        f"agency={owner.code}",
        "q=%D9%BE%D8%A7%D8%B3%D9%BE%D9%88%D8%B1%D8%AA",
    }


def test_where_more_is_found_than_the_index_tells_the_database_counts_all(client, indexed, monkeypatch):
    monkeypatch.setattr(matching, "MOST_HITS", 1)
    a_card("صدور گذرنامه")
    a_card("تمدید گذرنامه")
    indexed()

    assert sorted(titles(client, "گذرنامه")) == ["تمدید گذرنامه", "صدور گذرنامه"]


def test_nothing_found_is_an_empty_list(client, indexed):
    a_card("صدور گذرنامه")
    indexed()

    assert titles(client, "ظظظضضض") == []


def test_what_was_taken_back_a_moment_ago_is_not_shown(client, indexed):
    gone = a_card("صدور گذرنامه")
    indexed()
    ServiceVersion.objects.filter(pk=gone.pk).update(stage="suspended")

    assert titles(client, "گذرنامه") == []


def test_pages_follow_the_order_of_the_index_and_cost_no_more_than_the_database_does(client, indexed):
    for number in range(21):
        a_card("صدور گذرنامه", description="گذرنامهٔ تازه" * (number % 3))
    with CaptureQueriesContext(connection) as by_database:
        shown(client, page=1)
    indexed()
    wanted = living.asked(lambda index: index.keys("گذرنامه", 30))

    with CaptureQueriesContext(connection) as by_index:
        first = shown(client, page=1)

    assert [*first, *shown(client, page=2)] == [key for key in wanted if key in {*first, *shown(client, page=2)}]
    assert len(first) == min(20, len(wanted))
    assert len(by_index) <= len(by_database)


def shown(client, page):
    """The services of a page of the list."""
    return [row.service_id for row in client.get(LIST, {"q": "گذرنامه", "page": page}).context["page"].object_list]

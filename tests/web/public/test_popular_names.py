"""The public search finds a service by what people call it, and says why."""

import pytest

from khedmat.cards.enums import NameStage
from khedmat.cards.models import SearchDay
from khedmat.cards.popular.actions import decide
from tests.factories.cards import NOW, VersionFactory
from tests.factories.popular import a_service, accepted, proposed
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/search/?q=پاسپورت", "/services/?q=پاسپورت گذرنامه", "/search/?q=پاس‌پورت گذرنامه"]
)
def test_a_service_is_found_by_its_popular_name_and_the_page_says_why(client, address):
    accepted("پاس پورت" if "پاس‌" in address else "پاسپورت")

    page = client.get(address).content.decode()

    assert "صدور گذرنامه" in page
    assert "نام رایج:" in page


def test_a_name_that_waits_or_was_taken_away_finds_nothing(client):
    proposed()
    decide(accepted("پاس"), NameStage.REMOVED, by=steward(), at=NOW, reason="دیگر نمی‌گویند.")

    for words in ("پاسپورت", "پاس"):
        assert "صدور گذرنامه" not in client.get(f"/search/?q={words}").content.decode()


def test_what_people_call_it_comes_before_what_merely_mentions_the_word(client):
    VersionFactory(published=True, card={"title": "آزمون زبان", "description": "پاسپورت لازم است."})
    accepted()

    page = client.get("/search/?q=پاسپورت").content.decode()

    assert page.index("صدور گذرنامه") < page.index("آزمون زبان")


def test_words_that_find_nothing_are_counted_and_those_that_find_are_not(client):
    a_service()
    for words in ("پاسپورت", "پاسپورت", "گذرنامه"):
        client.get("/search/", {"q": words})

    assert SearchDay.objects.values_list("words", "in_vain", "with_results").get() == ("پاسپورت", 2, 0)


def test_the_search_costs_the_same_whatever_the_names(client, assert_same_cost):
    accepted()

    assert_same_cost(lambda: client.get("/search/?q=پاسپورت"), lambda: accepted(service=a_service()))

"""The list of cards that wait for their confirmation: the author, a colleague, a stranger, nobody."""

import pytest

from khedmat.cards.models import Confirmation
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
PAGE = "/desk/fresh/"


@pytest.fixture(autouse=True)
def _a_day_is_long_ago(settings):
    settings.CONFIRM_DAYS = 1


@pytest.fixture
def agency():
    return OrganizationFactory()


@pytest.fixture
def version(agency):
    return VersionFactory(published=True, service__owner=agency, card={"title": "صدور پروانهٔ کهنه"})


def told(response):
    return " ".join(response.content.decode().split())


def test_several_are_chosen_seen_once_more_and_confirmed(client_for, agency, version):
    other, client = VersionFactory(published=True, service__owner=agency), client_for(person("author", agency))
    chosen = {"version": [version.pk, other.pk]}

    asked = told(client.post(f"{PAGE}confirm/", chosen))
    assert "۲ شناسنامه هنوز درست است؟" in asked
    assert not Confirmation.objects.exists()
    done = told(client.post(f"{PAGE}confirm/", chosen | {"sure": "yes"}, follow=True))

    assert "۲ شناسنامه تأیید شد" in done
    assert set(Confirmation.objects.values_list("version", flat=True)) == {version.pk, other.pk}


def test_twice_at_once_says_who_was_first(client_for, agency, version):
    first, second = person("author", agency), person("approver", agency)
    for user in (first, second):
        page = told(client_for(user).post(f"{PAGE}confirm/", {"version": version.pk, "sure": "yes"}, follow=True))

    assert f"{first} همین نسخه را امروز تأیید کرده است" in page
    assert Confirmation.objects.count() == 1


@pytest.mark.parametrize("chosen", [{}, {"version": "x"}, {"version": "9" * 30}, {"version": "²"}])
def test_nothing_chosen_is_said(client_for, agency, version, chosen):
    page = told(client_for(person("author", agency)).post(f"{PAGE}confirm/", chosen, follow=True))

    assert "شناسنامه‌ای را که هنوز درست است برگزینید" in page


def test_a_colleague_sees_the_list_and_confirms_nothing(client_for, agency, version):
    client = client_for(person("reader", agency))

    page = told(client.get(PAGE))
    client.post(f"{PAGE}confirm/", {"version": version.pk, "sure": "yes"})

    assert "صدور پروانهٔ کهنه" in page
    assert 'name="version"' not in page
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("role", ["author", "publisher"])
def test_a_stranger_sees_and_confirms_nothing(client_for, version, role):
    client = client_for(person(role, centre() if role == "publisher" else OrganizationFactory()))

    page = told(client.get(f"{PAGE}?state=all"))
    client.post(f"{PAGE}confirm/", {"version": version.pk, "sure": "yes"})

    assert "صدور پروانهٔ کهنه" not in page
    assert not Confirmation.objects.exists()


def test_one_click_on_the_page_of_the_version(client_for, agency, version):
    client = client_for(person("approver", agency))

    assert "هنوز درست است" in told(client.get(f"/desk/versions/{version.pk}/"))
    page = told(client.post(f"/desk/versions/{version.pk}/confirm/", follow=True))

    assert "امروز هنوز درست است" in page
    assert "همین نسخه را امروز تأیید کرده" in told(client.post(f"/desk/versions/{version.pk}/confirm/", follow=True))


def test_the_button_is_shown_to_those_who_answer_for_the_text(client_for, agency, version):
    for role, office in (("reader", agency), ("publisher", centre())):
        page = told(client_for(person(role, office)).get(f"/desk/versions/{version.pk}/"))
        assert f"/desk/versions/{version.pk}/confirm/" not in page
        assert "تأییدنشده" in page


def test_what_narrows_the_list_lives_in_the_address(client_for, agency, version):
    client = client_for(person("author", agency))

    assert "صدور پروانهٔ کهنه" in told(client.get(f"{PAGE}?q=کهنه&state=stale"))
    assert "صدور پروانهٔ کهنه" not in told(client.get(f"{PAGE}?q=نو"))
    assert "صدور پروانهٔ کهنه" in told(client.get(f"{PAGE}?state=nowhere"))


def test_the_public_page_says_since_when_nobody_confirmed(client, version, settings):
    page = told(client.get(f"/services/{version.service.pk}/"))
    assert "دستگاه از" in page
    assert "تأییدنشده" in page
    settings.CONFIRM_DAYS = 36500

    assert "تأییدشده در" in told(client.get(f"/services/{version.service.pk}/"))


def test_the_list_asks_as_many_questions_for_many_cards(client_for, agency, version, assert_same_cost):
    client = client_for(person("author", agency))
    grow = lambda: [VersionFactory(published=True, service__owner=agency) for _ in range(4)]  # noqa: E731

    assert_same_cost(lambda: client.get(PAGE), grow)

"""The rounds at the desk: the centre, an office, nobody."""

import pytest

from khedmat.cards.models import DutyRound
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
ROUNDS = "/desk/duty/"
TYPED = {
    "regulation": "۲۰۶/۹۳/۷۷۴۰",
    "article": "مادهٔ ۲",
    "text": "منتشر شود",
    "owing": "national",
    "opened_on": "۱۳۹۳/۶/۱۰",
    "deadline": "1393/12/29",
}


def told(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_the_centre_opens_a_round_with_jalali_days(client_for, role):
    client_for(person(role, centre())).post(ROUNDS, TYPED)

    found = DutyRound.objects.get()
    assert (found.regulation, found.deadline.isoformat()) == ("206/93/7740", "2015-03-20")


@pytest.mark.parametrize("role", ["author", "publisher"])
def test_others_see_the_rounds_and_are_told_whose_work_they_are(client_for, role):
    found, client = a_round(), client_for(person(role, OrganizationFactory()))

    posted = told(client.post(ROUNDS, TYPED))
    closed = told(client.post(f"{ROUNDS}{found.pk}/close/", follow=True))

    assert "مرکز بررسی شناسنامه‌ها باز می‌کنند" in posted
    assert "مرکز بررسی شناسنامه‌ها باز می‌کنند" in closed
    assert "ثبت دوره" not in told(client.get(ROUNDS))
    assert DutyRound.objects.count() == 1
    assert not DutyRound.objects.get().is_closed


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(ROUNDS)["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"deadline": "1393/13/1"}, "تاریخ روز درستی نیست"),
        ({"deadline": "1392/1/1"}, "مهلت دوره پیش از آغاز آن است"),
        ({"owing": "chosen"}, "بر عهدهٔ آنهاست برگزینید"),
        ({"text": ""}, "field-error"),
        ({"owing": "nobody"}, "field-error"),
    ],
)
def test_a_round_that_cannot_be_is_refused_beside_its_box(client_for, changes, sentence):
    response = client_for(person("publisher", centre())).post(ROUNDS, TYPED | changes)

    assert sentence in told(response)
    assert not DutyRound.objects.exists()


def test_each_missing_answer_of_a_round_is_named_above_the_form(client_for):
    page = told(client_for(person("publisher", centre())).post(ROUNDS, {}))

    assert 'href="#id_regulation">مصوبه: ' in page
    assert 'href="#id_deadline">مهلت: ' in page


def test_a_correction_begins_with_the_old_words(client_for):
    found, client = a_round(), client_for(person("publisher", centre()))
    page = f"{ROUNDS}{found.pk}/correct/"

    shown = told(client.get(page))
    client.post(page, TYPED | {"article": "مادهٔ ۹"})

    assert 'value="206/93/7740"' in shown
    assert DutyRound.objects.standing().get().corrects == found


def test_a_round_is_closed_when_it_was_asked_once_more(client_for):
    found, boss = a_round(), client_for(person("publisher", centre()))
    address = f"{ROUNDS}{found.pk}/close/"

    asked = told(boss.post(address))
    assert f'<form method="post" action="{address}">' in asked
    assert "باز نمی‌شود" in asked
    assert not DutyRound.objects.get().is_closed

    assert "دوره بسته شد" in told(boss.post(address, {"sure": "yes"}, follow=True))
    assert DutyRound.objects.get().is_closed


def test_an_unknown_agency_is_named_and_nobody_is_asked_to_pick_what_they_wrote(client_for):
    page = told(
        client_for(person("publisher", centre())).post(ROUNDS, TYPED | {"owing": "chosen", "agencies": "زرافه"})
    )

    assert "زرافه" in page
    assert "بر عهدهٔ آنهاست برگزینید" not in page

"""Who opens, corrects and closes a round, and what stays."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError

from khedmat.cards.duty.actions import close_round, open_round
from khedmat.cards.models import DutyClosing, DutyRound
from tests.factories.cards import NOW
from tests.factories.duty import DEADLINE, a_round, terms
from tests.factories.people import OrganizationFactory, UserFactory, centre, person, publisher

pytestmark = pytest.mark.django_db
ELSEWHERE = ["author", "approver", "reader", "reviewer", "publisher"]


def said(act):
    with pytest.raises(ValidationError) as caught:
        act()
    return " ".join(caught.value.messages)


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_the_centre_opens_a_round(role):
    found = open_round(terms(), by=person(role, centre()), at=NOW)

    assert list(DutyRound.objects.standing()) == [found]


@pytest.mark.parametrize("role", ELSEWHERE)
def test_nobody_else_opens_or_closes_one_and_hears_whose_work_it_is(role):
    found, somebody = a_round(), person(role, OrganizationFactory())

    for act in (
        lambda: open_round(terms(), by=somebody, at=NOW),
        lambda: open_round(terms(), by=somebody, at=NOW, corrects=found),
        lambda: close_round(found, by=somebody, at=NOW),
    ):
        assert "منتشرکنندگان مرکز بررسی شناسنامه‌ها باز می‌کنند" in said(act)


def test_a_person_of_no_office_opens_none():
    assert "مرکز بررسی" in said(lambda: open_round(terms(), by=UserFactory(), at=NOW))


def test_a_correction_names_the_wrong_row_and_takes_its_place():
    wrong = a_round(article="ماده 3")

    right = open_round(terms(), by=publisher(), at=NOW, corrects=wrong)

    assert right.corrects == wrong
    assert list(DutyRound.objects.standing()) == [right]
    assert DutyRound.objects.get(pk=wrong.pk).article == "ماده 3"


def test_what_was_corrected_or_closed_is_neither_corrected_nor_closed_again():
    wrong, by = a_round(), publisher()
    right = open_round(terms(), by=by, at=NOW, corrects=wrong)
    assert "پیش از این اصلاح شده است" in said(lambda: close_round(wrong, by=by, at=NOW))
    assert "پیش از این اصلاح شده است" in said(lambda: open_round(terms(), by=by, at=NOW, corrects=wrong))

    close_round(right, by=by, at=NOW)

    assert "بسته شده است" in said(lambda: close_round(right, by=by, at=NOW))
    assert "بسته شده است" in said(lambda: open_round(terms(), by=by, at=NOW, corrects=right))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"opened_on": DEADLINE.replace(day=13)}, "مهلت دوره پیش از آغاز آن است"),
        ({"owing": "chosen"}, "برای آن برگزیده‌اند"),
        ({"agencies": ("some",)}, "برای آن برگزیده‌اند"),
    ],
)
def test_a_round_that_cannot_be_is_refused_in_words(changes, sentence):
    assert sentence in said(lambda: a_round(**changes))


def test_the_rows_never_change():
    found = a_round()
    close_round(found, by=publisher(), at=NOW)

    for act in (
        lambda: DutyRound.objects.update(article="x"),
        lambda: DutyRound.objects.all().delete(),
        lambda: DutyClosing.objects.update(closed_on="2020-01-01"),
        lambda: DutyClosing.objects.all().delete(),
    ):
        with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
            act()


def test_who_owes_is_all_national_agencies_or_those_chosen():
    national, provincial = OrganizationFactory(code="one"), OrganizationFactory(code="two", scope="provincial")
    OrganizationFactory(code="ended", valid_to="2020-01-01")

    everybody, chosen = a_round(), a_round(owing="chosen", agencies=("two", "ended"))

    assert set(everybody.debtors(NOW.date())) == {national, centre()}
    assert set(chosen.debtors(NOW.date())) == {provincial}


def test_a_form_that_is_sent_twice_opens_one_round_and_a_closed_one_may_be_opened_anew():
    by = publisher()
    found = open_round(terms(), by=by, at=NOW)

    assert "همین مصوبه" in said(lambda: open_round(terms(), by=by, at=NOW))
    other = open_round(terms(text="و شناسه گرفته شود."), by=by, at=NOW)
    close_round(found, by=by, at=NOW)
    anew = open_round(terms(), by=by, at=NOW)

    assert set(DutyRound.objects.standing()) == {found, other, anew}

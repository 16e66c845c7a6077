"""A name is proposed by the author of the owner or written by the steward of the centre."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.models import PopularName, SearchDay
from khedmat.cards.popular.actions import propose
from khedmat.cards.popular.searched import note
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.popular import a_service, proposed
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db


def test_what_an_author_proposes_waits_and_keeps_its_words():
    name = proposed("  پاسپورت  من ")

    assert (name.term, name.letters, name.stage, name.source) == ("پاسپورت من", "پاسپورتمن", "proposed", "owner")
    assert name.steps.get().stage == "proposed"


def test_what_a_steward_writes_is_in_force_at_once():
    name = propose(a_service(), "پاسپورت", by=steward(), at=NOW)

    assert (name.stage, name.source) == ("in_force", "centre")


def test_a_steward_who_writes_what_people_searched_in_vain_says_so():
    note("پاسپورت", on=NOW.date())

    assert propose(a_service(), "پاسپورت", by=steward(), at=NOW).source == "search"


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("ا", "نامی را که مردم"),
        ("…", "نامی را که مردم"),
        ("ا" * 101, "۱۰۰ نویسه"),
        ("صدور گذرنامه", "عنوان خود خدمت"),
        ("پاس‌پورت", "پیش از این برای همین خدمت پیشنهاد شد"),
    ],
)
def test_a_name_that_says_nothing_new_is_refused(term, sentence):
    service = proposed("پاس پورت").service

    with pytest.raises(ValidationError, match=sentence):
        propose(service, term, by=person("author", service.owner), at=NOW)


@pytest.mark.parametrize(("role", "where"), [("approver", "home"), ("author", "elsewhere"), ("publisher", "centre")])
def test_others_hear_whose_work_it_is(role, where):
    service = a_service()
    office = {"home": service.owner, "elsewhere": OrganizationFactory(), "centre": centre()}[where]

    with pytest.raises(ValidationError, match="نویسندگان"):
        propose(service, "پاسپورت", by=person(role, office), at=NOW)

    assert not PopularName.objects.exists()


def test_a_service_that_is_not_published_takes_no_name():
    draft = VersionFactory()

    with pytest.raises(ValidationError, match="خدمت منتشرشده"):
        propose(draft.service, "پاسپورت", by=person("author", draft.service.owner), at=NOW)


def test_two_services_may_bear_one_name():
    assert proposed().letters == proposed().letters


def test_searches_in_vain_are_counted_and_nothing_with_a_digit_is_kept():
    for words in ("پاسپورت", "پاسپورت!", "۰۰۱۲۳۴۵۶۷۸", "کد 12", "یک دو سه چهار پنج شش", "آب"):
        note(words, on=NOW.date())

    assert SearchDay.objects.values_list("words", "in_vain").get() == ("پاسپورت", 2)

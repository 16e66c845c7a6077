"""Words of the search are taken from the text of a card or from its popular names in force."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from khedmat.cards.models import NameStep, PopularName, ServiceVersion
from tests.factories.cards import NOW
from tests.factories.people import UserFactory
from tests.factories.popular import a_service, accepted, proposed

pytestmark = pytest.mark.django_db


def found(words):
    return list(ServiceVersion.objects.published().matching(words))


@pytest.mark.parametrize("words", ["پاسپورت", "پاس‌پورت", "پاسپورت گذرنامه", "گذرنامه پاسپورت", "پاس", "پاسپورت!"])
def test_each_word_is_in_the_text_or_in_a_name(words):
    accepted()

    assert [version.title for version in found(words)] == ["صدور گذرنامه"]


@pytest.mark.parametrize("words", ["پاسپورت گواهینامه", "", "!", "گواهینامه"])
def test_a_word_that_is_in_neither_finds_nothing(words):
    accepted()

    assert found(words) == []


def test_the_version_says_by_which_name_it_was_found():
    service = accepted("سجل").service
    accepted("پاسپورت", service)

    assert [version.popular_name for version in found("پاسپورت")] == ["پاسپورت"]


def test_a_version_that_was_found_by_its_text_alone_says_no_name():
    accepted("سجل")

    assert [version.popular_name for version in found("گذرنامه")] == [None]


def test_a_name_of_one_service_finds_no_other():
    accepted()
    a_service("صدور گواهینامه")

    assert len(found("پاسپورت")) == 1


def test_several_names_find_a_service_once():
    service = accepted("پاسپورت نو").service
    accepted("پاسپورت تازه", service)

    assert len(found("پاسپورت")) == 1


def test_a_search_is_one_question(django_assert_num_queries):
    accepted()

    with django_assert_num_queries(1):
        found("پاسپورت گذرنامه صدور")


def test_the_database_keeps_one_living_name_of_a_kind():
    name = proposed()
    again = PopularName(service=name.service, term="پاس‌پورت", letters="پاسپورت", source="owner", stage="proposed")

    with pytest.raises(ValidationError, match="پیشنهاد شده یا پذیرفته شده"):
        again.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


@pytest.mark.parametrize("wrong", [{"stage": "odd"}, {"source": "odd"}])
def test_the_database_knows_its_words(wrong):
    columns = {"service": a_service(), "term": "پاس", "letters": "پاس", "source": "owner", "stage": "proposed"}

    with pytest.raises(IntegrityError), transaction.atomic():
        PopularName.objects.create(**columns | wrong)


@pytest.mark.parametrize("stage", ["refused", "removed"])
def test_the_database_asks_why_a_name_ended(stage):
    with pytest.raises(IntegrityError), transaction.atomic():
        NameStep.objects.create(name=proposed(), stage=stage, by=UserFactory(), at=NOW)


def test_a_step_is_taken_once():
    name = accepted()

    with pytest.raises(IntegrityError), transaction.atomic():
        NameStep.objects.create(name=name, stage="in_force", by=UserFactory(), at=NOW)

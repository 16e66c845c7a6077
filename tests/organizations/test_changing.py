"""What a change of agencies needs before it is even planned."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.organizations.changing.planning import choose, prepare
from khedmat.organizations.models import FormerName, OrganizationChange, PlannedChange
from khedmat.organizations.standing import refuse_ended, successors_of
from tests.factories.changes import DAY, carried, merged, planned
from tests.factories.people import OrganizationFactory, centre, person, publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    return [OrganizationFactory(code=code, name=f"سازمان {code}") for code in ("a", "b", "c")]


@pytest.mark.parametrize(
    ("kind", "before", "after", "more", "sentence"),
    [
        ("merge", "a", "bc", {}, "ادغام یک دستگاه جانشین دارد"),
        ("merge", "ab", "b", {}, "جانشین خودش نیست"),
        ("split", "a", "b", {}, "تفکیک دو یا بیشتر"),
        ("split", "ab", "bc", {}, "از آن یک دستگاه است"),
        ("rename", "a", "", {}, "نام تازه را بنویسید"),
        ("rename", "a", "", {"new_name": "سازمان a"}, "نام تازه را بنویسید"),
        ("rename", "ab", "", {"new_name": "ن"}, "از آن یک دستگاه است"),
        ("closing", "a", "b", {}, "انحلال هیچ"),
        ("merge", "az", "b", {}, "در کار باشند"),
    ],
)
def test_terms_that_do_not_fit_are_refused_in_words(three, kind, before, after, more, sentence):
    terms = {"effective_on": DAY, "basis": "ق", "basis_number": "۱", "basis_on": DAY} | more
    plan = PlannedChange(kind=kind, before=list(before), after=list(after), **terms)

    with pytest.raises(ValidationError, match=sentence):
        prepare(plan, by=publisher(), at=timezone.now())

    assert not PlannedChange.objects.exists()


def test_a_future_day_waits_for_its_day(three):
    tomorrow = timezone.localdate() + timedelta(days=1)

    with pytest.raises(ValidationError, match="امروز یا پیش از آن"):
        planned("merge", three[:1], three[1:2], effective_on=tomorrow)


def test_the_centre_is_renamed_and_never_merged_away_without_its_people(three):
    with pytest.raises(ValidationError, match="بی جانشین"):
        planned("merge", [centre()], three[:1])

    carried(planned("rename", [centre()], new_name="مرکز تازه"))
    assert centre().name == "مرکز تازه"


def test_a_second_change_is_later_than_the_first(three):
    carried(planned("rename", three[:1], new_name="یک"))

    with pytest.raises(ValidationError, match="پس از واپسین تغییر"):
        planned("rename", three[:1], new_name="دو", effective_on=DAY - timedelta(days=9))


def test_a_successor_that_was_merged_itself_is_followed(three):
    first, second, third = three
    merged(first, second)
    merged(second, third, effective_on=DAY + timedelta(days=30), basis_on=DAY)
    first.refresh_from_db()

    assert successors_of(first) == [third]
    with pytest.raises(ValidationError, match="جانشین آن «سازمان c» است"):
        refuse_ended(first, on=timezone.localdate(), work="دعوت")


def test_only_successors_of_the_plan_are_chosen(three):
    plan = planned("merge", three[:1], three[1:2])

    with pytest.raises(ValidationError, match="همین تغییر"):
        choose(plan, {"1": "c"}, by=publisher(), at=timezone.now())


@pytest.mark.parametrize("role", ["manager", "publisher"])
def test_others_than_the_centre_plan_nothing(three, role):
    with pytest.raises(ValidationError, match="مرکز بررسی"):
        planned("merge", three[:1], three[1:2], by=person(role, three[0]))


@pytest.mark.parametrize("model", [OrganizationChange, FormerName])
def test_what_was_written_never_changes(three, model):
    merged(*three[:2])

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        model.objects.update(at=timezone.now())

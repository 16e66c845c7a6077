"""Names by period, and what the list that ships with the program leaves alone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import FormerName, Organization
from khedmat.organizations.naming import called, name_on, names_on, note_former_name
from khedmat.organizations.registering import Entry, correct
from tests.factories.changes import DAY, carried, planned
from tests.factories.people import OrganizationFactory, person, publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return OrganizationFactory(name="نام سوم", aliases=["کوتاه"])


def noted(agency, name, starts_on, ends_on, **more):
    former = FormerName(organization=agency, name=name, starts_on=starts_on, ends_on=ends_on, basis="سند", **more)
    return note_former_name(former, by=publisher(), at=timezone.now())


def test_on_each_day_one_name_is_in_force(agency):
    noted(agency, "نام نخست", None, date(2000, 12, 31))
    noted(agency, "نام دوم", date(2001, 1, 1), date(2009, 12, 31))

    days = (date(1990, 1, 1), date(2000, 12, 31), date(2001, 1, 1), date(2010, 1, 1))

    assert [name_on(agency, day) for day in days] == ["نام نخست", "نام نخست", "نام دوم", "نام سوم"]


def test_many_are_called_as_each_alone_in_one_question(agency, django_assert_num_queries):
    noted(agency, "نام نخست", None, date(2000, 12, 31))
    noted(agency, "نام دوم", date(2001, 1, 1), date(2009, 12, 31))
    days = (date(1990, 1, 1), date(2000, 12, 31), date(2001, 1, 1), date(2009, 12, 31), date(2010, 1, 1))
    asked = [(one, day) for one in (agency, OrganizationFactory()) for day in days]

    with django_assert_num_queries(1):
        names = names_on(asked)

    assert names == {(one.pk, day): name_on(one, day) for one, day in asked}


def test_a_rename_goes_on_from_the_last_noted_name(agency):
    noted(agency, "نام دوم", None, date(2009, 12, 31))

    carried(planned("rename", [agency], new_name="نام چهارم"))

    third = agency.former_names.get(name="نام سوم")
    assert (third.starts_on, third.ends_on) == (date(2010, 1, 1), DAY - timedelta(days=1))


@pytest.mark.parametrize("words", ["نام نخست", "نامنخست", "نام سوم", "كوتاه"])
def test_an_agency_is_called_by_any_of_its_names(agency, words):
    noted(agency, "نام نخست", None, date(2000, 12, 31))
    OrganizationFactory(name="دیگری")

    assert list(called(words)) == [agency.pk]


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [(None, date(2005, 1, 1)), (date(2005, 1, 1), date(2005, 1, 1)), (date(2009, 12, 31), date(2015, 1, 1))],
)
def test_two_names_of_one_day_are_refused(agency, starts_on, ends_on):
    noted(agency, "نام دوم", date(2001, 1, 1), date(2009, 12, 31))

    with pytest.raises(ValidationError, match="روی هم"):
        noted(agency, "نام دیگر", starts_on, ends_on)


def test_a_former_name_is_noted_by_the_centre_with_a_paper(agency):
    former = FormerName(organization=agency, name="ن", ends_on=date(2000, 1, 1), basis="")

    with pytest.raises(ValidationError, match="سندی"):
        note_former_name(former, by=publisher(), at=timezone.now())
    with pytest.raises(ValidationError, match="مرکز بررسی"):
        note_former_name(former, by=person("manager", agency), at=timezone.now())


def test_the_next_start_leaves_what_the_centre_wrote():
    load_reference()
    corrected, renamed = Organization.objects.get(code="isipo"), Organization.objects.get(code="doe")
    untouched = Organization.objects.get(code="pmo")
    Organization.objects.filter(pk=untouched.pk).update(name="نام کهنهٔ فهرست")
    entry = Entry("fund", "national", None, None, [], [], None)
    correct(corrected, entry, seen=0, by=publisher(), at=timezone.now())
    carried(planned("rename", [renamed], new_name="نام نو"))

    load_reference()

    assert Organization.objects.get(code="isipo").kind == "fund"
    assert Organization.objects.get(code="doe").name == "نام نو"
    assert Organization.objects.get(code="pmo").name == untouched.name


def test_an_edit_that_changes_nothing_is_no_edit(agency):
    entry = Entry(agency.kind, agency.scope, None, None, [], ["کوتاه"], None)

    correct(agency, entry, seen=0, by=publisher(), at=timezone.now())

    assert not agency.edits.exists()

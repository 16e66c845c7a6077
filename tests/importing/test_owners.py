"""Whose form it is."""

from datetime import date

import pytest

from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import Organization
from tests.factories.people import OrganizationFactory, person
from tests.importing.paper import permit, permits_text, row_of, taken, write

pytestmark = pytest.mark.django_db


def test_the_agency_that_the_form_names_owns_it(agency, folder):
    assert row_of(write(folder, agency="سازمان ثبت  نمونه")).agency == agency.code


def test_another_name_of_the_agency_is_known(agency, folder):
    OrganizationFactory(code="other", name="نام رسمی", aliases=["نام دیگر نمونه"])

    assert row_of(write(folder, agency="نام دیگر نمونه")).agency == "other"


def test_a_name_that_two_agencies_share_is_nobodys(agency, folder):
    OrganizationFactory(code="twin", name=agency.name)

    assert row_of(write(folder)).what == "refuse"


def test_the_directory_knows_misspelt_names(folder):
    load_reference()

    assert row_of(write(folder, agency="سازمان ثبت احوال كشور")).agency == "sabteahval"


def test_an_unknown_agency_is_refused_with_the_nearest_names(folder):
    load_reference()

    row = row_of(write(folder, agency="اداره کل بنادر و دریانوردی استان هرمزگان"))

    assert row.what == "refuse"
    assert "(pmo)" in row.reason
    assert "--agency" in row.reason


def test_an_agency_like_no_other_is_refused_all_the_same(agency, folder):
    row = row_of(write(folder, agency="ژژژ"))

    assert (row.what, "نزدیک‌ترین" in row.reason) == ("refuse", False)


def test_a_form_that_names_nobody_asks_for_the_agency(agency, folder):
    path = write(folder, agency=None)

    assert "--agency" in row_of(path).reason
    assert row_of(path, agency=agency).what == "add"


def test_the_operators_word_holds_and_the_forms_word_is_shown(agency, folder):
    load_reference()
    pmo = Organization.objects.get(code="pmo")

    row = row_of(write(folder, agency="سازمان حفاظت محیط زیست"), agency=pmo)

    assert (row.what, row.agency) == ("add", "pmo")
    assert "سازمان حفاظت محیط زیست" in row.reason


def test_a_provincial_office_may_take_in_the_card_of_its_own_centre(folder):
    load_reference()
    office = Organization.objects.get(code="plan-east-azerbaijan")

    assert row_of(write(folder, agency="سازمان برنامه و بودجه کشور"), agency=office).reason == ""


def test_an_agency_that_ended_takes_in_nothing(agency, folder):
    Organization.objects.filter(pk=agency.pk).update(valid_to=date(2026, 11, 21))

    assert "برقرار نیست" in row_of(write(folder)).reason


def test_an_author_takes_in_the_forms_of_the_own_agency(agency, folder):
    author = person("author", agency)

    (result,) = taken(write(folder), author=author)

    assert result.version.created_by == author
    assert result.version.stage_changes.get().as_role == "author"


@pytest.mark.parametrize("role", ["approver", "publisher", "reader"])
def test_colleagues_in_other_roles_take_in_nothing(agency, folder, role):
    assert "نویسنده" in row_of(write(folder), author=person(role, agency)).reason


def test_a_stranger_learns_nothing_about_the_agencys_cards(agency, folder):
    stranger = person("author", OrganizationFactory())
    path = write(folder)
    before = row_of(path, author=stranger)
    taken(path)

    after = row_of(path, author=stranger)

    assert after == before
    assert (after.what, after.service) == ("refuse", None)


def test_a_stranger_cannot_name_anothers_service(agency, folder):
    (result,) = taken(write(folder))
    path = write(folder, description="شرحی دیگر")

    assert row_of(path, author=person("author", OrganizationFactory()), service=result.version.service).what == "refuse"


def test_a_list_of_permits_is_public_at_once_and_no_one_person_makes_it_so(agency, folder):
    row = row_of(write(folder, "permits.html", text=permits_text(permit())), author=person("author", agency))

    assert (row.what, "گرداننده" in row.reason) == ("refuse", True)

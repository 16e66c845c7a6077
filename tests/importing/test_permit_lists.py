"""Lists of permits: one of an agency, replaced by a newer one that speaks of the same permits."""

import pytest

from khedmat.importing.models import Intake
from khedmat.permits.models import PermitForm, PermitList
from tests.factories.changes import merged
from tests.factories.people import OrganizationFactory
from tests.importing.paper import nothing_is_written, permit, permits_text, row_of, taken, write

pytestmark = pytest.mark.django_db


def page(folder, *rows, name="permits.html", **of):
    return write(folder, name, text=permits_text(*rows, **of))


def test_a_list_is_added_to_the_agency_it_names(agency, folder):
    (result,) = taken(page(folder, permit(), permit(action="تمدید")))

    rows = PermitForm.objects.filter(permit_list=result.permit_list).order_by("order")
    assert [(row.title, row.action, row.organization) for row in rows] == [
        ("پروانه نمونه", "issue", agency),
        ("پروانه نمونه", "renew", agency),
    ]
    assert Intake.objects.get().permit_list == result.permit_list


def test_the_same_list_is_left(agency, folder):
    path = page(folder, permit())
    taken(path)

    with nothing_is_written():
        row = row_of(path)

    assert row.what == "leave"


def test_a_list_with_the_same_permits_takes_the_place_of_the_earlier_one(agency, folder):
    taken(page(folder, permit(), permit(action="تمدید")))
    newer = page(folder, permit(documents="کارت ملی و شناسنامه"), name="newer.html")

    row = row_of(newer)
    (result,) = taken(newer)

    assert (row.what, row.changed) == ("change", ("permits.0.documents", "permits.1"))
    assert "۱ ردیف" in row.reason
    assert result.permit_list.replaces == PermitList.objects.earliest("pk")
    assert list(PermitForm.objects.public().values_list("documents", flat=True)) == ["کارت ملی و شناسنامه"]


def test_a_correction_takes_the_place_of_a_list_that_came_to_a_successor(agency, folder):
    taken(page(folder, permit()))
    successor = OrganizationFactory()
    merged(agency, successor)

    (result,) = taken(page(folder, permit(documents="دیگر"), name="newer.html"), agency=successor)

    assert result.row.what == "change"
    assert {row.organization for row in PermitForm.objects.public()} == {successor}


def test_the_list_that_was_replaced_is_left(agency, folder):
    old = page(folder, permit())
    taken(old)
    taken(page(folder, permit(documents="دیگر"), name="newer.html"))

    assert row_of(old).what == "leave"


def test_other_permits_are_another_list(agency, folder):
    taken(page(folder, permit()))

    assert row_of(page(folder, permit(title="جواز دیگر"), name="other.html")).what == "add"
    assert row_of(page(folder, permit(action="لغو"), name="other.html")).what == "add"


def test_a_list_across_two_others_is_refused(agency, folder):
    taken(page(folder, permit(), name="a.html"))
    taken(page(folder, permit(title="جواز دیگر"), name="b.html"))

    row = row_of(page(folder, permit(), permit(title="جواز دیگر"), name="c.html"))

    assert (row.what, "۲ فهرست" in row.reason) == ("refuse", True)


def test_the_same_permits_of_another_agency_are_its_own(agency, folder):
    taken(page(folder, permit()))
    OrganizationFactory(name="سازمان دوم نمونه")

    assert row_of(page(folder, permit(), agency="سازمان دوم نمونه")).what == "add"


def test_a_list_that_names_nobody_asks_for_the_agency(agency, folder):
    path = page(folder, permit(), agency="")

    assert "--agency" in row_of(path).reason
    assert row_of(path, agency=agency).what == "add"


def test_two_lists_of_one_batch_on_one_permit_are_refused(agency, folder):
    from_one, from_other = page(folder, permit()), page(folder, permit(documents="دیگر"), name="b.html")

    results = taken(from_one, from_other)

    assert [result.row.what for result in results] == ["refuse", "refuse"]
    assert not PermitList.objects.exists()

"""The made-up merger that a newcomer finds."""

import pytest
from django.utils import timezone

from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import Organization, OrganizationChange, PlannedChange
from khedmat.site.samples.changes import AFTER, BEFORE, merge_two
from khedmat.site.samples.enrolment import enrol_all

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(kept_for_the_module):
    load_reference()
    enrol_all(timezone.now())
    merge_two(timezone.now())


def test_two_made_up_agencies_are_one(loaded, client):
    (code,) = AFTER

    for old in BEFORE:
        gone = client.get(f"/agencies/{old}/")
        assert gone.status_code == 410
        assert f'href="/agencies/{code}/"' in gone.content.decode()
    assert client.get(f"/agencies/{code}/").status_code == 200


def test_they_are_found_by_their_names_of_before(loaded, client):
    page = client.get("/agencies/", {"q": "کتابخانهٔ نمونه"}).content.decode()

    assert "/agencies/sample-library/" in page
    assert "پایان‌یافته" in page


def test_the_board_of_article_2_owes_nothing_to_a_made_up_law(loaded):
    codes = [*BEFORE, *AFTER]

    assert set(Organization.objects.filter(code__in=codes).values_list("scope", flat=True)) == {"provincial"}


def test_a_second_load_changes_nothing(loaded):
    merge_two(timezone.now())

    assert OrganizationChange.objects.count() == PlannedChange.objects.count() == 1


def test_the_next_start_keeps_them(loaded):
    load_reference()

    ended = Organization.objects.filter(code__in=BEFORE)
    assert all(agency.valid_to for agency in ended)
    assert len(ended) == 2


def test_the_centre_signed_it(loaded):
    change = OrganizationChange.objects.get()

    assert change.by.username == "sample-publisher"
    assert change.plan.made_by.username == "sample-reviewer"

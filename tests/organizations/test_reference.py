"""The register of organisations as it ships."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.core.persian import sort_key
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.actions import CENTRE, load_reference
from khedmat.organizations.directory import agencies
from khedmat.organizations.enums import Kind, Scope
from khedmat.organizations.models import Organization, Place
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, PlaceFactory

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def test_everything_is_loaded_once_however_often_it_is_asked():
    first, second = load_reference(), load_reference()

    assert first == second == (31, len(agencies()))
    assert (Place.objects.count(), Organization.objects.count()) == (31, len(agencies()))


def test_each_agency_stands_under_its_parent_in_its_province():
    load_reference()

    stored = {row.code: row for row in Organization.objects.select_related("parent", "place")}
    for agency in agencies():
        row = stored[agency.code]
        assert (row.name, row.kind, row.scope) == (agency.name, agency.kind, agency.scope)
        assert (row.parent.code if row.parent else None) == agency.parent
        assert (row.place.code if row.place else None) == agency.province


def test_a_second_run_mends_what_was_changed_and_keeps_what_is_ours():
    load_reference()
    ours = OrganizationFactory(code="our-own")
    Organization.objects.filter(code="aro").update(name="نامی دیگر", parent=ours)

    load_reference()

    assert Organization.objects.get(code="aro").name == "سازمان اداری و استخدامی کشور"
    assert Organization.objects.filter(pk=ours.pk).exists()


def test_there_is_one_centre():
    load_reference()

    assert Organization.objects.get(is_centre=True).code == CENTRE
    with pytest.raises(ValidationError, match="مرکز"), refusing_in_words():
        OrganizationFactory(is_centre=True)


def test_all_kinds_of_the_directory_are_known():
    assert {agency.kind for agency in agencies()} <= set(Kind.values)
    assert {agency.scope for agency in agencies()} <= set(Scope.values)


def test_provinces_stand_in_the_order_of_the_alphabet():
    load_reference()

    names = [place.fa for place in Place.objects.all()]
    assert names == sorted(names, key=sort_key)


def test_an_organization_is_in_force_between_its_days():
    always = OrganizationFactory()
    ended = OrganizationFactory(valid_to=TODAY.replace(day=1))
    OrganizationFactory(valid_from=TODAY.replace(year=2030))

    assert set(Organization.objects.in_force(TODAY)) == {always}
    assert set(Organization.objects.in_force(TODAY.replace(day=1))) == {always, ended}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"kind": "club"}, "فهرست"),
        ({"scope": "cosmic"}, "فهرست"),
        ({"valid_from": TODAY, "valid_to": TODAY.replace(year=2000)}, "پایان"),
    ],
)
def test_wrong_organizations_are_refused(wrong, words):
    with pytest.raises(ValidationError, match=words), refusing_in_words():
        OrganizationFactory(**wrong)


def test_nobody_is_its_own_parent():
    agency = OrganizationFactory()

    with pytest.raises(ValidationError, match="مادر خودش"), refusing_in_words():
        Organization.objects.filter(pk=agency.pk).update(parent=agency)


def test_a_national_code_has_two_digits():
    with pytest.raises(ValidationError, match="دو رقم"), refusing_in_words():
        PlaceFactory(code="x1")

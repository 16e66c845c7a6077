"""The list of an agency: what is published, sub-services under their main service."""

import pytest

from khedmat.embedding.listing import Entry, Group, groups_of, listing_of
from tests.factories.cards import VersionFactory, identified
from tests.factories.people import OrganizationFactory


def entry(code, title="خدمت", service=7):
    return Entry(service, code, title, 1, "a" * 64, None)


MAIN, FIRST, SECOND = entry("13041861000"), entry("12031861100"), entry("10011861101")


def test_sub_services_stand_under_their_main_service_in_the_order_of_their_ids():
    other = entry("13011999000")

    assert groups_of([SECOND, other, MAIN, FIRST]) == [Group(other, []), Group(MAIN, [FIRST, SECOND])]


def test_a_sub_service_whose_main_service_is_not_published_stands_by_itself():
    assert groups_of([FIRST, SECOND]) == [Group(FIRST, []), Group(SECOND, [])]


def test_services_without_an_id_are_no_family():
    nameless = [entry(None, service=1), entry(None, service=2)]

    assert groups_of([*nameless, MAIN]) == [Group(one, []) for one in (*nameless, MAIN)]
    assert nameless[0].number == "1"


@pytest.mark.django_db
def test_only_what_this_agency_has_in_force_is_listed():
    agency = OrganizationFactory()
    shown = VersionFactory(service__owner=agency, published=True)
    for stage in ("draft", "accepted", "suspended", "retired"):
        VersionFactory(service__owner=agency, stage=stage)
    VersionFactory(published=True)
    identified(shown.service, "13041861000")

    (found,) = listing_of(agency).entries()

    assert (found.number, found.version, found.sha256) == ("13041861000", shown.number, shown.sha256)
    assert found.shown_code == "۱۳۰۴۱۸۶۱۰۰۰"


@pytest.mark.django_db
def test_the_list_is_as_new_as_the_newest_of_its_cards():
    agency = OrganizationFactory()
    assert listing_of(agency).changed_at is None

    version = VersionFactory(service__owner=agency, published=True)

    assert listing_of(agency).changed_at == version.published_at

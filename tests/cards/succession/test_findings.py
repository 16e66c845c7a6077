"""R03, and whose a service was on a day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from khedmat.cards.checking import store_findings
from khedmat.cards.succession.history import owner_on, provider_on
from tests.factories import forms
from tests.factories.cards import VersionFactory
from tests.factories.changes import DAY, carried, merged, planned
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db


def said(version):
    found = store_findings(version, on=timezone.localdate())
    return [(one.field, one.message) for one in found if one.rule == "R03"]


def named(agency, text):
    document = forms.document(forms.card(executive_agency=text))
    return VersionFactory(published=True, service__owner=agency, document=document)


def test_a_card_that_names_an_ended_agency_is_told_the_successor():
    old, new = OrganizationFactory(name="سازمان پیشین"), OrganizationFactory(name="سازمان جانشین")
    version = named(old, "سازمان  پیشین")
    assert said(version) == []

    merged(old, new)

    version.refresh_from_db()
    version.service.refresh_from_db()
    ((field, message),) = said(version)
    assert field == "card.executive_agency"
    assert "۱۴۰۳" in message
    assert "سازمان جانشین" in message


def test_a_card_that_names_an_agency_by_its_old_name_is_told_the_new_one():
    agency = OrganizationFactory(name="دفتر نخست")
    version = named(agency, "دفتر نخست")

    carried(planned("rename", [agency], new_name="دفتر دوم"))

    version.service.owner.refresh_from_db()
    assert "«دفتر دوم»" in said(version)[0][1]


def test_of_an_old_day_the_agency_and_its_name_are_those_of_that_day():
    old, new = OrganizationFactory(name="الف"), OrganizationFactory(name="ب")
    service = VersionFactory(service__owner=old).service
    carried(planned("rename", [old], new_name="پ", effective_on=date(2020, 1, 1), basis_on=date(2020, 1, 1)))
    merged(old, new)
    service.refresh_from_db()

    names = [provider_on(service, day) for day in (date(2019, 1, 1), DAY - timedelta(days=1), DAY)]

    assert names == ["الف", "پ", "ب"]
    assert owner_on(service, DAY) == new

"""The electronic index by agency: what is counted, and of which cards."""

import pytest

from khedmat.cards.electronic_board import board, reasons_of
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
ONLINE = {"electronic": True}


def service(owner, stage="published", **stages):
    return VersionFactory(stage=stage, service__owner=owner, card={"stages": stages})


def counted():
    return [(row.agency.name, row.mean, row.measured, row.whole, row.unsaid) for row in board()]


def test_an_empty_registry_has_no_rows():
    assert board() == []


@pytest.mark.parametrize("stage", ["draft", "submitted", "suspended", "replaced", "retired"])
def test_only_published_cards_count(stage):
    service(OrganizationFactory(), stage, request=ONLINE)

    assert board() == []


def test_the_mean_is_of_the_measured_services_and_the_silent_are_counted_apart():
    owner = OrganizationFactory(name="سازمان")
    service(owner, request=ONLINE), service(owner, request={"non_electronic": True}), service(owner)

    assert counted() == [("سازمان", 50, 2, 1, 1)]


def test_an_agency_of_silent_cards_has_no_mean():
    service(OrganizationFactory(name="خاموش"))

    assert counted() == [("خاموش", None, 0, 0, 1)]


def test_a_replaced_version_does_not_count_beside_the_one_in_force():
    owner = OrganizationFactory(name="سازمان")
    old = service(owner, "replaced", request={"non_electronic": True})
    VersionFactory(service=old.service, published=True, card={"stages": {"request": ONLINE}})

    assert counted() == [("سازمان", 100, 1, 1, 0)]


def test_agencies_stand_in_the_order_of_the_alphabet():
    for name in ("ب", "الف"):
        service(OrganizationFactory(name=name, sort_key=name), request=ONLINE)

    assert [row[0] for row in counted()] == ["الف", "ب"]


def test_a_reason_is_counted_once_for_each_service():
    assert reasons_of([["identity", "document"], ["identity"], []]) == {"identity": 2, "document": 1}

"""The agency of a service stands beside each of its versions; the database alone writes it."""

import pytest
from django.db import connection, transaction

from khedmat.cards.models import Service, ServiceVersion
from tests.cards.test_races import at_once
from tests.factories.cards import VersionFactory
from tests.factories.changes import merged
from tests.factories.people import OrganizationFactory


def owners(service):
    return list(service.versions.order_by("number").values_list("owner", flat=True))


@pytest.mark.django_db
def test_a_new_version_stands_with_the_agency_of_its_service():
    version = VersionFactory()

    assert owners(version.service) == [version.service.owner_id]


@pytest.mark.django_db
def test_versions_in_every_stage_follow_their_service_to_another_agency():
    old, new = OrganizationFactory(), OrganizationFactory()
    version = VersionFactory(published=True, service__owner=old)
    VersionFactory(service=version.service, number=2)

    merged(old, new)

    assert owners(version.service) == [new.pk, new.pk]
    assert not ServiceVersion.objects.of_agency(old).exists()
    assert ServiceVersion.objects.of_agency(new.code).count() == 2


@pytest.mark.django_db
def test_what_a_program_writes_there_is_passed_over():
    version, other = VersionFactory(), OrganizationFactory()
    ServiceVersion.objects.filter(pk=version.pk).update(owner=other)
    version.owner = other
    version.save()

    assert owners(version.service) == [version.service.owner_id]


@pytest.mark.django_db(transaction=True)
def test_a_version_begun_while_its_service_moves_waits_and_follows():
    old, new = OrganizationFactory(), OrganizationFactory()
    service = VersionFactory(published=True, service__owner=old).service

    at_once(lambda: merged(old, new), lambda: VersionFactory(service=service, number=2))

    after = Service.objects.get(pk=service.pk).owner_id
    assert owners(service) == [after] * 2


@pytest.mark.django_db(transaction=True)
def test_a_version_is_not_added_before_the_move_of_its_service_ends():
    old, new = OrganizationFactory(), OrganizationFactory()
    service = VersionFactory(published=True, service__owner=old).service

    def hurried():
        with transaction.atomic():
            connection.cursor().execute("SET LOCAL lock_timeout = '200ms'")
            VersionFactory(service=service, number=2)

    with transaction.atomic():
        merged(old, new)
        (result,) = at_once(hurried)

    assert "lock timeout" in str(result)

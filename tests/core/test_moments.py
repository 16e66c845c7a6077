"""Many questions about one moment of the database."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from khedmat.core.moments import one_moment
from khedmat.organizations.models import Organization
from tests.factories.people import OrganizationFactory


def elsewhere(write):
    """Done by another connection, and committed."""

    def work():
        try:
            write()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(work).result()


@pytest.mark.django_db(transaction=True)
def test_what_others_write_meanwhile_is_seen_afterwards():
    with one_moment():
        before = Organization.objects.count()
        elsewhere(OrganizationFactory)
        assert Organization.objects.count() == before

    assert Organization.objects.count() == before + 1


@pytest.mark.django_db
def test_in_a_transaction_that_has_begun_it_goes_on():
    with transaction.atomic(), one_moment():
        OrganizationFactory(code="mine")
        assert Organization.objects.filter(code="mine").exists()

"""The centre is an agency like others: what comes in its place examines cards from then on."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import Membership, Organization
from tests.factories.changes import carried, planned
from tests.factories.people import OrganizationFactory, centre, person, publisher

pytestmark = pytest.mark.django_db


def test_the_successor_of_the_centre_is_the_centre_with_its_people():
    old, new = centre(), OrganizationFactory()
    reviewer, by = person("reviewer", old), publisher()

    change = carried(planned("merge", [old], [new], opens_roles=True, by=by), by=by)

    new.refresh_from_db(), old.refresh_from_db()
    assert (old.is_centre, new.is_centre) == (False, True)
    assert old.has_ended(change.effective_on)
    assert Membership.objects.of(reviewer).in_force(localdate(change.at)).reviewing().get().organization == new


def test_the_next_start_does_not_undo_it():
    load_reference()
    old, new = Organization.objects.get(is_centre=True), Organization.objects.get(code="sabteahval")
    by = person("publisher", old)
    carried(planned("merge", [old], [new], opens_roles=True, by=by), by=by)

    load_reference()

    assert Organization.objects.get(is_centre=True) == new


@pytest.mark.parametrize(("kind", "opens_roles"), [("merge", False), ("closing", True)])
def test_without_a_successor_that_has_its_people_the_centre_does_not_end(kind, opens_roles):
    after = [OrganizationFactory()] if kind == "merge" else []

    with pytest.raises(ValidationError, match="نخستین جانشین آن مرکز تازه"):
        planned(kind, [centre()], after, opens_roles=opens_roles)


def test_the_log_of_the_new_centre_says_so_in_persian(client_for):
    old, new = centre(), OrganizationFactory()
    reviewer, by = person("reviewer", old), publisher()
    carried(planned("merge", [old], [new], opens_roles=True, by=by), by=by)

    page = client_for(reviewer).get(f"/desk/organizations/{new.code}/").content.decode()

    assert "<bdi>بله</bdi>" in page
    assert "True" not in page

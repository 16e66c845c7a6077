"""Who may pass over findings, in every stage; the page and the action agree."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from khedmat.cards.enums import Stage
from khedmat.cards.governing.dismissing import dismiss
from khedmat.cards.governing.needs import ALIVE
from khedmat.cards.governing.perms import can_dismiss
from khedmat.cards.models import Dismissal
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.governing import LATER
from tests.factories.people import OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
TODAY = localdate(LATER)


def people(owner):
    here = {role: person(role, owner) for role in ("author", "approver", "reader", "manager")}
    there = {f"other {role}": person(role, OrganizationFactory()) for role in ("author", "approver", "reviewer")}
    of_centre = {role: person(role, centre()) for role in ("reviewer", "publisher")}
    return here | there | of_centre | {"nobody": UserFactory()}


@pytest.mark.parametrize("stage", Stage.values)
def test_the_centre_alone_and_only_while_the_version_is_alive(stage):
    version = VersionFactory(stage=stage)
    found = FindingFactory(version=version, rule="V06", severity="A")

    may = {name for name, user in people(version.service.owner).items() if can_dismiss(user, version, TODAY)}

    assert may == ({"reviewer", "publisher"} if stage in ALIVE else set())
    assert found.dismissal is None


def test_the_action_says_no_to_everybody_whom_the_page_offers_nothing():
    version = VersionFactory(stage="approved")
    found = FindingFactory(version=version, rule="V06", severity="A")

    for user in people(version.service.owner).values():
        if not can_dismiss(user, version, TODAY):
            with pytest.raises(ValidationError):
                dismiss(found, reason="چون", by=user, at=LATER)

    assert not Dismissal.objects.exists()


def test_whoever_left_the_centre_decides_no_more():
    version = VersionFactory(stage="approved")
    gone = person("reviewer", centre())
    gone.memberships.update(ends_on=TODAY.replace(year=TODAY.year - 1))

    assert not can_dismiss(gone, version, TODAY)

"""Every queue against every stage and every person: who finds what, and that the twin of the list agrees."""

from copy import deepcopy
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from khedmat.cards import perms
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.organizations import joining
from khedmat.organizations.models import Invitation, Membership
from khedmat.web.desk.queues.of_cards import CARDS
from khedmat.web.desk.queues.of_people import PEOPLE, SOON
from khedmat.web.desk.queues.table import QUEUES
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, invited, person

pytestmark = pytest.mark.django_db
BY_CODE = {queue.code: queue for queue in QUEUES}
ROLES = ("author", "approver", "reader", "manager", "reviewer", "publisher")
CENTRE = ("reviewer", "publisher")
TWINS = {
    "edit": perms.can_edit,
    "mend": perms.can_mend,
    "approve": perms.can_approve,
    "accept": perms.can_accept,
    "publish": perms.can_publish,
    "resume": perms.can_resume,
}


@pytest.fixture(scope="module")
def made(kept_for_the_module):
    """A version in every stage of one agency, each of a service of its own."""
    owner = OrganizationFactory()
    versions = [VersionFactory(service__owner=owner, stage=stage) for stage in Stage.values]
    people = {role: person(role, centre() if role in CENTRE else owner) for role in ROLES}
    return SimpleNamespace(owner=owner, versions=versions, people=people)


@pytest.fixture
def world(db, made):
    return deepcopy(made)


def stages(code, user, at=NOW):
    return sorted(BY_CODE[code].rows(user, at).values_list("stage", flat=True))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("code", TWINS)
def test_a_queue_holds_what_its_predicate_says_of_each_version(world, code, role):
    user, on = world.people[role], timezone.localdate(NOW)

    may = {one.pk for one in ServiceVersion.objects.all() if TWINS[code](user, one, on)}

    assert set(BY_CODE[code].rows(user, NOW).values_list("pk", flat=True)) == may


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.code)
def test_nobody_finds_anything_by_a_right_elsewhere(world, queue):
    invited(world.owner, at=NOW)
    elsewhere = OrganizationFactory()
    for user in (UserFactory(), *(person(role, elsewhere) for role in ROLES)):
        assert not queue.rows(user, NOW).exists()


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.code)
def test_a_role_that_has_ended_waits_for_nothing(world, queue):
    invited(world.owner, at=NOW)
    for user in world.people.values():
        Membership.objects.filter(user=user).update(ends_on=timezone.localdate(NOW) - timedelta(days=1))

    assert not any(queue.rows(user, NOW).exists() for user in world.people.values())


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.code)
def test_every_queue_has_words_roles_and_a_way(queue):
    assert queue.roles
    assert queue.goal.startswith("/desk/")
    assert str(queue.title)
    assert str(queue.meaning).endswith((".", "؟"))


def test_no_two_queues_have_one_code():
    assert len(BY_CODE) == len(QUEUES)
    assert {*CARDS, *PEOPLE} <= {*QUEUES}


def test_what_bears_an_id_or_says_one_waits_for_none(world):
    reviewer = world.people["reviewer"]
    assert stages("identify", reviewer) == ["accepted"]

    identified(next(one for one in world.versions if one.stage == "accepted").service)
    VersionFactory(service__owner=world.owner, stage="accepted", card={"service_id": "13011466000"})

    assert stages("identify", reviewer) == []


def test_what_has_a_later_draft_is_mended_already(world):
    returned = next(one for one in world.versions if one.stage == "returned")
    VersionFactory(service=returned.service)

    assert stages("mend", world.people["author"]) == []


def test_an_invitation_waits_until_it_is_accepted_revoked_or_over(world):
    manager = world.people["manager"]
    for outcome in ("open", "revoked", "over", "too late"):
        until = {"until": timezone.localdate(NOW)} if outcome == "too late" else {}
        invited(world.owner, at=NOW, by=manager, name=outcome, **until)
    joining.revoke(Invitation.objects.get(name="revoked"), by=manager, at=NOW)

    def waiting(after):
        found = BY_CODE["invitations"].rows(manager, NOW + after)
        return sorted(found.values_list("name", flat=True))

    assert waiting(timedelta()) == ["open", "over", "too late"]
    assert waiting(timedelta(days=2)) == ["open", "over"]
    assert waiting(joining.LASTS) == []


@pytest.mark.parametrize(("days", "is_soon"), [(-1, False), (0, True), (SOON.days, True), (SOON.days + 1, False)])
def test_a_role_ends_soon_within_a_month(world, days, is_soon):
    last = timezone.localdate(NOW) + timedelta(days=days)
    MembershipFactory(organization=world.owner, role="reader", ends_on=last)

    assert BY_CODE["ending"].rows(world.people["manager"], NOW).exists() == is_soon


def test_a_role_without_an_end_never_ends_soon(world):
    assert not BY_CODE["ending"].rows(world.people["manager"], NOW).exists()

"""Who may do what, for every person at every stage; lists and single answers agree."""

from copy import deepcopy
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser

from khedmat.cards import perms
from khedmat.cards.enums import PUBLIC, Stage
from khedmat.cards.models import ServiceVersion
from khedmat.organizations.models import Membership
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, an_office, person

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
STAGES = Stage.values
CENTRE = {"reviewer", "publisher"}
NO_AND_YES = {
    "can_accept": {"approved": CENTRE},
    "can_return": {"submitted": {"approver"}, "approved": CENTRE, "accepted": CENTRE},
    "can_discard": {"draft": {"author"}},
    "can_mend": {"returned": {"author"}},
    "can_suspend": {"published": {"publisher"}},
    "can_retire": {"published": {"publisher"}, "suspended": {"publisher"}},
    "can_resume": {"suspended": {"publisher"}},
    "can_confirm": {"published": {"author", "approver"}},
}
TWINS = {
    "can_see": "visible_to",
    "can_see_inside": "inside_for",
    "can_edit": "editable_by",
    "can_submit": "editable_by",
    "can_discard": "editable_by",
    "can_mend": "mendable_by",
    "can_approve": "approvable_by",
    "can_accept": "acceptable_by",
    "can_return": "returnable_by",
    "can_publish": "publishable_by",
    "can_resume": "resumable_by",
    "can_confirm": "confirmable_by",
}


@pytest.fixture(scope="module")
def made(kept_for_the_module):
    """Everybody, and a version of the office's author in every stage; beside each stands one of another office."""
    office = an_office()
    of_office = {"service__owner": office.owner, "created_by": office.author}
    versions = {stage: VersionFactory(**of_office, stage=stage) for stage in STAGES}
    for stage in STAGES:
        VersionFactory(stage=stage)
    elsewhere = OrganizationFactory()
    former = MembershipFactory(organization=office.owner, role="author", ends_on=TODAY - timedelta(days=1)).user
    coming = MembershipFactory(organization=office.owner, role="author", starts_on=TODAY + timedelta(days=1)).user
    people = SimpleNamespace(
        **vars(office),
        former=former,
        coming=coming,
        anonymous=AnonymousUser(),
        nobody=UserFactory(),
        **{f"stranger_{role}": person(role, elsewhere) for role in ("author", "approver", "reviewer", "publisher")},
    )
    return people, versions


@pytest.fixture
def people(db, made):
    return deepcopy(made[0])


@pytest.fixture
def versions(db, made):
    return deepcopy(made[1])


def allowed(people, perm, version):
    everybody = {name: user for name, user in vars(people).items() if name != "owner"}
    return {name for name, user in everybody.items() if getattr(perms, perm)(user, version, TODAY)}


@pytest.mark.parametrize("stage", STAGES)
def test_what_was_published_is_seen_by_all_and_the_rest_by_its_people(people, versions, stage):
    version = versions[stage]
    centre = set() if stage in ("draft", "discarded") else {"reviewer", "publisher"}
    insiders = {"author", "approver", "reader"} | centre

    everybody = set(vars(people)) - {"owner"}
    assert allowed(people, "can_see", version) == (everybody if stage in PUBLIC else insiders)
    assert allowed(people, "can_see_inside", version) == insiders


@pytest.mark.parametrize("stage", STAGES)
def test_each_move_belongs_to_one_role_at_one_stage(people, versions, stage):
    version = versions[stage]

    assert allowed(people, "can_edit", version) == ({"author"} if stage == "draft" else set())
    assert allowed(people, "can_submit", version) == ({"author"} if stage == "draft" else set())
    assert allowed(people, "can_approve", version) == ({"approver"} if stage == "submitted" else set())
    assert allowed(people, "can_publish", version) == ({"publisher"} if stage == "accepted" else set())


@pytest.mark.parametrize(("perm", "stages"), NO_AND_YES.items())
@pytest.mark.parametrize("stage", STAGES)
def test_whoever_says_yes_may_say_no(people, versions, perm, stages, stage):
    assert allowed(people, perm, versions[stage]) == stages.get(stage, set())


@pytest.mark.parametrize("stage", ["submitted", "approved", "accepted"])
def test_whoever_wrote_it_has_no_second_part(people, stage):
    version = VersionFactory(service__owner=people.owner, stage=stage, created_by=people.author)
    centre = people.publisher.memberships.get().organization
    MembershipFactory(user=people.author, organization=people.owner, role="approver")
    MembershipFactory(user=people.author, organization=centre, role="publisher")

    assert not perms.can_approve(people.author, version, TODAY)
    assert not perms.can_accept(people.author, version, TODAY)
    assert not perms.can_return(people.author, version, TODAY)
    assert not perms.can_publish(people.author, version, TODAY)


def test_the_centre_s_own_drafts_are_its_members_s(people):
    centre = people.publisher.memberships.get().organization
    draft = VersionFactory(service__owner=centre)

    assert perms.can_see_inside(people.publisher, draft, TODAY)
    assert perms.can_see_inside(people.reviewer, draft, TODAY)
    assert not perms.can_see_inside(people.author, draft, TODAY)


def test_a_reader_sees_the_drafts_of_the_own_office_and_edits_none(people):
    draft, elsewhere = VersionFactory(service__owner=people.owner), VersionFactory()

    assert perms.can_see_inside(people.reader, draft, TODAY)
    assert not perms.can_see_inside(people.reader, elsewhere, TODAY)
    assert not perms.can_edit(people.reader, draft, TODAY)


@pytest.mark.parametrize("perm", TWINS)
def test_lists_and_single_answers_agree(people, perm):
    everybody = [user for name, user in vars(people).items() if name != "owner"]

    for user in everybody:
        listed = set(getattr(ServiceVersion.objects.all(), TWINS[perm])(user, TODAY))
        single = {version for version in ServiceVersion.objects.all() if getattr(perms, perm)(user, version, TODAY)}
        assert listed == single


def test_the_day_is_part_of_the_question(people):
    version = VersionFactory(service__owner=people.owner)

    assert perms.can_edit(people.former, version, TODAY - timedelta(days=1))
    assert perms.can_edit(people.coming, version, TODAY + timedelta(days=1))


def test_an_office_is_where_one_works_today(people):
    mine = ServiceVersion.objects.filter(service__owner=people.owner)

    assert set(ServiceVersion.objects.of_office(people.reader, TODAY)) == set(mine) != set(ServiceVersion.objects.all())
    assert not ServiceVersion.objects.of_office(people.former, TODAY).exists()
    assert not ServiceVersion.objects.of_office(people.anonymous, TODAY).exists()
    assert Membership.objects.of(people.reader).in_force(TODAY).count() == 1

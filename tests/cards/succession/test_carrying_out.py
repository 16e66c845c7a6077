"""A change of agencies: what moves, what ends, what stays as it was."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.cards.models import Service, ServiceMove, ServiceVersion
from khedmat.organizations.changing.carrying import carry_out
from khedmat.organizations.changing.planning import choose
from khedmat.organizations.models import Membership, Organization
from tests.factories.cards import VersionFactory
from tests.factories.changes import DAY, carried, merged, planned, seen_of
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, delegated, invited, person, publisher
from tests.factories.titles import titles_of
from tests.factories.tokens import a_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return OrganizationFactory(code="old", name="سازمان پیشین", domains=["old.example"])


@pytest.fixture
def new():
    return OrganizationFactory(code="new", name="سازمان جانشین")


def test_services_go_to_the_successor_with_their_ids_and_their_words(old, new):
    version = VersionFactory(published=True, service__owner=old)
    before = (version.sha256, version.service.code, version.number)

    change = merged(old, new)

    version = ServiceVersion.objects.get(pk=version.pk)
    move = ServiceMove.objects.get()
    assert version.service.owner == new
    assert (version.sha256, version.service.code, version.number) == before
    assert (move.before, move.after, move.change) == (old, new, change)


def test_the_agency_ends_the_day_before_and_its_domains_are_the_successors(old, new):
    merged(old, new)

    old.refresh_from_db()
    new.refresh_from_db()
    assert old.valid_to == DAY - timedelta(days=1)
    assert new.domains == ["old.example"]
    assert old.former_names.get().name == "سازمان پیشین"


@pytest.mark.parametrize("opens", [True, False])
def test_roles_end_yesterday_and_open_in_the_successor_if_it_is_asked(old, new, opens):
    role = MembershipFactory(organization=old, role="author")

    merged(old, new, opens_roles=opens)

    today = timezone.localdate()
    role.refresh_from_db()
    assert role.ends_on == today - timedelta(days=1)
    assert Membership.objects.filter(user=role.user, organization=new).in_force(today).exists() == opens


def test_whoever_carries_it_out_takes_no_role_in_the_successor(old, new):
    boss = publisher()
    MembershipFactory(user=boss, organization=old, role="manager")

    carried(planned("merge", [old], [new], opens_roles=True), by=boss)

    assert not Membership.objects.filter(user=boss, organization=new).exists()


def test_invitations_letters_tokens_and_lists_of_titles_end_with_the_agency(old, new):
    approver = MembershipFactory(organization=old, role="approver")
    letter = delegated(approver, at=timezone.now())
    invitation, _token = invited(old, at=timezone.now())
    titles = titles_of(old)
    token, _secret = a_token(old)

    merged(old, new)

    invitation.refresh_from_db()
    titles.refresh_from_db()
    token.refresh_from_db()
    letter.refresh_from_db()
    assert invitation.revoked_at
    assert token.revoked_at
    assert not letter.may_be_ended(timezone.localdate())
    assert titles.stage in ("replaced", "draft")


def test_subordinates_stand_below_the_successor(old, new):
    below = OrganizationFactory(parent=old)

    merged(old, new)

    below.refresh_from_db()
    assert below.parent == new
    assert below.edits.get().after == {"parent": "new"}


def test_of_a_split_each_service_goes_where_it_was_chosen_and_the_rest_to_the_main_one(old, new):
    other = OrganizationFactory(code="other")
    chosen, rest = VersionFactory(service__owner=old).service, VersionFactory(service__owner=old).service
    plan = planned("split", [old], [new, other])

    choose(plan, {f"services-{chosen.pk}": "other"}, by=publisher(), at=timezone.now())
    plan.refresh_from_db()
    carried(plan)

    assert Service.objects.get(pk=chosen.pk).owner == other
    assert Service.objects.get(pk=rest.pk).owner == new


def test_an_agency_from_which_a_part_is_split_off_stays(old, new):
    kept, gone = VersionFactory(service__owner=old).service, VersionFactory(service__owner=old).service
    role = MembershipFactory(organization=old)
    plan = planned("split", [old], [old, new])

    choose(plan, {f"services-{gone.pk}": "new"}, by=publisher(), at=timezone.now())
    plan.refresh_from_db()
    carried(plan)

    role.refresh_from_db()
    assert (Service.objects.get(pk=kept.pk).owner, Service.objects.get(pk=gone.pk).owner) == (old, new)
    assert Organization.objects.get(pk=old.pk).valid_to is None
    assert role.ends_on is None


def test_a_rename_moves_nothing_and_keeps_the_old_name_with_its_days(old):
    service = VersionFactory(service__owner=old).service

    carried(planned("rename", [old], new_name="سازمان نو"))

    old.refresh_from_db()
    former = old.former_names.get()
    assert (old.name, old.valid_to) == ("سازمان نو", None)
    assert (former.name, former.starts_on, former.ends_on) == ("سازمان پیشین", None, DAY - timedelta(days=1))
    assert not service.moves.exists()


def test_an_agency_with_services_in_force_is_not_closed_without_a_successor(old):
    VersionFactory(published=True, service__owner=old)
    plan = planned("closing", [old])

    with pytest.raises(ValidationError, match="هنوز ۱ خدمت در کار"):
        carried(plan)

    assert Organization.objects.get(pk=old.pk).valid_to is None


def test_what_came_between_preview_and_press_is_told_and_nothing_is_done(old, new):
    plan = planned("merge", [old], [new])
    seen = seen_of(plan)
    VersionFactory(service__owner=old, title="خدمت نورسیده")

    with pytest.raises(ValidationError, match="خدمت نورسیده"):
        carry_out(plan, seen=seen, by=publisher(), at=timezone.now())

    assert not ServiceMove.objects.exists()


def test_it_is_done_once(old, new):
    plan = planned("merge", [old], [new])
    seen = seen_of(plan)
    carry_out(plan, seen=seen, by=publisher(), at=timezone.now())

    with pytest.raises(ValidationError, match="انجام شده است"):
        carry_out(plan, seen=seen, by=publisher(), at=timezone.now())


@pytest.mark.parametrize("role", ["reviewer", "manager", "author"])
def test_publishers_of_the_centre_alone_carry_it_out(old, new, role):
    by = person(role, centre() if role == "reviewer" else old)

    with pytest.raises(ValidationError, match="منتشرکنندگان مرکز"):
        carried(planned("merge", [old], [new]), by=by)


def test_the_database_lets_no_service_go_without_its_row(old, new):
    service = VersionFactory(service__owner=old).service
    service.owner = new

    with pytest.raises(DatabaseError, match="moves by a change"), transaction.atomic():
        service.save()

"""What a change does to people, letters, invitations, domains and subordinates, case by case."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from khedmat.notices.letters import letter, subject
from khedmat.notices.models import Notice
from khedmat.organizations.enums import MembershipMove
from khedmat.organizations.models import DelegationEnd, Membership, Organization, Succession
from tests.factories.cards import VersionFactory
from tests.factories.changes import DAY, carried, merged, planned
from tests.factories.people import (
    MembershipFactory,
    OrganizationFactory,
    UserFactory,
    delegated,
    invited,
    person,
    publisher,
)

pytestmark = pytest.mark.django_db
AT_DAY = {"effective_on": DAY, "basis_on": DAY}


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def old():
    return OrganizationFactory(code="old", name="پیشین")


@pytest.fixture
def new():
    return OrganizationFactory(code="new", name="جانشین")


def roles_at(agency, user, on):
    held = Membership.objects.filter(organization=agency, user=user).in_force(on)
    return sorted(held.values_list("role", flat=True))


def test_those_of_both_agencies_are_told_what_went_where(old, new):
    VersionFactory(service__owner=old)
    told = [person("author", old), person("manager", new)]
    person("reader", old), person("author", OrganizationFactory())

    merged(old, new)

    notices = Notice.objects.filter(kind="agencies_changed").order_by("user")
    assert [one.user for one in notices] == told
    assert {one.link for one in notices} == {"/agencies/new/"}
    assert subject(notices[0]) == "ادغام: «پیشین» ← «جانشین»"
    assert "خدمات: ۱، از «پیشین» به «جانشین»" in letter(notices[0], "email").body


def test_of_a_rename_its_people_are_told_the_new_name(old):
    person("approver", old)

    carried(planned("rename", [old], new_name="نو"))

    assert subject(Notice.objects.get()) == "تغییر نام: «پیشین» ← «نو»"


def test_a_role_with_a_last_day_keeps_it_in_the_successor(old, new, today):
    later = today + timedelta(days=40)
    role = MembershipFactory(organization=old, ends_on=later)

    merged(old, new, opens_roles=True)

    opened = Membership.objects.get(organization=new, user=role.user)
    assert (opened.starts_on, opened.ends_on) == (today, later)


def test_a_role_that_is_held_there_already_is_not_doubled(old, new, today):
    user = UserFactory()
    for agency in (old, new):
        MembershipFactory(user=user, organization=agency, role="author")
    MembershipFactory(user=user, organization=old, role="reader")

    merged(old, new, opens_roles=True)

    assert roles_at(new, user, today) == ["author", "reader"]
    assert Membership.objects.filter(organization=new, user=user, role="author").count() == 1


def test_a_role_that_had_ended_is_not_opened_again(old, new):
    role = MembershipFactory(organization=old, starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1))

    merged(old, new, opens_roles=True)

    role.refresh_from_db()
    assert role.ends_on == date(2021, 1, 1)
    assert not Membership.objects.filter(organization=new).exists()


def test_a_role_that_was_to_come_ends_before_it_began(old, new, today):
    role = MembershipFactory(organization=old, starts_on=today + timedelta(days=5))

    merged(old, new)

    role.refresh_from_db()
    assert role.has_ended(today)


def test_every_end_and_every_opening_is_a_row_in_the_name_of_who_pressed(old, new):
    role, boss = MembershipFactory(organization=old), publisher()

    carried(planned("merge", [old], [new], opens_roles=True), by=boss)

    ended = role.changes.get()
    given = Membership.objects.get(organization=new, user=role.user).changes.get()
    assert (ended.move, given.move) == (MembershipMove.ENDED, MembershipMove.GIVEN)
    assert ended.by == given.by == boss


def test_of_two_merged_agencies_the_people_of_both_come_together(old, new, today):
    other = OrganizationFactory()
    people = [MembershipFactory(organization=agency).user for agency in (old, other)]

    change = carried(planned("merge", [old, other], [new], opens_roles=True))

    assert [roles_at(new, user, today) for user in people] == [["author"], ["author"]]
    assert set(change.successions.values_list("before__code", "after__code")) == {("old", "new"), (other.code, "new")}


def test_a_closing_ends_roles_and_names_nobody(old, today):
    role = MembershipFactory(organization=old)

    change = carried(planned("closing", [old]))

    role.refresh_from_db()
    assert role.has_ended(today)
    assert change.successions.get().after is None


def test_people_of_others_are_left_alone(old, new, today):
    stranger = MembershipFactory(organization=OrganizationFactory())
    native = MembershipFactory(organization=new)

    merged(old, new, opens_roles=True)

    for role in (stranger, native):
        role.refresh_from_db()
        assert not role.has_ended(today)


def test_a_letter_that_was_to_hold_later_ends_too_and_one_that_was_ended_stays(old, new):
    approvers = MembershipFactory.create_batch(3, organization=old, role="approver")
    later = timezone.localdate() + timedelta(days=9)
    delegated(approvers[0], at=timezone.now(), starts_on=later)
    delegated(approvers[1], at=timezone.now(), ends_on=date(2021, 1, 1))
    delegated(approvers[2], at=timezone.now())

    merged(old, new)

    ended = set(DelegationEnd.objects.values_list("delegation__membership", flat=True))
    assert ended == {approvers[0].pk, approvers[2].pk}


def test_only_open_invitations_are_taken_back(old, new):
    waiting, _token = invited(old, at=timezone.now())
    elsewhere, _token = invited(new, at=timezone.now())
    boss = publisher()

    carried(planned("merge", [old], [new]), by=boss)

    for one in (waiting, elsewhere):
        one.refresh_from_db()
    assert waiting.revoked_by == boss
    assert elsewhere.revoked_at is None


@pytest.mark.parametrize(
    ("own", "others", "together"),
    [
        (["b.example"], ["a.example"], ["b.example", "a.example"]),
        (["a.example"], ["a.example"], ["a.example"]),
        ([], [], []),
    ],
)
def test_domains_are_added_once(old, new, own, others, together):
    Organization.objects.filter(pk=old.pk).update(domains=others)
    Organization.objects.filter(pk=new.pk).update(domains=own)

    merged(old, new)

    old.refresh_from_db()
    new.refresh_from_db()
    assert new.domains == together
    assert old.domains == others
    assert new.edits.exists() == (own != together)


def test_of_a_closed_agency_what_stood_below_it_goes_one_up():
    ministry = OrganizationFactory()
    middle = OrganizationFactory(parent=ministry)
    low = OrganizationFactory(parent=middle)

    carried(planned("closing", [middle]))

    low.refresh_from_db()
    assert low.parent == ministry


def test_of_a_closed_agency_at_the_top_what_stood_below_it_stands_at_the_top():
    top = OrganizationFactory(code="top")
    low = OrganizationFactory(parent=top)

    carried(planned("closing", [top]))

    low.refresh_from_db()
    assert low.parent is None
    assert low.edits.get().after == {"parent": None}


def test_a_subordinate_that_merges_into_its_parent_is_no_ring(old):
    low = OrganizationFactory(parent=old)

    merged(low, old)

    old.refresh_from_db()
    assert old.parent is None
    assert old.valid_to is None


def test_a_parent_that_merges_into_its_subordinate_leaves_it_without_ring(old):
    above = OrganizationFactory()
    Organization.objects.filter(pk=old.pk).update(parent=above)
    low = OrganizationFactory(parent=old)

    merged(old, low)

    low.refresh_from_db()
    assert low.parent == above


def test_a_chain_of_renames_keeps_every_name_with_its_days(old):
    for year in (2001, 2005, 2010):
        day = date(year, 1, 1)
        carried(planned("rename", [old], new_name=f"نام {year}", effective_on=day, basis_on=day))

    names = list(old.former_names.order_by("ends_on").values_list("name", "starts_on", "ends_on"))

    assert names == [
        ("پیشین", None, date(2000, 12, 31)),
        ("نام 2001", date(2001, 1, 1), date(2004, 12, 31)),
        ("نام 2005", date(2005, 1, 1), date(2009, 12, 31)),
    ]
    assert Succession.objects.filter(before=old, after=old).count() == 3


def test_what_stands_between_an_agency_and_its_successor_goes_one_up(old):
    above = OrganizationFactory()
    Organization.objects.filter(pk=old.pk).update(parent=above)
    middle = OrganizationFactory(parent=old)
    deep = OrganizationFactory(parent=middle)

    merged(old, deep)

    middle.refresh_from_db()
    deep.refresh_from_db()
    assert (middle.parent, deep.parent) == (above, middle)


def test_of_a_parent_and_its_subordinate_that_both_close_the_rest_goes_above_both(old):
    top = OrganizationFactory()
    Organization.objects.filter(pk=old.pk).update(parent=top)
    below = OrganizationFactory(parent=old)
    low = OrganizationFactory(parent=below)

    carried(planned("closing", [old, below]))

    low.refresh_from_db()
    assert low.parent == top

"""A plan is a working paper: chosen, thrown away, carried out once; and what a preview shows of it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.parties import parties_of
from khedmat.organizations.changing.planning import choose, discard
from khedmat.organizations.changing.preview import preview, refuse_changed, seen_in
from khedmat.organizations.models import PlannedChange
from tests.factories.changes import carried, planned
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


@pytest.fixture
def three():
    return [OrganizationFactory(code=code, name=f"سازمان {code}") for code in ("a", "b", "c")]


@pytest.fixture
def split(three):
    return planned("split", three[:1], three[1:])


def groups_of(plan):
    found = preview(Case.of(plan, at=timezone.now()))
    return {group.name: group for group in found}


def chosen(plan, choices, *, by=None):
    return choose(plan, choices, by=by or publisher(), at=timezone.now())


def test_choices_of_two_pages_stand_together(split):
    chosen(split, {"1": "b", "2": "c"})
    chosen(split, {"2": "b"})

    split.refresh_from_db()
    assert split.choices == {"1": "b", "2": "b"}


def test_the_first_successor_takes_what_nobody_chose(split, three):
    split.choices = {"1": "c", "9": "gone"}
    parties = parties_of(split)

    assert parties.main == three[1]
    assert [parties.taker(split, key) for key in ("1", "2", "9")] == [three[2], three[1], three[1]]


def test_the_parties_stand_in_the_order_of_the_plan(three):
    plan = planned("split", three[:1], [three[2], three[1], three[0]])
    parties = parties_of(plan)

    assert parties.after == [three[2], three[1], three[0]]
    assert parties.ending == []


@pytest.mark.parametrize("act", [lambda plan, by: chosen(plan, {}, by=by), lambda plan, by: _discard(plan, by)])
@pytest.mark.parametrize("role", ["author", "manager", "publisher"])
def test_others_touch_no_plan(split, three, act, role):
    with pytest.raises(ValidationError, match="مرکز بررسی"):
        act(split, person(role, three[0]))

    assert PlannedChange.objects.get() == split


def _discard(plan, by):
    discard(plan, by=by, at=timezone.now())


@pytest.mark.parametrize("act", [lambda plan, by: chosen(plan, {}, by=by), _discard])
def test_what_was_carried_out_is_neither_chosen_anew_nor_thrown_away(three, act):
    plan = planned("merge", three[:1], three[1:2])
    carried(plan)

    with pytest.raises(ValidationError, match="انجام شده است"):
        act(plan, publisher())

    assert PlannedChange.objects.get().change


def test_waiting_are_those_that_nobody_carried_out(three):
    done, waits = planned("merge", three[:1], three[1:2]), planned("rename", three[2:], new_name="نو")
    carried(done)

    assert list(PlannedChange.objects.waiting().for_list()) == [waits]


def test_a_preview_lists_people_invitations_letters_and_subordinates(three):
    old, new, _other = three
    person("author", old)
    approver = MembershipFactory(organization=old, role="approver", user__full_name="سارا کریمی")
    letter = delegated(approver, at=timezone.now())
    invited(old, at=timezone.now(), name="علی رضایی")
    OrganizationFactory(name="دفتر تابع", parent=old)

    groups = groups_of(planned("merge", [old], [new], opens_roles=True))

    labels = {name: [item.label for item in group.items] for name, group in groups.items()}
    assert "سارا کریمی · تأییدکننده" in labels["memberships"]
    assert labels["invitations"] == ["علی رضایی"]
    assert labels["delegations"] == [str(letter)]
    assert labels["subordinates"] == ["دفتر تابع"]
    assert {item.taker for item in groups["memberships"].items} == {new}
    assert groups["subordinates"].items[0].taker == new


def test_a_rename_ends_nothing(three):
    person("author", three[0])

    groups = groups_of(planned("rename", three[:1], new_name="نو"))

    assert not any(group.items for group in groups.values())


def test_without_the_tick_roles_go_nowhere(three):
    person("author", three[0])

    groups = groups_of(planned("merge", three[:1], three[1:2]))

    assert [item.taker for item in groups["memberships"].items] == [None]


def test_what_is_still_the_same_is_not_refused(three):
    person("author", three[0])
    groups = groups_of(planned("merge", three[:1], three[1:2])).values()

    refuse_changed(seen_in(groups), groups)


@pytest.mark.parametrize("seen", [{}, {"memberships": ["1:"]}, {"memberships": []}])
def test_what_nobody_saw_is_named(three, seen):
    MembershipFactory(organization=three[0], user=UserFactory(full_name="سارا کریمی"))
    groups = groups_of(planned("merge", three[:1], three[1:2])).values()

    with pytest.raises(ValidationError, match="سارا کریمی"):
        refuse_changed(seen, groups)


def test_what_is_gone_is_counted_and_long_lists_are_cut(three):
    plan = planned("merge", three[:1], three[1:2])
    before = groups_of(plan).values()
    MembershipFactory.create_batch(9, organization=three[0])
    after = groups_of(plan).values()

    with pytest.raises(ValidationError) as many:
        refuse_changed(seen_in(before), after)
    with pytest.raises(ValidationError) as none:
        refuse_changed(seen_in(after), before)

    assert "۹ افزوده" in many.value.messages[0]
    assert many.value.messages[0].count("نویسنده") == 5
    assert "۹ برداشته" in none.value.messages[0]

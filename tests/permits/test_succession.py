"""Permits when agencies change: lists go by rows, rows of cards with their services, nothing is shown twice."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.planning import choose
from khedmat.organizations.changing.preview import preview
from khedmat.permits.actions import create_list, follow_drafts
from khedmat.permits.models import PermitForm, PermitInquiry, PermitList, PermitListMove
from khedmat.permits.succession import PERMIT_LISTS
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.changes import carried, merged, planned
from tests.factories.people import OrganizationFactory, UserFactory, publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return OrganizationFactory(code="old", name="سازمان پیشین")


@pytest.fixture
def new():
    return OrganizationFactory(code="new", name="سازمان جانشین")


def listed(agency, document=None, **more):
    given = {"organization": agency, "by": UserFactory(), "at": NOW}
    return create_list(document or forms.permit_list(), **given | more)


def corrected(agency, first):
    return listed(agency, forms.permit_list(permits=forms.PERMITS[:1]), replaces=first)


def fates(plan):
    groups = preview(Case.of(plan, at=timezone.now()))
    (group,) = [group for group in groups if group.name == "permit_lists"]
    return [(item.key, item.fate, item.taker) for item in group.items]


def owner_of(made):
    return PermitList.objects.get(pk=made.pk).organization


def test_a_list_goes_to_the_successor_by_a_row_and_its_words_stay(old, new):
    made = listed(old)

    change = merged(old, new)

    move, after = PermitListMove.objects.get(), PermitList.objects.get()
    assert (move.permit_list, move.before, move.after, move.change) == (made, old, new, change)
    assert (after.organization, after.sha256, after.paper) == (new, made.sha256, made.paper)
    assert {row.organization for row in PermitForm.objects.public().for_list()} == {new}


@pytest.mark.parametrize("stage", ["draft", "published", "replaced"])
def test_rows_of_a_card_are_those_of_the_agency_of_its_service(old, new, stage):
    version = VersionFactory(service__owner=old)
    follow_drafts(None, written=[(version, forms.document(permits=forms.PERMITS, inquiries=forms.INQUIRIES))])
    advance(version, stage)

    merged(old, new)

    for model in (PermitForm, PermitInquiry):
        assert {row.organization for row in model.objects.all()} == {new}


def test_lists_that_were_replaced_go_with_the_one_that_stands(old, new):
    first = listed(old)
    second = corrected(old, first)

    assert fates(planned("merge", [old], [new])) == [(second.pk, "جابه‌جا می‌شود", new)]
    merged(old, new)

    assert owner_of(first) == owner_of(second) == new
    assert PermitListMove.objects.count() == 2


def test_of_a_split_each_list_goes_where_it_was_chosen(old, new):
    other = OrganizationFactory(code="other")
    chosen, rest = listed(old), listed(old, forms.permit_list(permits=forms.PERMITS[:1]))
    plan = planned("split", [old], [new, other])

    choose(plan, {f"permit_lists-{chosen.pk}": "other"}, by=publisher(), at=timezone.now())
    plan.refresh_from_db()
    carried(plan)

    assert (owner_of(chosen), owner_of(rest)) == (other, new)


def test_a_list_that_stays_with_an_agency_that_stays_is_not_logged(old, new):
    made = listed(old)
    plan = planned("split", [old], [old, new])

    assert fates(plan) == [(made.pk, "می‌ماند", old)]
    carried(plan)

    assert owner_of(made) == old
    assert not PermitListMove.objects.exists()


def test_what_the_successor_has_in_the_same_words_is_not_shown_twice(old, new):
    third = OrganizationFactory(code="third")
    behind, listed_too = listed(old), listed(third)
    held = listed(new)
    plan = planned("merge", [old, third], [new])

    assert [fate for _key, fate, _taker in fates(plan)] == ["می‌ماند؛ جانشین همین فهرست را دارد"] * 2
    carried(plan)

    assert (owner_of(behind), owner_of(listed_too)) == (old, third)
    assert {row.permit_list for row in PermitForm.objects.public()} == {held}


def test_of_two_that_bring_the_same_list_one_brings_it(old, new):
    third = OrganizationFactory(code="third")
    lists = [listed(old), listed(third)]

    carried(planned("merge", [old, third], [new]))

    assert sorted(owner_of(made) == new for made in lists) == [False, True]
    assert PermitForm.objects.public().values("permit_list").distinct().count() == 1


def test_lists_of_an_agency_that_nobody_follows_are_history(old):
    made = listed(old)
    plan = planned("closing", [old])

    assert fates(plan) == [(made.pk, "دیگر در فهرست مجوزها نشان داده نمی‌شود", None)]
    carried(plan)

    assert owner_of(made) == old
    assert not PermitForm.objects.public().exists()


def test_a_rename_moves_no_list(old):
    listed(old)

    assert fates(planned("rename", [old], new_name="نو")) == []


def test_the_database_lets_no_list_go_without_its_row(old, new):
    listed(old)

    for wrong in ({"organization": new}, {"sha256": "0" * 64}):
        with pytest.raises(DatabaseError), transaction.atomic():
            PermitList.objects.update(**wrong)


def test_nobody_writes_whose_a_row_is(old, new):
    listed(old)

    PermitForm.objects.update(organization=new)

    assert {row.organization for row in PermitForm.objects.all()} == {old}


def test_a_preview_asks_as_many_questions_for_many_lists(old, new, django_assert_num_queries):
    listed(old)
    case = Case.of(planned("merge", [old], [new]), at=timezone.now())
    for number in range(3):
        listed(old, forms.permit_list(permits=[{"title": f"پروانهٔ {number}"}]))

    with django_assert_num_queries(2):
        group = PERMIT_LISTS.group(case)

    assert len(group.items) == 4

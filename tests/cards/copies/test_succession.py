"""Copies of a province when its office is merged, closed or put below another: somebody can always go on."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.cards.copies import moves, writing
from khedmat.cards.models import LocalCopy, LocalCopyMove
from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.preview import preview
from khedmat.organizations.models import Organization
from tests.factories.cards import NOW
from tests.factories.changes import carried, merged, planned
from tests.factories.copies import TWO_DAYS, copy_of, write
from tests.factories.people import OrganizationFactory, person

ENDS = {"draft": "discarded", "submitted": "returned", "approved": "returned"}


@pytest.fixture
def heir(world):
    """Another office of the same province."""
    return OrganizationFactory(name="دفتر جانشین", parent=world.owner, place=world.kerman.place)


def fates(plan):
    groups = preview(Case.of(plan, at=timezone.now()))
    (group,) = [group for group in groups if group.name == "copies"]
    return [(item.key, item.fate, item.taker) for item in group.items]


def test_a_draft_is_written_on_and_sent_by_the_successor_of_the_office(world, heir):
    copy = copy_of(world)

    change = merged(world.kerman.office, heir)
    author = person("author", heir)
    copy.refresh_from_db()
    copy = write(copy, "average_duration", TWO_DAYS | {"card.average_duration.value": 3}, by=author)
    copy = moves.submit(copy, by=author, at=NOW)

    move = LocalCopyMove.objects.get()
    assert (move.copy, move.before, move.after, move.change) == (copy, world.kerman.office, heir, change)
    assert LocalCopy.objects.get().stage == "submitted"


def test_of_what_is_published_the_successor_begins_the_next_revision(world, heir):
    copy = copy_of(world, "published")
    print_before = (copy.overrides, copy.number, copy.published_by)

    merged(world.kerman.office, heir)
    draft = writing.begin(world.service, heir, by=person("author", heir), at=NOW)

    copy.refresh_from_db()
    assert (copy.overrides, copy.number, copy.published_by) == print_before
    assert (copy.keeper, draft.keeper, draft.number) == (heir, heir, 2)


@pytest.mark.parametrize(("stage", "end"), ENDS.items())
def test_without_an_office_of_the_province_what_is_at_work_ends_with_its_reason(world, heir, stage, end):
    copy = copy_of(world, stage)
    plan = planned("merge", [world.kerman.office], [world.owner])

    assert fates(plan) == [(copy.pk, "پایان می‌یابد؛ جانشین دفتر این استان نیست", None)]
    carried(plan)

    copy.refresh_from_db()
    assert (copy.stage, copy.keeper) == (end, world.kerman.office)
    assert "دیگر در کار نیست" in copy.changes.order_by("pk").last().reason
    assert writing.begin(world.service, heir, by=person("author", heir), at=NOW).keeper == heir


def test_without_an_office_of_the_province_what_is_published_stays_until_another_one_writes(world):
    copy = copy_of(world, "published")
    plan = planned("closing", [world.kerman.office])

    ((key, fate, taker),) = fates(plan)
    carried(plan)

    copy.refresh_from_db()
    assert (key, taker, copy.stage) == (copy.pk, None, "published")
    assert "دفتر دیگری از همین استان" in fate
    assert not LocalCopyMove.objects.exists()


@pytest.mark.parametrize("stage", ["draft", "published"])
def test_the_database_lets_no_copy_go_without_its_row(world, heir, stage):
    copy_of(world, stage)

    with pytest.raises(DatabaseError, match="moves by a change"), transaction.atomic():
        LocalCopy.objects.update(keeper=heir)


def test_after_a_split_the_office_of_the_agency_that_took_the_service_goes_on_with_what_is_public(world):
    """The former office stays below the other successor, and finishes alone what it was writing."""
    public, rest = copy_of(world, "published"), OrganizationFactory(code="rest")
    taker = OrganizationFactory(code="taker")
    plan = planned("split", [world.owner], [rest, taker])
    plan.choices = {f"services-{world.service.pk}": "taker"}
    plan.save()
    carried(plan)
    office = OrganizationFactory(name="دفتر جانشین", parent=taker, place=world.kerman.place)
    by = person("author", office)

    draft = writing.begin(world.service, office, by=by, at=NOW)

    public.refresh_from_db()
    assert (public.stage, public.keeper, public.keeper.parent) == ("published", world.kerman.office, rest)
    assert (draft.keeper, draft.number, draft.overrides) == (office, 2, public.overrides)
    with pytest.raises(ValidationError, match="زیر آن دستگاه"):
        writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=NOW)


def test_what_the_former_office_is_writing_is_finished_there(world):
    copy_of(world, "draft")
    rest, taker = OrganizationFactory(code="rest"), OrganizationFactory(code="taker")
    plan = planned("split", [world.owner], [rest, taker])
    plan.choices = {f"services-{world.service.pk}": "taker"}
    plan.save()
    carried(plan)
    office = OrganizationFactory(parent=taker, place=world.kerman.place)

    with pytest.raises(ValidationError, match="همان دفتر آن را در میز کار"):
        writing.begin(world.service, office, by=person("author", office), at=NOW)


def test_an_office_goes_with_its_service_where_the_split_says_so(world):
    OrganizationFactory(code="rest"), OrganizationFactory(code="taker")
    copy = copy_of(world, "published")
    plan = planned("split", [world.owner], list(Organization.objects.filter(code__in=["rest", "taker"]).order_by("pk")))
    plan.choices = {f"services-{world.service.pk}": "taker", f"subordinates-{world.kerman.office.pk}": "taker"}
    plan.save()
    carried(plan)

    draft = writing.begin(world.service, Organization.objects.get(pk=copy.keeper_id), by=world.kerman.author, at=NOW)

    assert (draft.keeper, draft.number) == (copy.keeper, 2)

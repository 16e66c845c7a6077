"""What is written down of each saving and move, and what the list of news says."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.actions import retire, suspend
from khedmat.cards.copies import moves, writing
from khedmat.cards.copies.records import changes_of, print_of
from khedmat.cards.models import LocalCopy
from tests.factories.cards import NOW
from tests.factories.copies import LATER, copy_of, new_template, write
from tests.factories.people import LONG_AGO, OrganizationFactory, person


def test_a_saving_names_the_boxes_that_changed_with_both_sides(world):
    copy = copy_of(world, visits={"card.visits.count": 2})
    write(copy, "visits", {"card.visits.count": 3}, by=world.kerman.author)

    first, second = copy.changes.exclude(source="").order_by("pk")

    assert first.boxes == {"visits": {"now": {"text": None, "count": 2, "max": None}}}
    assert (second.boxes["visits"]["was"]["count"], second.boxes["visits"]["now"]["count"]) == (2, 3)
    assert {first.compared_with, second.compared_with} == {world.version}


def test_that_a_box_is_empty_here_is_another_thing_than_that_it_follows(world):
    assert changes_of({}, {"url": None}) == {"url": {"now": None}}
    assert changes_of({"url": None}, {}) == {"url": {"was": None}}
    assert changes_of({"url": None}, {"url": None}) == {}


def test_a_box_may_be_empty_in_a_province(world):
    copy = copy_of(world, url={"card.url": None})

    assert copy.overrides == {"url": None}


def test_each_row_bears_the_print_of_what_was_decided(world):
    copy = copy_of(world, "published")

    prints = set(
        copy.changes.filter(target__in=["submitted", "approved", "published"]).values_list("sha256", flat=True)
    )

    assert prints == {print_of(copy.overrides)}
    assert print_of({"a": 1, "b": 2}) == print_of({"b": 2, "a": 1})


def test_the_national_approver_is_written_down_as_such_and_the_centre_as_the_centre(world):
    by_agency = moves.publish(copy_of(world, "approved"), by=world.approver, at=LATER)

    change = by_agency.changes.get(target="published")
    assert (change.as_role, change.as_organization) == ("approver", world.owner)


def test_a_suspended_service_keeps_its_copies_and_lets_none_pass(world):
    copy = copy_of(world, "approved")
    suspend(world.version, reason="بازنگری در قانون", by=world.publisher, at=LATER)

    assert not LocalCopy.objects.with_news().get(pk=copy.pk).is_behind
    with pytest.raises(ValidationError, match="اکنون منتشر نیست"):
        moves.publish(copy, by=world.approver, at=LATER)


def test_of_a_service_that_has_ended_no_copy_is_begun(world):
    retire(world.version, reason="برچیده شد", by=world.publisher, at=LATER)

    with pytest.raises(ValidationError, match="اکنون منتشر نیست"):
        writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=NOW)


def test_where_the_office_has_ended_another_of_the_province_goes_on_with_its_text(world):
    copy = copy_of(world, "published")
    world.kerman.office.valid_to = LONG_AGO
    world.kerman.office.save(update_fields=["valid_to"])
    heir = OrganizationFactory(parent=world.owner, place=world.kerman.place)

    draft = writing.begin(world.service, heir, by=person("author", heir), at=NOW)

    assert (draft.keeper, draft.overrides, draft.number) == (heir, copy.overrides, 2)


def test_news_end_with_the_comparison_and_begin_again_with_the_next_template(world):
    copy = copy_of(world)
    template = new_template(world, visits={"count": 5})
    writing.compare(copy, {}, seen=template.pk, by=world.kerman.author, at=LATER)
    assert not LocalCopy.objects.with_news().get().is_behind

    new_template(world, visits={"count": 6})

    assert LocalCopy.objects.with_news().get().is_behind

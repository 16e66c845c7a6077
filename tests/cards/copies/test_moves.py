"""A copy goes from stage to stage by three people, and never changes once it was sent."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards.copies import moves, writing
from khedmat.cards.models import CopyChange, LocalCopy
from khedmat.organizations.models import Membership
from tests.factories.copies import LATER, copy_of, new_template, province
from tests.factories.people import OrganizationFactory, person


def test_three_people_take_a_copy_to_everybody(world):
    copy = copy_of(world, "published")

    signed = [copy.submitted_by, copy.approved_by, copy.published_by]
    assert signed == [world.kerman.author, world.kerman.approver, world.publisher]
    roles = list(copy.changes.order_by("pk").values_list("target", "as_role"))
    assert roles[-3:] == [("submitted", "author"), ("approved", "approver"), ("published", "publisher")]


def test_an_approver_of_the_national_agency_publishes_too(world):
    copy = moves.publish(copy_of(world, "approved"), by=world.approver, at=LATER)

    assert copy.stage == "published"
    assert copy.changes.get(target="published").as_organization == world.owner


def test_a_new_revision_takes_the_place_of_the_earlier_one(world):
    first = copy_of(world, "published")
    second = copy_of(world, "published", visits={"card.visits.count": 4})

    first.refresh_from_db()
    assert (first.stage, second.number) == ("replaced", 2)
    assert set(second.overrides) == {"average_duration", "visits"}


def test_nobody_takes_two_of_the_three_steps(world):
    both = world.kerman.author
    for office, role in ((world.kerman.office, "approver"), (world.owner, "approver")):
        Membership.objects.create(user=both, organization=office, role=role, starts_on="2020-01-01")

    with pytest.raises(ValidationError, match="باید سه نفر باشند"):
        moves.approve(copy_of(world, "submitted"), by=both, at=LATER)
    copy = moves.approve(LocalCopy.objects.get(), by=world.kerman.approver, at=LATER)
    with pytest.raises(ValidationError, match="باید سه نفر باشند"):
        moves.publish(copy, by=both, at=LATER)


@pytest.mark.parametrize(
    ("stage", "move", "who"),
    [
        ("draft", moves.submit, "کار نویسندگان «دفتر کرمان»"),
        ("draft", moves.discard, "کار نویسندگان «دفتر کرمان»"),
        ("submitted", moves.approve, "کار تأییدکنندگان «دفتر کرمان»"),
        ("approved", moves.publish, "کار تأییدکنندگان «سازمان ملی» یا منتشرکنندگان مرکز"),
    ],
)
def test_the_same_right_elsewhere_gives_no_right_here(world, stage, move, who):
    copy, other = copy_of(world, stage), province(world.owner, "یزد", "21")
    foreign = OrganizationFactory()
    strangers = [other.author, other.approver, person("author", foreign), person("approver", foreign)]
    strangers += [person("publisher", foreign), world.author, world.reader, world.kerman.reader]

    for user in strangers:
        with pytest.raises(ValidationError, match=who):
            move(copy, by=user, at=LATER)
    assert LocalCopy.objects.get(pk=copy.pk).stage == stage


def test_a_first_copy_that_differs_nowhere_is_not_sent(world):
    copy = writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=LATER)

    with pytest.raises(ValidationError, match="با الگوی ملی فرق ندارد"):
        moves.submit(copy, by=world.kerman.author, at=LATER)


def test_a_published_copy_is_taken_back_by_one_that_differs_nowhere(world):
    copy_of(world, "published")

    copy = copy_of(world, "published", average_duration={"card.average_duration.value": 3, **TEXT})

    assert copy.overrides == {}
    assert LocalCopy.objects.published().get() == copy


TEXT = {"card.average_duration.text": "سه روز"}


def test_a_step_taken_twice_names_who_was_first(world):
    copy = copy_of(world, "submitted")

    with pytest.raises(ValidationError, match=world.kerman.author.full_name):
        moves.submit(copy, by=world.kerman.author, at=LATER)


@pytest.mark.parametrize("stage", ["submitted", "approved"])
def test_what_was_compared_with_an_older_template_goes_no_further(world, stage):
    copy = copy_of(world, stage)
    new_template(world, url="https://new.example.ir/")

    next_step = {"submitted": (moves.approve, world.kerman.approver), "approved": (moves.publish, world.approver)}
    advance, by = next_step[stage]

    with pytest.raises(ValidationError, match="الگوی ملی این خدمت تغییر کرده است"):
        advance(copy, by=by, at=LATER)
    assert moves.send_back(copy, reason="الگو تغییر کرد.", by=by, at=LATER).stage == "returned"


def test_a_return_says_why(world):
    with pytest.raises(ValidationError, match="دلیل را بنویسید"):
        moves.send_back(copy_of(world, "submitted"), reason=" ", by=world.kerman.approver, at=LATER)


def test_what_was_sent_never_changes_whoever_tries(world):
    copy = copy_of(world, "submitted")
    tries = [
        lambda: LocalCopy.objects.filter(pk=copy.pk).update(overrides={}),
        lambda: LocalCopy.objects.filter(pk=copy.pk).update(compared_with=world.version, number=9),
        lambda: LocalCopy.objects.filter(pk=copy.pk).update(stage="published"),
        lambda: LocalCopy.objects.filter(pk=copy.pk).update(submitted_by=world.author),
        lambda: LocalCopy.objects.filter(pk=copy.pk).delete(),
        lambda: CopyChange.objects.update(reason="x"),
        lambda: CopyChange.objects.all().delete(),
    ]

    for attempt in tries:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()

"""Who is told when a copy moves."""

from khedmat.cards.copies import moves
from khedmat.notices.models import Notice
from tests.factories.copies import LATER, copy_of, new_template, province
from tests.factories.people import person


def waiting():
    """People with an unread notice that something waits for them, by copy or version."""
    return set(Notice.objects.unread().filter(kind="card_waits").values_list("user", flat=True))


def test_a_copy_waits_for_the_approvers_of_its_office(world):
    second = person("approver", world.kerman.office)
    other = province(world.owner, "یزد", "21")

    copy_of(world, "submitted")

    assert waiting() == {world.kerman.approver.pk, second.pk}
    assert other.approver.pk not in waiting()


def test_then_for_approvers_of_the_agency_and_publishers_of_the_centre_and_nobody_else(world):
    copy_of(world, "approved")

    assert waiting() == {world.approver.pk, world.publisher.pk}


def test_once_published_it_waits_for_nobody_and_its_hands_hear_of_it(world):
    copy = copy_of(world, "published")

    assert waiting() == set()
    told = Notice.objects.filter(dedupe=f"copy {copy.pk} published")
    assert set(told.values_list("user", flat=True)) == {world.kerman.author.pk, world.kerman.approver.pk}
    assert told.first().context["title"] == "صدور گواهی سوء پیشینه (نسخهٔ استان کرمان)"


def test_what_came_back_tells_its_author_why(world):
    copy = copy_of(world, "submitted")

    moves.send_back(copy, reason="زمان درست نیست.", by=world.kerman.approver, at=LATER)

    notice = Notice.objects.get(kind="card_returned")
    assert (notice.user, notice.context["reason"]) == (world.kerman.author, "زمان درست نیست.")
    assert notice.link == f"/desk/copies/{copy.pk}/"


def test_an_approver_who_had_a_hand_in_it_is_not_asked(world):
    both = world.kerman.author
    world.kerman.office.memberships.create(user=both, role="approver", starts_on="2020-01-01")

    copy_of(world, "submitted")

    assert waiting() == {world.kerman.approver.pk}


def test_each_new_template_is_told_once_to_each_office(world):
    yazd = province(world.owner, "یزد", "21")
    copy_of(world, "published")
    copy_of(world, "draft", at_office=yazd)

    new_template(world, visits={"count": 5})
    new_template(world, visits={"count": 6})

    told = Notice.objects.filter(kind="template_changed")
    assert sorted(told.values_list("user", flat=True)) == sorted([world.kerman.author.pk, yazd.author.pk] * 2)
    assert told.values("dedupe").distinct().count() == 4


def test_a_published_copy_with_a_draft_beside_it_leads_to_the_draft(world):
    copy_of(world, "published")
    draft = copy_of(world, "draft", visits={"card.visits.count": 4})

    new_template(world, visits={"count": 5})

    assert Notice.objects.get(kind="template_changed").link == f"/desk/copies/{draft.pk}/compare/"

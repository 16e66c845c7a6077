"""Queues of what offices make beside cards: whoever has the next step, and nobody with a hand in it."""

import pytest
from django.utils import timezone

from khedmat.cards import checking
from khedmat.cards.copies.needs import may
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.web.desk.queues.of_offices import OFFICES
from khedmat.web.desk.queues.views import parts_of
from tests.factories.copies import LATER, NOW, copy_of, national, new_template, province
from tests.factories.people import MembershipFactory, OrganizationFactory, person
from tests.factories.titles import confirmed, drafted, office

pytestmark = pytest.mark.django_db
DRAFTS, DECIDE, TITLES, DUTY = OFFICES
NEXT = {CopyStage.SUBMITTED: CopyStage.APPROVED, CopyStage.APPROVED: CopyStage.PUBLISHED}


def everybody(world, *more):
    home = world.kerman
    return [
        home.author,
        home.approver,
        home.reader,
        world.author,
        world.approver,
        world.publisher,
        world.reviewer,
        *more,
    ]


def test_a_draft_waits_for_the_authors_of_its_office(client_for):
    world = national()
    copy = copy_of(world)
    colleague = person("author", world.kerman.office)
    elsewhere = province(world.owner, "فارس", "07")

    assert [list(DRAFTS.rows(user, NOW)) for user in (world.kerman.author, colleague)] == [[copy], [copy]]
    assert list(client_for(colleague).get(DRAFTS.goal).context["page"]) == [copy]
    for stranger in (world.kerman.approver, elsewhere.author, world.author, world.publisher):
        assert not DRAFTS.rows(stranger, NOW).exists()


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "published"])
def test_a_copy_waits_for_exactly_those_who_may_take_its_next_step(client_for, stage):
    world = national()
    copy = copy_of(world, stage)
    elsewhere = province(world.owner, "فارس", "07")
    stranger = person("approver", OrganizationFactory())

    for user in everybody(world, elsewhere.approver, stranger):
        is_next = stage in NEXT and may(LocalCopy.objects.get(pk=copy.pk), NEXT[stage], by=user, on=NOW.date())
        assert DECIDE.rows(user, NOW).exists() == is_next
        assert bool(client_for(user).get(DECIDE.goal).context["page"].object_list) == is_next


def test_who_had_a_hand_in_a_copy_is_not_asked_to_decide_on_it():
    world = national()
    MembershipFactory(user=world.kerman.author, organization=world.kerman.office, role="approver")
    copy_of(world, "submitted")

    assert not DECIDE.rows(world.kerman.author, NOW).exists()
    assert DECIDE.rows(world.kerman.approver, NOW).exists()


def test_the_page_of_queues_says_since_when_a_copy_waits():
    world = national()
    copy_of(world, "submitted")

    (part,) = parts_of(world.kerman.approver, timezone.now())
    (shown,) = [one for one in part.queues if one.queue is DECIDE]

    assert (shown.count.number, shown.count.oldest) == (1, LATER)


def test_a_list_of_titles_waits_for_those_who_answer_until_its_letter_came(client_for):
    here = office()
    titles = drafted(here)
    user = person("approver", titles.agency)

    assert list(TITLES.rows(user, NOW)) == [titles]
    assert not TITLES.rows(person("reader", titles.agency), NOW).exists()
    assert not TITLES.rows(person("approver", OrganizationFactory()), NOW).exists()
    assert f"/desk/titles/{titles.pk}/" in client_for(user).get(TITLES.goal).content.decode()


def test_a_confirmed_list_waits_for_nobody():
    here = office()
    titles = confirmed(here)

    assert not TITLES.rows(person("approver", titles.agency), NOW).exists()


def test_only_authors_are_led_to_begin_or_compare_a_copy(client_for, monkeypatch):
    monkeypatch.setattr(checking, "check", lambda document: [])
    world = national()
    copy = copy_of(world, "published")
    compare, new = f"/desk/copies/{copy.pk}/compare/", "/desk/copies/new/"
    new_template(world, visits={"count": 5})

    pages = {user: client_for(user).get("/desk/copies/").content.decode() for user in everybody(world)[:6]}

    assert [compare in page for page in pages.values()] == [True, False, False, False, False, False]
    assert [new in page for page in pages.values()] == [True, False, False, False, False, False]

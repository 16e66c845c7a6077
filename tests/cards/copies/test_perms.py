"""Who sees and changes a copy, by stage; the list and the predicate agree."""

import pytest

from khedmat.cards.copies import moves, perms
from khedmat.cards.copies.needs import may
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy
from tests.factories.cards import NOW
from tests.factories.copies import LATER, copy_of, province
from tests.factories.people import LONG_AGO, MembershipFactory, OrganizationFactory, UserFactory, person

ON = NOW.date()
STAGES = ["draft", "submitted", "approved", "published"]
INSIDE = {"kerman author", "kerman approver", "kerman reader", "author", "approver", "reader"}
CENTRE = {"publisher", "reviewer"}
NEXT = {
    ("draft", "submitted"): {"kerman author"},
    ("draft", "discarded"): {"kerman author"},
    ("submitted", "approved"): {"kerman approver"},
    ("submitted", "returned"): {"kerman approver"},
    ("approved", "published"): {"approver", "publisher"},
    ("approved", "returned"): {"approver", "publisher"},
}


@pytest.fixture
def people(world):
    """Everybody who may have something to do with a copy, and some who have the same right elsewhere."""
    yazd, foreign = province(world.owner, "یزد", "21"), OrganizationFactory()
    named = {f"kerman {role}": getattr(world.kerman, role) for role in ("author", "approver", "reader")}
    named |= {role: getattr(world, role) for role in ("author", "approver", "reader", "publisher", "reviewer")}
    named |= {f"yazd {role}": getattr(yazd, role) for role in ("author", "approver", "reader")}
    named |= {f"foreign {role}": person(role, foreign) for role in ("author", "approver", "publisher", "reviewer")}
    left = MembershipFactory(organization=world.kerman.office, ends_on=LONG_AGO).user
    return named | {"left": left, "nobody": UserFactory()}


@pytest.mark.parametrize("stage", STAGES)
def test_a_copy_is_seen_by_its_office_its_agency_and_once_sent_by_the_centre(world, people, stage):
    copy = copy_of(world, stage)

    seers = {name for name, user in people.items() if perms.can_see(user, copy, ON)}

    assert seers == (INSIDE if stage == "draft" else INSIDE | CENTRE)


@pytest.mark.parametrize("stage", STAGES)
def test_lists_show_what_the_predicate_allows(world, people, stage):
    copy = copy_of(world, stage)

    listed = {name for name, user in people.items() if LocalCopy.objects.visible_to(user, ON).exists()}

    assert listed == {name for name, user in people.items() if perms.can_see(user, copy, ON)}


def test_a_draft_that_was_let_go_stays_with_its_office_and_agency(world, people):
    copy = moves.discard(copy_of(world), by=world.kerman.author, at=LATER)

    assert {name for name, user in people.items() if perms.can_see(user, copy, ON)} == INSIDE


@pytest.mark.parametrize(("stage", "target"), list(NEXT))
def test_each_step_is_theirs_alone_whose_turn_it_is(world, people, stage, target):
    copy = copy_of(world, stage)

    takers = {name for name, user in people.items() if may(copy, target, by=user, on=ON)}

    assert takers == NEXT[stage, target]


@pytest.mark.parametrize("stage", STAGES)
def test_no_step_leads_elsewhere(world, people, stage):
    copy = copy_of(world, stage)
    others = [target for target in CopyStage.values if target not in ("draft", "replaced")]

    for target in others:
        takers = {name for name, user in people.items() if may(copy, target, by=user, on=ON)}
        assert takers == NEXT.get((stage, target), set()), target


def test_a_draft_is_written_and_a_revision_begun_by_authors_of_the_office(world, people):
    draft = copy_of(world)
    assert {name for name, user in people.items() if perms.can_edit(user, draft, ON)} == {"kerman author"}
    assert not [name for name, user in people.items() if perms.can_begin(user, draft, ON)]

    published = copy_of(world, "published")

    assert not [name for name, user in people.items() if perms.can_edit(user, published, ON)]
    assert {name for name, user in people.items() if perms.can_begin(user, published, ON)} == {"kerman author"}

"""Who sees and who answers what readers said: the office, the examiners of the centre, nobody else."""

from datetime import timedelta

import pytest

from khedmat.accounts.models import User
from khedmat.cards.feedback.perms import can_answer, visible_feedback
from tests.factories.cards import NOW
from tests.factories.feedback import said
from tests.factories.people import LONG_AGO, MembershipFactory, OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("role", "answers"), [("author", True), ("approver", True), ("manager", False), ("reader", False)]
)
def test_of_the_office_authors_and_approvers_answer_and_all_see(role, answers):
    feedback = said()
    user = person(role, feedback.service.owner)

    assert can_answer(user, feedback.service, TODAY) is answers
    assert list(visible_feedback(user, TODAY)) == [feedback]


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_examiners_of_the_centre_see_all_and_answer_nothing(role):
    feedback = said()
    user = person(role, centre())

    assert not can_answer(user, feedback.service, TODAY)
    assert list(visible_feedback(user, TODAY)) == [feedback]


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "publisher"])
def test_the_same_role_elsewhere_sees_and_answers_nothing(role):
    feedback = said()
    user = person(role, OrganizationFactory())

    assert not can_answer(user, feedback.service, TODAY)
    assert not visible_feedback(user, TODAY).exists()


def test_a_steward_of_the_centre_sees_nothing_of_agencies():
    said()

    assert not visible_feedback(person("steward", centre()), TODAY).exists()


def test_whose_role_has_ended_sees_and_answers_no_more():
    feedback = said()
    user: User = UserFactory()
    yesterday = TODAY - timedelta(days=1)
    MembershipFactory(user=user, organization=feedback.service.owner, starts_on=LONG_AGO, ends_on=yesterday)

    assert not can_answer(user, feedback.service, TODAY)
    assert not visible_feedback(user, TODAY).exists()

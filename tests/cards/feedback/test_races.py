"""Two people answer one reader at the same moment: one answer stands, the other person hears what became of it."""

import pytest

from khedmat.cards.enums import FeedbackStage
from khedmat.cards.feedback.actions import answer
from khedmat.cards.models import FeedbackStep
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW
from tests.factories.feedback import said
from tests.factories.people import person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("other", [FeedbackStage.ANSWERED, FeedbackStage.SET_ASIDE])
def test_one_answer_stands_and_the_second_hears_of_it(other):
    feedback = said()
    author, approver = (person(role, feedback.service.owner) for role in ("author", "approver"))

    results = at_once(
        lambda: answer(feedback, FeedbackStage.ANSWERED, "پاسخ نویسنده", by=author, at=NOW),
        lambda: answer(feedback, other, "پاسخ تأییدکننده", by=approver, at=NOW),
    )

    (refusal,) = refusals(results)
    feedback.refresh_from_db()
    assert f"پیش از این به «{feedback.get_stage_display()}» رسیده است" in " ".join(refusal.messages)
    assert FeedbackStep.objects.get().stage == feedback.stage

"""Two people answer one reader at the same moment: one answer stands, the other person hears what became of it."""

import pytest

from khedmat.cards.enums import FeedbackStage
from khedmat.cards.feedback.actions import MOST_A_DAY, answer
from khedmat.cards.models import Feedback, FeedbackStep
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW
from tests.factories.feedback import a_card, answered, said
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


def test_one_remark_sent_twice_at_once_is_kept_once_and_told_once():
    version = a_card()
    author = person("author", version.service.owner)

    results = at_once(*[lambda: said(version)] * 3)

    assert len(refusals(results)) == 2
    assert (Feedback.objects.count(), author.notices.count()) == (1, 1)


def test_the_day_of_a_service_is_full_for_whoever_comes_at_once():
    version = a_card()
    for number in range(MOST_A_DAY - 1):
        said(version, text=f"این نوشته نادرست است: {'آ' * number}")

    results = at_once(*[lambda text=text: said(version, text=text) for text in ("هزینه بیشتر است", "هزینه کمتر است")])

    assert len(refusals(results)) == 1
    assert Feedback.objects.count() == MOST_A_DAY


def test_a_promise_is_answered_once():
    feedback = answered(FeedbackStage.ACCEPTED)
    approver = person("approver", feedback.service.owner)

    results = at_once(*[lambda: answer(feedback, FeedbackStage.ANSWERED, "چنین نبود.", by=approver, at=NOW)] * 2)

    assert len(refusals(results)) == 1
    assert FeedbackStep.objects.filter(stage=FeedbackStage.ANSWERED).count() == 1

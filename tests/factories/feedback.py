"""What readers say of published cards."""

from datetime import datetime
from typing import Any

from khedmat.cards.enums import FeedbackStage, FeedbackTopic
from khedmat.cards.feedback import actions
from khedmat.cards.models import Feedback, ServiceVersion
from khedmat.organizations.enums import Role
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import person

TEXT = "هزینه‌ای که نوشته‌اید با آنچه در دفتر گرفتند یکی نیست."


def a_card(**more: Any) -> ServiceVersion:
    return VersionFactory(published=True, **more)


def said(
    version: ServiceVersion | None = None,
    topic: FeedbackTopic = FeedbackTopic.COST,
    text: str = TEXT,
    at: datetime = NOW,
) -> Feedback:
    return actions.say(version or a_card(), topic, text, at=at)


def answered(to: FeedbackStage, feedback: Feedback | None = None, text: str = "درست می‌گویید.") -> Feedback:
    feedback = feedback or said()
    return actions.answer(feedback, to, text, by=person(Role.APPROVER, feedback.service.owner), at=NOW)

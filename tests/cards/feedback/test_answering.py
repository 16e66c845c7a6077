"""The owning agency answers in public; what it promised is kept by the version that writes the box anew."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.actions import publish
from khedmat.cards.checking import store_findings
from khedmat.cards.enums import FeedbackStage, FeedbackTopic
from khedmat.cards.feedback import actions
from khedmat.cards.feedback.topics import PREFIXES
from khedmat.cards.form import Card, Cost
from khedmat.cards.models import Feedback
from khedmat.notices.models import Notice
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.feedback import a_card, answered, said
from tests.factories.people import OrganizationFactory, person, publisher

pytestmark = pytest.mark.django_db
A_MONTH = timedelta(days=60)


@pytest.mark.parametrize("to", [FeedbackStage.ACCEPTED, FeedbackStage.ANSWERED, FeedbackStage.SET_ASIDE])
def test_an_answer_is_a_step_with_its_words(to):
    feedback = answered(to)

    assert (feedback.stage, feedback.steps.get().text) == (to, "درست می‌گویید.")


def test_once_all_is_answered_nobody_is_waited_for():
    feedback = said()
    person("author", feedback.service.owner)
    answered(FeedbackStage.ANSWERED, feedback)

    assert not Notice.objects.unread().exists()


@pytest.mark.parametrize("role", ["manager", "reviewer"])
def test_only_who_answers_for_the_text_answers(role):
    feedback = said()

    with pytest.raises(ValidationError, match="نویسندگان و تأییدکنندگان"):
        actions.answer(feedback, FeedbackStage.ANSWERED, "پاسخ", by=person(role, feedback.service.owner), at=NOW)


def test_a_stranger_with_the_same_right_elsewhere_does_not_answer():
    with pytest.raises(ValidationError, match="نویسندگان و تأییدکنندگان"):
        actions.answer(said(), FeedbackStage.ANSWERED, "پاسخ", by=person("author", OrganizationFactory()), at=NOW)


def test_of_two_answers_the_second_is_told():
    feedback = answered(FeedbackStage.ANSWERED)

    with pytest.raises(ValidationError, match="پیش از این"):
        answered(FeedbackStage.ACCEPTED, feedback)


def test_an_answer_without_words_or_a_mending_without_version_is_refused():
    with pytest.raises(ValidationError, match="پاسخ را بنویسید"):
        answered(FeedbackStage.ANSWERED, text=" ")
    with pytest.raises(ValidationError, match="هنگامی گفته"):
        answered(FeedbackStage.MENDED, said())


def published_after(feedback: Feedback, **card: object) -> Feedback:
    later = VersionFactory(service=feedback.service, stage="accepted", card=card)
    publish(later, by=publisher(), at=NOW)
    feedback.refresh_from_db()
    return feedback


def test_the_version_that_writes_the_box_anew_mends_what_was_promised(monkeypatch):
    monkeypatch.setattr("khedmat.cards.actions.unmet", lambda *args, **more: [])
    feedback = answered(FeedbackStage.ACCEPTED, said(a_card(card={"cost": Cost(free=True)})))

    feedback = published_after(feedback, cost=Cost(free=False))

    assert feedback.stage == FeedbackStage.MENDED
    assert feedback.steps.last().version.number == 2


def test_a_version_that_leaves_the_box_keeps_the_promise_open(monkeypatch):
    monkeypatch.setattr("khedmat.cards.actions.unmet", lambda *args, **more: [])
    feedback = answered(FeedbackStage.ACCEPTED, said(topic=FeedbackTopic.VISITS))

    assert published_after(feedback, title="عنوان دیگر").stage == FeedbackStage.ACCEPTED


@pytest.mark.parametrize(("days", "is_found"), [(timedelta(), False), (A_MONTH, True)])
def test_r04_speaks_of_what_waits_beyond_its_term(days, is_found):
    version = said().version

    found = [one for one in store_findings(version, on=(NOW + days).date()) if one.rule == "R04"]

    assert bool(found) is is_found
    assert all(one.field == "card.cost" for one in found)


def test_r04_is_silent_of_what_was_answered():
    version = answered(FeedbackStage.ANSWERED).version

    assert all(one.rule != "R04" for one in store_findings(version, on=(NOW + A_MONTH).date()))


@pytest.mark.parametrize("topic", [topic for topic in FeedbackTopic if topic in PREFIXES])
def test_every_topic_speaks_of_boxes_that_there_are(topic):
    known = {f"card.{name}" for name in Card.model_fields} | {"permits", "inquiries"}

    assert all(any(box.startswith(prefix) for box in known) for prefix in PREFIXES[topic])


def test_an_author_says_by_hand_which_version_mended_it():
    feedback = said(topic=FeedbackTopic.WHOLE)
    advance(feedback.version, "replaced")
    VersionFactory(service=feedback.service, stage="published")

    answered(FeedbackStage.MENDED, feedback, "در نسخهٔ دوم نوشته شد.")

    assert Feedback.objects.get().steps.get().version.number == 2


@pytest.mark.parametrize("stage", [FeedbackStage.ANSWERED, FeedbackStage.MENDED, FeedbackStage.SET_ASIDE])
def test_an_end_is_an_end(stage):
    feedback = said()
    Feedback.objects.filter(pk=feedback.pk).update(stage=stage)

    for to in FeedbackStage:
        with pytest.raises(ValidationError, match="پیش از این"):
            answered(to, feedback)


@pytest.mark.parametrize("text", ["الف " * 400])
def test_an_answer_beyond_the_box_is_refused(text):
    with pytest.raises(ValidationError, match="۱۰۰۰ نویسه"):
        answered(FeedbackStage.ANSWERED, text=text)

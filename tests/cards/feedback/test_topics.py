"""Which boxes a topic speaks of: one row a topic, changed and left alone."""

import pytest

from khedmat.cards.enums import FeedbackTopic
from khedmat.cards.feedback.topics import PREFIXES, differs

BOXES = {
    "card.title": "صدور گواهی",
    "card.executive_agency": "سازمان",
    "card.audience": "همگان",
    "card.documents": ["کارت ملی"],
    "card.laws": ["قانون"],
    "card.average_duration.value": 3,
    "card.visits.count": 1,
    "card.cost.free": True,
    "card.url": "https://example.ir",
    "card.processes": ["ثبت"],
    "permits": [],
    "inquiries": [],
}
OF_TOPIC = {
    FeedbackTopic.TITLE: "card.title",
    FeedbackTopic.AGENCY: "card.executive_agency",
    FeedbackTopic.AUDIENCE: "card.audience",
    FeedbackTopic.DOCUMENTS: "card.documents",
    FeedbackTopic.LAWS: "card.laws",
    FeedbackTopic.DURATION: "card.average_duration.value",
    FeedbackTopic.VISITS: "card.visits.count",
    FeedbackTopic.COST: "card.cost.free",
    FeedbackTopic.ACCESS: "card.url",
    FeedbackTopic.PROCESSES: "card.processes",
    FeedbackTopic.PERMITS: "inquiries",
}


@pytest.mark.parametrize(("topic", "box"), OF_TOPIC.items())
def test_a_topic_differs_with_its_own_box(topic, box):
    assert differs(topic, BOXES, BOXES | {box: "دیگر"})


@pytest.mark.parametrize(("topic", "box"), OF_TOPIC.items())
def test_a_topic_does_not_differ_with_the_boxes_of_others(topic, box):
    others = {path: "دیگر" for path in BOXES if not path.startswith(PREFIXES[topic])}

    assert not differs(topic, BOXES, BOXES | others)


@pytest.mark.parametrize(("topic", "box"), OF_TOPIC.items())
def test_a_box_that_is_emptied_differs(topic, box):
    assert differs(topic, BOXES, {path: value for path, value in BOXES.items() if path != box})


def test_of_something_else_nothing_is_compared():
    assert not differs(FeedbackTopic.WHOLE, BOXES, {})


def test_every_topic_but_one_has_boxes():
    assert set(FeedbackTopic) - set(PREFIXES) == {FeedbackTopic.WHOLE}

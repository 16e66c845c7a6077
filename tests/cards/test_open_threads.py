"""Which questions wait for whom, asked of the database: the twin of what a thread says of itself."""

from itertools import product

import pytest

from khedmat.cards.enums import OPENING, Say, Stage
from khedmat.cards.models import Remark
from khedmat.cards.threads import answered_to, threads_of, unanswered
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
KINDS = (Say.ACCEPT, Say.ASK, Say.SUGGEST, Say.ANSWER)


def say(version, kind, *, by, path="card.title"):
    said = {"text": "سخن", "of_centre": kind != Say.ANSWER, "at": NOW}
    proposed = "متن" if kind == Say.SUGGEST else None
    return Remark.objects.create(version=version, path=path, kind=kind, proposed=proposed, by=by, **said)


def waits_for_an_answer(thread):
    """Open, and the last word is not the agency's."""
    return thread.is_open and thread.remarks[-1].kind in OPENING


@pytest.mark.parametrize("kinds", [said for length in (1, 2, 3) for said in product(KINDS, repeat=length)], ids=str)
def test_what_the_database_calls_open_is_what_the_thread_calls_open(kinds):
    version, examiner = VersionFactory(stage=Stage.APPROVED), UserFactory()
    for kind in kinds:
        say(version, kind, by=examiner)

    (thread,) = threads_of(version).values()

    assert unanswered().filter(version=version).exists() == waits_for_an_answer(thread)
    is_answered = thread.is_open and not waits_for_an_answer(thread)
    assert answered_to(examiner).filter(version=version).exists() == is_answered


def test_boxes_of_one_version_wait_apart():
    version, examiner = VersionFactory(stage=Stage.APPROVED), UserFactory()
    say(version, Say.ASK, by=examiner)
    say(version, Say.ASK, by=examiner, path="card.audience")
    say(version, Say.ANSWER, by=UserFactory(), path="card.audience")

    assert list(unanswered().order_by("pk").values_list("path", flat=True)) == ["card.title"]
    assert list(answered_to(examiner).order_by("pk").values_list("path", flat=True)) == ["card.audience"]


def test_the_same_box_of_another_version_settles_nothing():
    one, other, examiner = VersionFactory(stage=Stage.APPROVED), VersionFactory(stage=Stage.APPROVED), UserFactory()
    say(one, Say.ASK, by=examiner)
    say(other, Say.ACCEPT, by=examiner)

    assert [found.version for found in unanswered()] == [one]


def test_of_two_who_asked_of_one_box_the_first_says_when_it_is_settled():
    version, first, second = VersionFactory(stage=Stage.APPROVED), UserFactory(), UserFactory()
    say(version, Say.ASK, by=first)
    say(version, Say.ASK, by=second)
    say(version, Say.ANSWER, by=UserFactory())

    assert threads_of(version)["card.title"].opening.by == first
    assert answered_to(first).exists()
    assert not answered_to(second).exists()


def test_after_the_box_was_found_fine_a_new_question_begins_anew():
    version, first, second = VersionFactory(stage=Stage.APPROVED), UserFactory(), UserFactory()
    for kind, by in [(Say.ASK, first), (Say.ACCEPT, first), (Say.ASK, second), (Say.ANSWER, first)]:
        say(version, kind, by=by)

    assert answered_to(second).exists()
    assert not answered_to(first).exists()


@pytest.mark.parametrize("stage", [Stage.RETURNED, Stage.ACCEPTED, Stage.PUBLISHED])
def test_nothing_waits_in_a_version_that_is_no_longer_examined(stage):
    version, examiner = VersionFactory(stage=stage), UserFactory()
    say(version, Say.ASK, by=examiner)

    assert not unanswered().exists()
    assert not answered_to(examiner).exists()

"""Examining box by box: who may say what, who settles it, and what a draft inherits."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards import actions
from khedmat.cards.models import Remark
from khedmat.cards.reviewing import Words, remark, take_suggestion
from khedmat.cards.threads import carried_to, threads_of
from khedmat.organizations.models import Membership
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
TITLE, COST = "card.title", "card.cost"


@pytest.fixture
def version(office):
    return VersionFactory(service=identified(ServiceFactory(owner=office.owner)), stage="approved")


def say(version, kind, by, path=TITLE, text="", proposed=None):
    return remark(version, Words(path, kind, text, proposed), by=by, at=NOW)


def said(caught):
    return " ".join(caught.value.messages)


def test_a_question_waits_until_whoever_asked_finds_the_box_fine(office, version):
    say(version, "ask", office.reviewer, text="این عنوان خدمت است یا مدرک؟")
    say(version, "answer", office.author, text="عنوان خدمت است.")
    before = threads_of(version)[TITLE]
    say(version, "accept", office.reviewer)
    after = threads_of(version)[TITLE]

    assert (before.is_open, before.is_seen, before.opening.by) == (True, True, office.reviewer)
    assert not after.is_open
    assert [one.kind for one in after.remarks] == ["ask", "answer", "accept"]


def test_a_box_that_was_fine_may_be_asked_about_again(office, version):
    say(version, "accept", office.reviewer)
    say(version, "ask", office.reviewer, text="و شهرها؟")

    assert threads_of(version)[TITLE].is_open


def test_each_box_has_its_own_thread_and_a_whole_group_has_one(office, version):
    say(version, "accept", office.reviewer)
    say(version, "ask", office.reviewer, path=COST, text="رایگان است یا نه؟")

    assert {path: thread.is_open for path, thread in threads_of(version).items()} == {TITLE: False, COST: True}


def test_the_centre_does_not_accept_while_its_own_question_is_open(office, version):
    say(version, "ask", office.reviewer, path=COST, text="رایگان است یا نه؟")

    with pytest.raises(ValidationError) as caught:
        actions.accept(version, by=office.reviewer, at=NOW)
    say(version, "accept", office.reviewer, path=COST)

    assert "باز است" in said(caught)
    assert actions.accept(version, by=office.reviewer, at=NOW).stage == "accepted"


def test_a_question_of_the_agency_itself_stops_nobody_at_the_centre(office):
    version = VersionFactory(service=identified(ServiceFactory(owner=office.owner)), stage="submitted")
    say(version, "ask", office.approver, text="درست نوشته شده؟")
    actions.approve(version, by=person("approver", office.owner), at=NOW)

    assert not Remark.objects.get().of_centre
    assert actions.accept(version, by=office.reviewer, at=NOW).stage == "accepted"


@pytest.mark.parametrize("who", ["author", "reader"])
@pytest.mark.parametrize(
    ("kind", "more"), [("ask", {"text": "چرا؟"}), ("suggest", {"proposed": "عنوان"}), ("accept", {})]
)
def test_only_examiners_ask_suggest_and_accept(office, version, who, kind, more):
    with pytest.raises(ValidationError, match="کار بررسی"):
        say(version, kind, getattr(office, who), **more)

    assert not Remark.objects.exists()


@pytest.mark.parametrize("who", ["reviewer", "publisher", "reader"])
def test_only_those_who_answer_for_the_text_answer(office, version, who):
    say(version, "ask", office.reviewer, text="چرا؟")

    with pytest.raises(ValidationError, match="پاسخ با نویسندگان"):
        say(version, "answer", getattr(office, who), text="چون")


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "publisher"])
def test_a_stranger_with_the_same_right_elsewhere_says_nothing(office, version, role):
    say(version, "ask", office.reviewer, text="چرا؟")
    stranger = person(role, OrganizationFactory())

    for kind, more in (("ask", {"text": "چرا؟"}), ("accept", {}), ("answer", {"text": "چون"})):
        with pytest.raises(ValidationError):
            say(version, kind, stranger, **more)


def test_nobody_examines_a_text_in_which_they_had_a_hand(office):
    version = VersionFactory(service__owner=office.owner, created_by=office.approver, stage="submitted")

    with pytest.raises(ValidationError, match="دست نداشته"):
        say(version, "accept", office.approver)


@pytest.mark.parametrize("stage", ["draft", "discarded", "accepted", "returned", "published", "replaced"])
def test_nothing_is_said_before_a_version_is_sent_nor_after_it_is_published(office, stage):
    version = VersionFactory(service__owner=office.owner, stage=stage)

    with pytest.raises(ValidationError, match="در دست بررسی است"):
        say(version, "ask", office.reviewer, text="چرا؟")


def test_a_colleague_does_not_settle_what_another_asked(office, version):
    say(version, "ask", office.reviewer, text="چرا؟")

    with pytest.raises(ValidationError) as caught:
        say(version, "accept", person("reviewer", centre()))

    assert str(office.reviewer) in said(caught)
    assert threads_of(version)[TITLE].is_open


def test_what_somebody_asked_who_works_here_no_more_is_settled_by_a_colleague(office, version):
    say(version, "ask", office.reviewer, text="چرا؟")
    Membership.objects.filter(user=office.reviewer).update(ends_on="2021-01-01")

    say(version, "accept", person("reviewer", centre()))

    assert not threads_of(version)[TITLE].is_open


def test_an_answer_without_a_question_is_refused(office, version):
    with pytest.raises(ValidationError, match="پرسش بازی نیست"):
        say(version, "answer", office.author, text="چون")


@pytest.mark.parametrize("path", ["card.nothing", "title", "", "card.title.x", "__class__"])
def test_what_is_no_box_is_refused(office, version, path):
    with pytest.raises(ValidationError, match="هیچ خانه"):
        say(version, "ask", office.reviewer, path=path, text="چرا؟")


@pytest.mark.parametrize("path", [COST, "card.level", "card.visits.count", "card.stages.request", "card.service_id"])
def test_a_text_is_suggested_for_boxes_of_text_only(office, version, path):
    with pytest.raises(ValidationError, match="متن پیشنهاد"):
        say(version, "suggest", office.reviewer, path=path, proposed="چیزی")


@pytest.mark.parametrize("kind", ["ask", "suggest"])
def test_empty_words_are_refused(office, version, kind):
    with pytest.raises(ValidationError, match="بنویسید"):
        say(version, kind, office.reviewer)


def test_what_was_said_stays(office, version):
    say(version, "ask", office.reviewer, text="چرا؟")

    for change in (lambda: Remark.objects.update(text="دیگر"), lambda: Remark.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_new_draft_inherits_what_was_left_open_and_takes_a_suggested_text(office, version):
    say(version, "suggest", office.reviewer, text="کوتاه‌تر", proposed="صدور پروانهٔ چاه")
    say(version, "accept", office.reviewer, path=COST)
    draft = VersionFactory(service=version.service)

    carried = carried_to(draft)
    saved = take_suggestion(draft, TITLE, seen=0, by=office.author, at=NOW)

    assert list(carried) == [TITLE]
    assert saved.version.title == "صدور پروانهٔ چاه"
    assert draft.edits.get().changes[TITLE]["now"] == "صدور پروانهٔ چاه"


def test_lines_of_a_list_are_suggested_as_a_whole(office, version):
    say(version, "suggest", office.reviewer, path="card.documents", proposed=["کارت ملی", "سند"])
    draft = VersionFactory(service=version.service)

    saved = take_suggestion(draft, "card.documents", seen=0, by=office.author, at=NOW)

    assert saved.version.card.documents == ["کارت ملی", "سند"]


def test_a_box_of_which_nothing_was_suggested_changes_nothing(office, version):
    say(version, "ask", office.reviewer, text="چرا؟")
    draft = VersionFactory(service=version.service)

    assert take_suggestion(draft, TITLE, seen=0, by=office.author, at=NOW) is None
    assert not draft.edits.exists()


def test_a_draft_inherits_from_the_last_version_that_was_sent_only(office, version):
    say(version, "ask", office.reviewer, text="چرا؟")
    VersionFactory(service=version.service, stage="submitted")

    assert carried_to(VersionFactory(service=version.service)) == {}


def test_a_text_that_stands_there_already_is_no_suggestion(office, version):
    with pytest.raises(ValidationError, match="همان است که در خانه نوشته شده"):
        say(version, "suggest", office.reviewer, proposed=version.document.card.title)

    assert not Remark.objects.exists()


def test_what_is_sent_twice_is_said_once_and_may_be_said_again_after_an_answer(office, version):
    first, second = (say(version, "ask", office.reviewer, text="چرا؟") for _time in range(2))
    say(version, "answer", office.author, text="زیرا.")
    again = say(version, "ask", office.reviewer, text="چرا؟")

    assert first == second
    assert [one.kind for one in Remark.objects.order_by("pk")] == ["ask", "answer", "ask"]
    assert again.text == first.text


def test_a_box_is_found_fine_by_each_of_two_reviewers_once(office, version):
    say(version, "accept", office.reviewer), say(version, "accept", office.reviewer)
    say(version, "accept", person("reviewer", centre()))

    assert Remark.objects.count() == 2

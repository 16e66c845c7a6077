"""Who is told of a move: one test a row of the table of turns, and four people who are not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards import actions
from khedmat.cards.reviewing import Words, remark
from khedmat.notices.models import Notice
from tests.factories import forms
from tests.factories.cards import NOW, identified
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]


def draft(office):
    return actions.create_draft(forms.document(forms.card()), owner=office.owner, by=office.author, at=NOW)


def submitted(office):
    return actions.submit(draft(office), by=office.author, at=NOW)


def approved(office):
    return actions.approve(submitted(office), by=office.approver, at=NOW)


def accepted(office):
    return actions.accept(approved(office), by=office.reviewer, at=NOW)


def unread(user):
    return list(Notice.objects.of(user).unread().order_by("pk").values_list("kind", flat=True))


def test_writing_a_draft_tells_nobody(office):
    draft(office)

    assert not Notice.objects.exists()


def test_what_was_sent_waits_for_the_approvers(office):
    version = submitted(office)

    notice = Notice.objects.of(office.approver).get()
    assert (notice.kind, notice.link) == ("card_waits", f"/desk/versions/{version.pk}/")
    assert notice.context["title"] == version.title
    assert notice.context["by"] == str(office.author)
    assert unread(office.author) == []
    assert unread(office.publisher) == []


def test_what_was_approved_waits_for_the_reviewers_and_its_author_hears_of_it(office):
    approved(office)

    assert unread(office.reviewer) == ["card_waits"]
    assert unread(office.publisher) == []
    assert unread(office.author) == ["card_moved"]
    assert unread(office.approver) == []


def test_what_was_published_is_told_to_those_of_the_agency_who_had_a_hand_in_it(office):
    version = accepted(office)
    identified(version.service)
    Notice.objects.update(read_at=NOW)

    actions.publish(version, by=office.publisher, at=NOW)

    assert unread(office.author) == ["card_moved"]
    assert unread(office.approver) == ["card_moved"]
    assert unread(office.publisher) == []


def test_what_was_accepted_waits_for_the_publishers_and_no_longer_for_the_reviewers(office):
    accepted(office)

    assert unread(office.publisher) == ["card_waits"]
    assert unread(office.reviewer) == []


@pytest.mark.parametrize("stage", ["submitted", "approved"])
def test_what_came_back_is_told_with_its_reason_and_waits_for_nobody(office, stage):
    version = submitted(office) if stage == "submitted" else approved(office)
    by = office.approver if stage == "submitted" else office.reviewer
    Notice.objects.of(office.author).update(read_at=NOW)

    actions.send_back(version, reason="هزینه نوشته نشده است.", by=by, at=NOW)

    told = Notice.objects.of(office.author).unread().get()
    assert (told.kind, told.context["reason"]) == ("card_returned", "هزینه نوشته نشده است.")
    assert not Notice.objects.unread().filter(kind="card_waits").exists()


def test_a_step_that_one_approver_took_waits_for_no_other(office):
    other = person("approver", office.owner)
    version = submitted(office)
    assert unread(other) == ["card_waits"]

    actions.approve(version, by=office.approver, at=NOW)

    assert unread(other) == []


@pytest.mark.parametrize("role", ["reader", "author", "reviewer", "publisher"])
def test_who_may_not_approve_is_not_told_that_it_waits(office, role):
    colleague = person(role, office.owner)

    submitted(office)

    assert unread(colleague) == []


def test_an_approver_elsewhere_hears_nothing(office):
    stranger = person("approver", OrganizationFactory())

    submitted(office)

    assert unread(stranger) == []


def test_a_reviewer_of_the_agency_itself_is_none_of_the_centre(office):
    colleague = person("reviewer", office.owner)

    approved(office)

    assert unread(colleague) == []


def test_an_approver_who_wrote_it_is_told_only_that_it_moved(office):
    both = person("approver", office.owner)
    both.memberships.create(organization=office.owner, role="author", starts_on=date(2020, 1, 1))
    version = actions.create_draft(forms.document(forms.card()), owner=office.owner, by=both, at=NOW)

    actions.submit(version, by=office.author, at=NOW)

    assert unread(both) == ["card_moved"]


def test_who_left_the_agency_hears_no_more_of_its_cards(office):
    version = submitted(office)
    office.author.memberships.update(ends_on=date(2021, 1, 1))

    actions.approve(version, by=office.approver, at=NOW)

    assert unread(office.author) == []


def test_an_approval_that_was_refused_tells_nobody(office):
    version = submitted(office)
    before = Notice.objects.count()

    with pytest.raises(ValidationError):
        actions.approve(version, by=office.author, at=NOW)

    assert Notice.objects.count() == before
    assert unread(office.approver) == ["card_waits"]


def test_each_reviewer_of_the_centre_is_told_and_none_of_another_office(office):
    colleague, stranger = person("reviewer", centre()), person("reviewer", OrganizationFactory())

    approved(office)

    assert unread(colleague) == ["card_waits"]
    assert unread(stranger) == []


def test_a_question_about_a_box_reaches_the_hands_of_the_agency_once_until_they_read_it(office):
    version = approved(office)
    Notice.objects.update(read_at=NOW)

    for path, text in (("card.title", "چرا؟"), ("card.cost", "رایگان است؟")):
        remark(version, Words(path, "ask", text), by=office.reviewer, at=NOW)

    assert unread(office.author) == ["card_remarked"]
    assert unread(office.approver) == ["card_remarked"]
    assert unread(office.reviewer) == []
    notice = Notice.objects.of(office.author).unread().get()
    assert (notice.link, notice.context["said"]) == (f"/desk/versions/{version.pk}/review/", "چرا؟")


def test_an_answer_reaches_whoever_asked_and_a_box_found_fine_nobody(office):
    version = approved(office)
    remark(version, Words("card.title", "suggest", "", "عنوانی دیگر"), by=office.reviewer, at=NOW)
    Notice.objects.update(read_at=NOW)

    remark(version, Words("card.title", "answer", "درست است."), by=office.author, at=NOW)
    remark(version, Words("card.title", "accept"), by=office.reviewer, at=NOW)

    assert unread(office.reviewer) == ["card_remarked"]
    assert unread(office.author) == []
    assert unread(office.approver) == []

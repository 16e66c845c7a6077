"""Files beside a card, its review and a list of titles: who attaches, who takes away, what stays."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards import actions
from khedmat.cards.attaching.actions import MOST, take_away
from khedmat.cards.models import Attachment, AttachmentEnd
from khedmat.cards.redrafting import redraft
from khedmat.cards.reviewing import Words, remark
from tests.factories.attachments import attached
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, advance
from tests.factories.people import OrganizationFactory, person
from tests.factories.titles import confirmed, drafted
from tests.factories.titles import office as office_of_titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
LATER = NOW + timedelta(hours=2)


@pytest.fixture
def draft(office):
    return VersionFactory(service=ServiceFactory(owner=office.owner), created_by=office.author)


def at_stage(office, stage):
    return VersionFactory(service=ServiceFactory(owner=office.owner), stage=stage)


def test_an_author_attaches_to_a_draft_and_has_had_a_hand_in_it(office):
    draft = VersionFactory(service=ServiceFactory(owner=office.owner))

    made = attached(draft, by=office.author, number="12/3", is_public=True)

    assert (made.version, made.is_public, made.by) == (draft, True, office.author)
    assert office.author.pk in type(draft).objects.get(pk=draft.pk).hands


@pytest.mark.parametrize("who", ["reader", "approver", "reviewer", "publisher"])
def test_nobody_else_attaches_to_a_draft(office, draft, who):
    with pytest.raises(ValidationError, match="نویسندگان «سازمان"):
        attached(draft, by=getattr(office, who))

    assert not Attachment.objects.exists()


@pytest.mark.parametrize("stage", ["submitted", "approved", "accepted"])
@pytest.mark.parametrize("who", ["author", "approver", "reviewer"])
def test_while_it_is_examined_both_sides_attach(office, stage, who):
    assert attached(at_stage(office, stage), by=getattr(office, who)).by == getattr(office, who)


@pytest.mark.parametrize("stage", ["published", "returned", "discarded", "replaced", "suspended"])
@pytest.mark.parametrize("who", ["author", "reviewer"])
def test_what_has_ended_or_is_public_takes_no_more(office, stage, who):
    with pytest.raises(ValidationError, match="تا انتشار"):
        attached(at_stage(office, stage), by=getattr(office, who))


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "publisher"])
def test_a_stranger_with_the_same_right_elsewhere_attaches_nothing(office, role):
    stranger = person(role, OrganizationFactory())

    for stage in ("draft", "approved"):
        with pytest.raises(ValidationError):
            attached(at_stage(office, stage), by=stranger)


def test_what_is_public_is_chosen_before_the_card_is_sent(office):
    with pytest.raises(ValidationError, match="پیش از فرستادن"):
        attached(at_stage(office, "submitted"), by=office.author, is_public=True)


def test_the_database_too_keeps_what_is_public_to_drafts(office):
    sent = at_stage(office, "submitted")
    row = attached(sent, by=office.author)
    row.pk, row._state.adding, row.is_public = None, True, True

    with pytest.raises(DatabaseError, match="attached to a draft"), transaction.atomic():
        row.save(force_insert=True)


def test_the_same_file_stands_once(office, draft):
    attached(draft, by=office.author, data=b"%PDF-1.4 x")

    with pytest.raises(ValidationError, match="پیوست شده است"):
        attached(draft, by=office.author, data=b"%PDF-1.4 x")


def test_there_is_an_end_to_how_many(office, draft):
    row = attached(draft, by=office.author)
    copies = [Attachment(**{f.attname: getattr(row, f.attname) for f in row._meta.fields if f.name != "id"})]
    Attachment.objects.bulk_create(
        [Attachment(**{k: v for k, v in vars(copies[0]).items() if k not in ("id", "_state")}) for _ in range(MOST - 1)]
    )

    with pytest.raises(ValidationError, match="۳۰ پیوست"):
        attached(draft, by=office.author, data=b"%PDF-1.4 other")


def test_whoever_says_something_of_a_box_attaches_to_it(office):
    version = at_stage(office, "approved")
    said = remark(version, Words("card.title", "ask", "نامه را ببینید"), by=office.reviewer, at=NOW)

    made = attached(version, by=office.reviewer, remark=said, kind="letter")

    assert (made.remark, made.version) == (said, version)
    with pytest.raises(ValidationError, match="تنها گویندهٔ آن"):
        attached(version, by=office.author, remark=said, data=b"%PDF-1.4 y")
    with pytest.raises(ValidationError, match="نمودار پیوست شناسنامه"):
        attached(version, by=office.reviewer, remark=said, kind="diagram", data=b"%PDF-1.4 z")


def test_a_remark_of_another_version_is_refused_by_the_database(office):
    said = remark(at_stage(office, "approved"), Words("card.title", "ask", "چرا؟"), by=office.reviewer, at=NOW)

    with pytest.raises(DatabaseError, match="another version"), transaction.atomic():
        attached(at_stage(office, "approved"), by=office.reviewer, remark=said)


def test_an_author_takes_away_from_a_draft_without_a_reason_and_once(office, draft):
    made = attached(draft, by=office.author)

    take_away(made, reason="", by=office.author, at=LATER)

    assert not Attachment.objects.standing().exists()
    with pytest.raises(ValidationError, match="برداشته شده است"):
        take_away(made, reason="", by=office.author, at=LATER)


def test_what_was_sent_with_the_card_stays_with_it(office, draft):
    made = attached(draft, by=office.author, at=NOW - timedelta(days=1))
    actions.submit(draft, by=office.author, at=NOW)

    with pytest.raises(ValidationError, match="منتشرکنندگان مرکز"):
        take_away(made, reason="اشتباه", by=office.author, at=LATER)


def test_what_came_later_is_taken_away_by_whoever_attached_it_with_a_reason(office):
    version = at_stage(office, "approved")
    made = attached(version, by=office.reviewer, at=LATER)

    with pytest.raises(ValidationError, match="چرا برداشته"):
        take_away(made, reason=" ", by=office.reviewer, at=LATER)
    with pytest.raises(ValidationError, match="هر کس پیوستی را"):
        take_away(made, reason="اشتباه", by=office.author, at=LATER)
    assert take_away(made, reason="اشتباه", by=office.reviewer, at=LATER).reason == "اشتباه"


def test_a_publisher_of_the_centre_takes_away_what_should_never_have_been_public(office, draft):
    made = attached(draft, by=office.author, is_public=True, at=NOW - timedelta(days=1))
    advance(type(draft).objects.get(pk=draft.pk), "published")

    take_away(made, reason="شمارهٔ تلفن کسی در آن است.", by=office.publisher, at=LATER)

    assert not Attachment.objects.public().exists()


def test_a_new_draft_begins_with_the_files_of_the_card_but_not_with_those_of_its_review(office):
    version = at_stage(office, "approved")
    said = remark(version, Words("card.title", "ask", "چرا؟"), by=office.reviewer, at=NOW)
    attached(version, by=office.author, title="قانون")
    attached(version, by=office.reviewer, remark=said, title="نامهٔ مرکز")
    gone = attached(version, by=office.author, title="اشتباه", at=LATER)
    take_away(gone, reason="اشتباه", by=office.author, at=LATER)

    draft = redraft(version, by=office.author, at=LATER)

    assert [one.title for one in draft.attachments.all()] == ["قانون"]


def test_writers_and_approvers_attach_to_a_list_of_titles_until_it_is_confirmed():
    here = office_of_titles()
    titles = drafted(here)

    made = attached(titles, by=here.approver, kind="letter")
    take_away(made, reason="", by=here.author, at=LATER)

    assert AttachmentEnd.objects.count() == 1
    for who in (here.reader, here.other_author):
        with pytest.raises(ValidationError, match="تا پیش از تأیید"):
            attached(titles, by=who, data=b"%PDF-1.4 w")


def test_a_confirmed_list_takes_no_more():
    here = office_of_titles()

    with pytest.raises(ValidationError, match="تا پیش از تأیید"):
        attached(confirmed(here), by=here.author)


def test_what_stands_never_changes(office, draft):
    made = attached(draft, by=office.author)
    take_away(made, reason="", by=office.author, at=LATER)

    for rows in (Attachment.objects, AttachmentEnd.objects):
        for change in (lambda rows=rows: rows.update(at=LATER), lambda rows=rows: rows.all().delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change()

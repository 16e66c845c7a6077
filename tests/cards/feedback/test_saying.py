"""Anybody says what is wrong; nothing of theirs is kept, and nobody floods an agency."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards.enums import FeedbackStage
from khedmat.cards.feedback import actions
from khedmat.cards.feedback.masking import MAIL_MASK, MASK, masked
from khedmat.notices.models import Notice
from tests.factories.cards import NOW
from tests.factories.feedback import TEXT, a_card, answered, said
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db


def test_a_remark_waits_for_its_agency_for_ten_working_days():
    feedback = said()

    assert feedback.stage == FeedbackStage.WAITING
    assert feedback.due_on == date(2026, 12, 6)
    assert len(feedback.code) >= 20


def test_authors_and_approvers_of_the_office_are_told_once_until_they_read():
    version = a_card()
    author, approver = person("author", version.service.owner), person("approver", version.service.owner)
    person("author", OrganizationFactory())

    said(version)
    said(version, text="ساعت کار دفتر را هم ننوشته‌اید.")

    assert set(Notice.objects.values_list("user", flat=True)) == {author.pk, approver.pk}
    assert Notice.objects.count() == 2


@pytest.mark.parametrize(("text", "why"), [("بد", "چند واژه"), ("الف " * 400, "۱۰۰۰ نویسه")])
def test_too_little_and_too_much_is_refused_in_words(text, why):
    with pytest.raises(ValidationError, match=why):
        said(text=text)


def test_the_same_words_wait_once_for_a_service_and_may_come_again_when_answered():
    first = said()

    with pytest.raises(ValidationError, match="در دست پاسخ"):
        said(first.version, text=TEXT.replace(" ", "  "))
    answered(FeedbackStage.ANSWERED, first)
    assert said(first.version).pk != first.pk


def test_a_flood_on_one_service_stops_for_a_day(monkeypatch):
    monkeypatch.setattr(actions, "MOST_A_DAY", 2)
    version = said().version
    said(version, text="ساعت کار نوشته نشده است.")

    with pytest.raises(ValidationError, match="فردا"):
        said(version, text="نشانی سامانه باز نمی‌شود.")
    assert said(version, text="نشانی سامانه باز نمی‌شود.", at=NOW + timedelta(days=2))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("کد ملی من 0012345679 است", f"کد ملی من {MASK} است"),
        ("زنگ بزنید 0912 345 67 89", f"زنگ بزنید {MASK}"),
        ("کارت 6037-9911-2233-4455", f"کارت {MASK}"),
        ("به a.b@example.ir بنویسید", f"به {MAIL_MASK} بنویسید"),
        ("مبلغ 750000 ریال در سال 1404", "مبلغ 750000 ریال در سال 1404"),
        ("شناسهٔ 13011234000 و 13011234001", f"شناسهٔ 13011234000 و {MASK}"),
    ],
)
def test_numbers_of_people_are_not_kept(text, kept):
    assert masked(text, keep="13011234000") == kept


@pytest.mark.parametrize(
    "change",
    [
        lambda one: type(one).objects.filter(pk=one.pk).update(text="دیگر"),
        lambda one: one.delete(),
        lambda one: one.steps.update(text="دیگر"),
        lambda one: one.steps.all().delete(),
    ],
)
def test_what_was_said_and_answered_never_changes(change):
    feedback = answered(FeedbackStage.ACCEPTED)

    with pytest.raises(DatabaseError), transaction.atomic():
        change(feedback)

"""Passing over a finding: by whom, of what, for how long, and how it comes back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from khedmat.cards.actions import send_back, store_findings
from khedmat.cards.governing.dismissing import a_year_after, dismiss, take_back
from khedmat.cards.models import Dismissal, Finding, ServiceVersion
from tests.factories.cards import FindingFactory
from tests.factories.governing import LATER, MISSING, checked, dismissed, found
from tests.factories.people import centre, person

pytestmark = pytest.mark.django_db
TODAY = localdate(LATER)


@pytest.fixture
def reviewer():
    return person("reviewer", centre())


def refused(finding, *, by, reason="درست است"):
    with pytest.raises(ValidationError) as refusal:
        dismiss(finding, reason=reason, by=by, at=LATER)
    return " ".join(refusal.value.messages)


def test_a_dismissal_keeps_who_as_whom_of_what_and_why(reviewer):
    version = checked()

    row = dismissed(version, by=reviewer)

    assert (row.by, row.as_role, row.as_organization) == (reviewer, "reviewer", centre())
    assert (row.rule, row.field, row.severity, row.sha256) == ("C02", "card.audience", "A", version.sha256)
    assert row.lapses_on == date(TODAY.year + 1, TODAY.month, TODAY.day)
    assert found(version).dismissal == row


@pytest.mark.parametrize(
    ("day", "next_year"), [(date(2028, 2, 29), date(2029, 3, 1)), (date(2026, 3, 21), date(2027, 3, 21))]
)
def test_a_year_is_a_year_of_the_calendar(day, next_year):
    assert a_year_after(day) == next_year


def test_it_holds_in_the_next_version_until_the_box_says_something_else(reviewer):
    version = checked()
    row = dismissed(version, by=reviewer)

    other = checked(service=version.service, stage="returned", card=MISSING | {"title": "صدور پروانهٔ دیگر"})
    answered = checked(service=version.service, stage="returned", card={"audience": "همگان"})
    same = checked(service=version.service, stage="draft")
    elsewhere = checked()

    assert found(same).dismissal == row
    assert found(other).dismissal == row
    assert not answered.findings.passed_over().exists()
    assert found(elsewhere).dismissal is None


def test_another_text_in_the_box_is_another_finding(reviewer):
    version = checked(card={"description": "شرح ۱"})
    dismiss(found(version, "C05", "card.description"), reason="کوتاه و بس", by=reviewer, at=LATER)

    changed = checked(service=version.service, stage="draft", card={"description": "شرح ۲"})

    assert found(changed, "C05", "card.description").dismissal is None


def test_a_blocker_is_never_passed_over(reviewer):
    version = checked(card={"title": None})

    assert "از مانع انتشار چشم پوشیده نمی‌شود" in refused(found(version, "C01", "card.title"), by=reviewer)
    assert not Dismissal.objects.exists()


def test_only_the_centre_passes_over_and_hears_it_with_everything_else_that_is_wrong():
    version = checked()
    owner = version.service.owner

    for role in ("author", "approver", "reader"):
        said = refused(found(version), by=person(role, owner), reason=" ")
        assert "کار بررسی‌کنندگان مرکز است" in said
        assert "دلیل نوشته نشده است" in said


def test_nobody_passes_over_a_finding_on_their_own_text():
    author = person("reviewer", centre())
    version = checked(created_by=author)

    assert "دست داشته‌اید" in refused(found(version), by=author)


def test_what_is_no_longer_there_and_what_has_ended_is_refused(reviewer):
    version = checked()
    gone = found(version)
    Finding.objects.filter(pk=gone.pk).delete()
    ended = checked(stage="replaced")

    assert "دیگر برجا نیست" in refused(gone, by=reviewer)
    assert "در مرحلهٔ «جایگزین‌شده» است" in refused(found(ended), by=reviewer)


def test_the_second_of_two_hears_who_was_first(reviewer):
    version = checked()
    finding = found(version)
    dismissed(version, by=reviewer)

    assert f"پیش‌تر چشم پوشیده شده است ({reviewer}، " in refused(finding, by=person("reviewer", centre()))
    assert Dismissal.objects.count() == 1


def test_taking_it_back_opens_the_finding_and_is_done_once(reviewer):
    version = checked()
    row = dismissed(version, by=reviewer)

    take_back(row, reason="پاسخ بسنده نیست", by=person("reviewer", centre()), at=LATER)

    assert found(version).dismissal is None
    with pytest.raises(ValidationError, match="گرفته شده است"):
        take_back(row, reason="باز هم", by=reviewer, at=LATER)


def test_a_year_later_it_is_open_again_and_may_be_decided_anew(reviewer):
    version = checked()
    row = dismissed(version, by=reviewer)

    store_findings(version, on=row.lapses_on - timedelta(days=1))
    assert found(version).dismissal == row
    store_findings(version, on=row.lapses_on)

    assert found(version).dismissal is None
    with pytest.raises(ValidationError, match="پایان رسیده"):
        take_back(row, reason="باز", by=reviewer, at=LATER + timedelta(days=366))


def test_a_decision_keeps_the_rules_and_what_was_passed_over(reviewer):
    version = checked()
    row = dismissed(version, by=reviewer)

    ended = send_back(version, reason="بخش ۶ خالی است", by=person("reviewer", centre()), at=LATER)
    change = ended.stage_changes.get(target="returned")

    assert (change.sha256, change.rules_version) == (version.sha256, row.rules_version)
    assert change.dismissed == [
        {"rule": "C02", "severity": "A", "field": "card.audience"}
        | {"message": row.message, "reason": row.reason, "by": str(reviewer)}
    ]


def test_the_database_itself_refuses_to_change_a_dismissal_or_to_pass_over_a_blocker(reviewer):
    row = dismissed(checked(), by=reviewer)

    for change in (lambda: Dismissal.objects.update(reason="دیگر"), lambda: Dismissal.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    row.pk, row.severity, row._state.adding = None, "B", True
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()


def test_counts_of_a_list_leave_out_what_was_passed_over(reviewer):
    version = checked()
    before = ServiceVersion.objects.with_finding_counts().get(pk=version.pk).answers
    dismissed(version, by=reviewer)
    FindingFactory(version=version, severity="N", order=99)

    assert ServiceVersion.objects.with_finding_counts().get(pk=version.pk).answers == before - 1

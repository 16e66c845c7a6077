"""Findings beside a version, and making them anew when the rules change."""

import pytest
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards import checking, tasks
from khedmat.cards.models import Finding, ServiceVersion
from khedmat.cards.rules.engine import RULES_VERSION
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


def fetched(version):
    return ServiceVersion.objects.get(pk=version.pk)


def test_findings_are_kept_in_the_order_of_the_rules(rules):
    rules("B", "A", "N")
    version = VersionFactory()

    checking.store_findings(version, on=TODAY)

    kept = version.findings.values_list("order", "severity", "rule", "message", "fix", "rules_version")
    assert list(kept) == [
        (1, "B", "X01", "شرح", "راه", RULES_VERSION),
        (2, "A", "X02", "شرح", "راه", RULES_VERSION),
        (3, "N", "X03", "شرح", "راه", RULES_VERSION),
    ]
    assert ServiceVersion.objects.get().checked_with == RULES_VERSION


def test_checking_twice_doubles_nothing(rules):
    rules("B")
    version = VersionFactory(published=True)

    checking.store_findings(version, on=TODAY)
    checking.store_findings(version, on=TODAY)

    assert Finding.objects.count() == 1


def test_the_rules_see_the_raw_text_and_the_permits(monkeypatch):
    seen = []
    monkeypatch.setattr(checking, "check", lambda document: seen.append(document) or [])

    checking.store_findings(
        VersionFactory(document=forms.document(permits=forms.PERMITS, undecided=["nature"])), on=TODAY
    )

    assert seen[0].trace["card.title"].raw == "صدور گواهی"
    assert [permit.action for permit in seen[0].permits] == ["issue", "renew"]
    assert seen[0].undecided == ["nature"]


def test_only_versions_of_older_rules_are_checked_again(rules):
    rules("A")
    current, stale = VersionFactory(checked_with=RULES_VERSION), VersionFactory(checked_with="0", published=True)

    assert tasks.recheck_stale(timestamp=0) == 1
    assert tasks.recheck_stale(timestamp=0) == 0

    assert (current.findings.count(), stale.findings.count()) == (0, 1)


def test_the_real_rules_run_on_a_kept_card():
    checking.store_findings(VersionFactory(card={"title": None}), on=TODAY)

    assert Finding.objects.filter(field="card.title", severity="B").exists()


def test_a_recheck_is_asked_for_once_however_often_one_starts():
    tasks.recheck_soon(at=NOW)
    tasks.recheck_soon(at=NOW)

    assert ProcrastinateJob.objects.filter(task_name="khedmat.cards.tasks.recheck_stale").count() == 1


def test_only_findings_that_changed_are_written_again():
    version = VersionFactory(card={"title": None, "audience": None})
    before = {one.rule + one.field: one.pk for one in checking.store_findings(version, on=TODAY)}
    ServiceVersion.objects.filter(pk=version.pk).update(content={**version.content, "audience": "دانشجویان"})

    after = {one.rule + one.field: one.pk for one in checking.store_findings(fetched(version), on=TODAY)}

    assert "C02card.audience" in set(before) - set(after)
    assert before["C01card.title"] == after["C01card.title"]
    assert version.findings.count() == len(after)
    assert list(version.findings.order_by("order").values_list("order", flat=True)) == [*range(1, len(after) + 1)]

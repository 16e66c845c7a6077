"""Two people decide about the same finding or rule at the same moment: one wins, the other is told."""

import pytest
from django.utils.timezone import localdate

from khedmat.cards.actions import send_back, store_findings
from khedmat.cards.governing.counting import Figures, count_rules
from khedmat.cards.governing.dismissing import dismiss, take_back
from khedmat.cards.governing.weighing import weigh
from khedmat.cards.models import Dismissal, DismissalEnd, RuleCount, SeverityChange
from tests.cards.test_races import at_once, refusals
from tests.factories.governing import LATER, checked, dismissed, found
from tests.factories.people import centre, person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two():
    """Two reviewers of the centre."""
    return [person("reviewer", centre()) for _ in range(2)]


def test_a_finding_is_passed_over_once(two):
    finding = found(checked())

    results = at_once(*[lambda by=by: dismiss(finding, reason="پاسخ دارد", by=by, at=LATER) for by in two])

    (refusal,) = refusals(results)
    assert "پیش‌تر چشم پوشیده شده است" in " ".join(refusal.messages)
    assert Dismissal.objects.count() == 1


def test_it_is_taken_back_once(two):
    row = dismissed(checked())

    results = at_once(*[lambda by=by: take_back(row, reason="نه", by=by, at=LATER) for by in two])

    assert len(refusals(results)) == 1
    assert DismissalEnd.objects.count() == 1


def test_passing_over_beside_a_recheck_leaves_one_finding_tied(two):
    version = checked()
    finding, on = found(version), localdate(LATER)

    results = at_once(
        lambda: dismiss(finding, reason="پاسخ دارد", by=two[0], at=LATER), lambda: store_findings(version, on=on)
    )

    assert refusals(results) == []
    assert found(version).dismissal == Dismissal.objects.get()


def test_passing_over_beside_sending_back_is_kept_in_the_decision_or_refused(two):
    version = checked()
    finding = found(version)

    results = at_once(
        lambda: dismiss(finding, reason="پاسخ دارد", by=two[0], at=LATER),
        lambda: send_back(version, reason="درست کنید", by=two[1], at=LATER),
    )

    change = version.stage_changes.get(target="returned")
    assert len(refusals(results)) + len(change.dismissed) == 1
    assert Dismissal.objects.count() == len(change.dismissed)


def test_two_stewards_change_a_rule_once(two, monkeypatch):
    monkeypatch.setattr(Figures, "LEAST", 1)
    dismissed(checked())

    results = at_once(*[lambda by=by: weigh("C02", "N", reason="زیاد", by=by, at=LATER) for by in two])

    (refusal,) = refusals(results)
    assert "هم‌اکنون همین شدت را دارد" in " ".join(refusal.messages)
    assert SeverityChange.objects.count() == 1


def test_counting_twice_at_once_leaves_one_row_a_rule():
    checked()

    results = at_once(*[lambda: count_rules(at=LATER)] * 3)

    assert refusals(results) == []
    rules = list(RuleCount.objects.values_list("rule", flat=True))
    assert len(rules) == len(set(rules)) == results[0]

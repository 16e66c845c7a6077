"""Rules that are passed over too often become notes, and come back."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards import tasks
from khedmat.cards.actions import store_findings
from khedmat.cards.governing.counting import Figures, count_rules
from khedmat.cards.governing.weighing import weigh
from khedmat.cards.models import Finding, RuleCount, ServiceVersion, SeverityChange
from khedmat.cards.rules.engine import RULES_VERSION
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.governing import LATER, checked, dismissed, found
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
TODAY = localdate(LATER)


@pytest.fixture
def steward():
    return person("reviewer", centre())


@pytest.fixture
def doubtful(monkeypatch, steward):
    """A version of which C02 was passed over, where one finding is proof enough."""
    monkeypatch.setattr(Figures, "LEAST", 1)
    version = checked()
    dismissed(version, by=steward)
    return version


def refused(*args, by):
    with pytest.raises(ValidationError) as refusal:
        weigh(*args, reason="", by=by, at=LATER)
    return " ".join(refusal.value.messages)


@pytest.mark.parametrize(
    ("sent", "dismissed", "is_doubtful"),
    [(9, 9, False), (10, 2, False), (10, 3, True), (100, 20, False), (0, 0, False)],
)
def test_over_a_fifth_of_at_least_ten_is_doubtful(sent, dismissed, is_doubtful):
    assert Figures(sent, dismissed).is_doubtful is is_doubtful


def test_a_rule_becomes_a_note_everywhere_and_is_restored(doubtful, steward):
    weigh("C02", "N", reason="بیش از یک‌پنجم", by=steward, at=LATER)

    assert ProcrastinateJob.objects.filter(task_name=tasks.recheck_stale.name).count() == 1
    tasks.recheck_stale(timestamp=int(LATER.timestamp()))
    lighter = found(doubtful)
    assert (lighter.severity, lighter.rules_version) == ("N", f"{RULES_VERSION}.1")
    assert ServiceVersion.objects.get(pk=doubtful.pk).checked_with == f"{RULES_VERSION}.1"

    weigh("C02", "A", reason="متن قاعده روشن شد", by=steward, at=LATER)
    store_findings(doubtful, on=TODAY)
    assert found(doubtful).severity == "A"
    assert list(SeverityChange.objects.values_list("severity", flat=True)) == ["A", "N"]


def test_a_dismissal_outlives_the_change_of_weight(doubtful, steward):
    weigh("C02", "N", reason="بیش از یک‌پنجم", by=steward, at=LATER)
    store_findings(doubtful, on=TODAY)

    assert found(doubtful).dismissal is not None


def test_without_cause_reason_or_office_it_is_refused_in_words(steward):
    said = refused("C02", "N", by=person("author", OrganizationFactory()))

    for words in ("کار بررسی‌کنندگان مرکز", "چندان چشم پوشیده نشده است", "دلیل نوشته نشده است"):
        assert words in said
    assert "هم‌اکنون همین شدت را دارد" in refused("C02", "A", by=steward)


def test_a_blocker_stays_a_blocker(steward):
    assert "مانع انتشار مانع می‌ماند" in refused("C01", "N", by=steward)


def test_figures_count_what_was_sent_and_no_draft():
    published = VersionFactory(published=True)
    for version in (published, published, VersionFactory(stage="submitted"), VersionFactory(stage="draft")):
        FindingFactory(version=version, rule="V06", severity="A")

    assert count_rules(at=LATER) == 1
    assert count_rules(at=LATER) == 1

    row = RuleCount.objects.get()
    assert (row.rule, row.in_force, row.sent, row.services, row.dismissed) == ("V06", 2, 3, 2, 0)


def test_the_night_looks_at_cards_alive_lets_dismissals_lapse_and_counts(steward):
    alive, ended, draft = (
        checked(),
        VersionFactory(stage="replaced", checked_with=RULES_VERSION),
        checked(stage="draft"),
    )
    row = dismissed(alive, by=steward)
    Finding.objects.filter(version=draft).delete()
    tonight = LATER.replace(year=LATER.year + 1)

    assert tasks.recheck_night(timestamp=int(tonight.timestamp())) == 2
    assert tasks.recheck_night(timestamp=int(tonight.timestamp())) == 2

    assert row.lapses_on == localdate(tonight)
    assert found(alive).dismissal is None
    assert found(draft)
    assert not ended.findings.exists()
    assert RuleCount.objects.get(rule="C02").counted_at == tonight


def test_a_version_that_ended_is_looked_at_once_more_when_its_dismissal_lapses(steward):
    version = checked()
    row = dismissed(version, by=steward)
    old = checked(service=version.service, stage="returned")
    assert found(old).dismissal == row

    tasks.recheck_night(timestamp=int(LATER.replace(year=LATER.year + 1).timestamp()))

    assert found(old).dismissal is None

"""The score of a published card is kept where many are looked at, and made anew when it is no longer so."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.actions import publish, store_findings
from khedmat.cards.freshness.confirming import confirm
from khedmat.cards.models import CardScore
from khedmat.cards.rating import keep_scores, last_days, rated
from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.cards.score import SCORE_VERSION, Facts
from khedmat.cards.score.grades import GRADES, grade
from khedmat.cards.score.standing import good_until, stale
from tests.factories.cards import NOW, FindingFactory, VersionFactory, identified
from tests.factories.people import person, publisher

TODAY = localdate(NOW)
LATER = NOW + timedelta(days=400)


@pytest.mark.django_db
def test_the_kept_score_is_the_one_that_the_page_shows():
    version = VersionFactory(published=True)
    findings = store_findings(version, on=TODAY)

    kept, shown = CardScore.objects.get(), rated(version, findings, days=last_days(version), on=TODAY)

    assert (kept.total, kept.parts) == (shown.total, {part.code: part.points for part in shown.parts})
    assert (kept.score_version, kept.worked_out_on) == (SCORE_VERSION, TODAY)


@pytest.mark.django_db
def test_publication_keeps_a_score_and_a_draft_has_none():
    draft, version = VersionFactory(), VersionFactory(stage="accepted", checked_with=RULES_VERSION)
    identified(version.service)
    store_findings(draft, on=TODAY)
    assert not CardScore.objects.exists()

    publish(version, by=publisher(), at=NOW)

    assert CardScore.objects.get().version == version


@pytest.mark.django_db
def test_the_night_makes_what_is_missing_old_or_of_other_weights():
    for _ in "abc":
        VersionFactory(published=True)
    assert keep_scores(on=TODAY) == 3
    assert keep_scores(on=TODAY) == 0
    CardScore.objects.filter(pk=CardScore.objects.first().pk).update(score_version="0")
    assert keep_scores(on=TODAY) == 1

    assert keep_scores(on=localdate(LATER)) == 3
    assert set(CardScore.objects.values_list("worked_out_on", flat=True)) == {localdate(LATER)}


@pytest.mark.django_db
def test_a_confirmation_gives_back_what_age_has_cost():
    version = VersionFactory(published=True)
    keep_scores(on=localdate(LATER))
    aged = CardScore.objects.get()

    confirm(version, by=person("author", version.service.owner), at=LATER)

    fresh = CardScore.objects.get()
    assert fresh.parts["freshness"] == 150 > aged.parts["freshness"]
    assert fresh.worked_out_on == localdate(LATER)


@pytest.mark.django_db
def test_a_card_that_something_blocks_has_no_total():
    version = VersionFactory(published=True, checked_with=RULES_VERSION)
    FindingFactory(version=version)

    keep_scores(on=TODAY)

    assert CardScore.objects.get().total is None


@pytest.mark.parametrize("changed", [0, 100, 180, 181, 365, 366, 730, 731, 2000])
@pytest.mark.parametrize("confirmed", [None, 0, 180, 365, 366])
def test_until_its_last_day_a_score_loses_nothing_to_time_and_then_it_does(changed, confirmed):
    today = date(2026, 1, 1)
    confirmed_on = None if confirmed is None else today - timedelta(days=confirmed)
    facts = Facts(today, today - timedelta(days=changed), confirmed_on)

    def lost(on):
        return sum(loss.points for loss in stale(Facts(on, facts.changed_on, facts.confirmed_on)))

    last = good_until(facts)

    assert lost(last or today + timedelta(days=9999)) == lost(today)
    assert last is None or lost(last + timedelta(days=1)) > lost(today)


@pytest.mark.parametrize(
    ("total", "code"),
    [(100, "good"), (85, "good"), (84, "fair"), (70, "fair"), (69, "weak"), (50, "weak"), (0, "poor"), (None, "none")],
)
def test_every_score_has_its_grade(total, code):
    assert grade(total).code == code
    assert len({one.code for one in GRADES}) == len(GRADES)

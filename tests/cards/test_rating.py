"""The score of a version: what the log says of its age and of who stands behind it."""

from datetime import timedelta

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.rating import facts_of, score_of
from tests.factories.cards import NOW, VersionFactory

pytestmark = pytest.mark.django_db
TODAY = NOW.date() + timedelta(days=30)


def changed(version, target, at):
    version.stage_changes.create(source="", target=target, by=version.created_by, at=at)


def test_a_fresh_draft_is_as_old_as_its_first_line_and_nobody_confirmed_it(django_assert_num_queries):
    version = VersionFactory()

    with django_assert_num_queries(1):
        facts = facts_of(version, on=TODAY)

    assert (facts.changed_on, facts.confirmed_on, facts.has_source) == (NOW.date(), None, False)


def test_the_last_line_of_the_log_is_the_last_change():
    version = VersionFactory()
    changed(version, "draft", NOW + timedelta(days=9))
    changed(version, "draft", NOW + timedelta(days=2))

    assert facts_of(version, on=TODAY).changed_on == NOW.date() + timedelta(days=9)


def test_an_approval_is_a_confirmation_on_the_day_of_tehran():
    version = VersionFactory(stage="approved")
    changed(version, "approved", NOW.replace(hour=22) + timedelta(days=1))

    assert facts_of(version, on=TODAY).confirmed_on == NOW.date() + timedelta(days=2)


@pytest.mark.parametrize("stage", ["draft", "submitted"])
def test_an_approval_of_a_text_that_is_open_again_counts_no_more(stage):
    version = VersionFactory(stage=stage)
    changed(version, "approved", NOW)

    assert facts_of(version, on=TODAY).confirmed_on is None


def test_the_kept_findings_of_a_version_are_what_it_is_scored_by():
    version = VersionFactory(card={"title": "صدور گواهی", "average_duration": {"value": 15}})
    store_findings(version)

    found = score_of(version, on=TODAY)

    assert found.total is None
    assert "card.average_duration" in {loss.path for part in found.parts for loss in part.losses}

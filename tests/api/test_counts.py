"""What is reported of a service stands beside what its card declares."""

import pytest

from tests.factories.cards import VersionFactory
from tests.factories.counts import LETTER, counted, told

pytestmark = pytest.mark.django_db


def read(client, version):
    return client.get(f"/api/v1/services/{version.service_id}/statistics")


def test_years_and_reports_are_told_with_where_they_are_from(client):
    version = VersionFactory(published=True, card={"recipients": {"count": 1000, "per": "year"}})
    rows = [told(version, "1404-01", received=5, channel="sms"), told(version, "1404-02", received=0, done=2)]
    first, _second = counted(version, *rows)
    counted(version, told(version, "1404-01", received=6, channel="sms", corrects=first.row.pk))

    said = read(client, version).json()

    assert said["declared"] == {"count": 1000, "per": "year"}
    (year,) = said["years"]
    assert (year["year"], year["kind"], year["periods"], year["received"], year["done"]) == (1404, "month", 2, 6, 2)
    assert [(one["period"], one["channel"], one["received"]) for one in said["reports"]] == [
        ("1404-02", None, 0),
        ("1404-01", "sms", 6),
    ]
    assert said["reports"][1]["corrects"] == first.row.pk
    assert (said["reports"][0]["source"], said["reports"][0]["agency"]) == (LETTER, version.service.owner.code)


def test_of_which_nothing_is_reported_says_so_by_empty_lists(client):
    version = VersionFactory(published=True)

    said = read(client, version).json()

    assert (said["years"], said["reports"]) == ([], [])


def test_a_draft_is_not_there_and_a_retired_one_is_gone(client):
    assert read(client, VersionFactory()).status_code == 404
    assert read(client, VersionFactory(stage="retired")).status_code == 410


def test_a_long_history_costs_the_same(client, assert_same_cost):
    version = VersionFactory(published=True)
    counted(version)

    assert_same_cost(
        lambda: read(client, version),
        lambda: counted(version, *(told(version, f"1403-{month:02}", received=month) for month in range(1, 13))),
    )

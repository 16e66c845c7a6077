"""The feed: in order, with tombstones, and past nothing that is still being written."""

import threading

import pytest
from django.db import connection, transaction

from khedmat.cards.models import StageChange
from tests.factories.cards import VersionFactory

FEED = "/api/v1/changes"


@pytest.mark.django_db
def test_what_ended_is_a_tombstone(client):
    version = VersionFactory(published=True)
    ended = VersionFactory(stage="retired")

    items = client.get(FEED).json()["items"]

    assert [(one["service"], one["kind"], one["gone"]) for one in items] == [
        (version.service.pk, "published", False),
        (ended.service.pk, "published", False),
        (ended.service.pk, "retired", True),
    ]
    assert items[-1]["card"] is None


@pytest.mark.django_db
def test_drafts_and_steps_inside_are_not_told(client):
    VersionFactory(stage="approved")

    assert client.get(FEED).json()["items"] == []


@pytest.mark.django_db
def test_who_goes_on_from_since_sees_each_change_once(client):
    VersionFactory.create_batch(3, published=True)

    first = client.get(f"{FEED}?limit=2").json()
    rest = client.get(f"{FEED}?since={first['since']}").json()
    VersionFactory(stage="draft")

    assert (len(first["items"]), len(rest["items"])) == (2, 1)
    assert client.get(f"{FEED}?since={rest['since']}").json()["items"] == []


@pytest.mark.django_db(transaction=True)
def test_a_step_that_is_committed_late_is_not_passed_over(client):
    version = VersionFactory(stage="submitted")
    start = client.get(FEED).json()["since"]
    written, finish = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            _told(version, "suspended")
            written.set()
            finish.wait(10)
        connection.close()

    writer = threading.Thread(target=slow)
    writer.start()
    assert written.wait(10)
    _told(version, "retired")
    between = client.get(f"{FEED}?since={start}").json()
    finish.set()
    writer.join(10)
    after = client.get(f"{FEED}?since={between['since']}").json()

    assert between["items"] == []
    assert [one["kind"] for one in after["items"]] == ["suspended", "retired"]


def _told(version, kind):
    StageChange.objects.create(
        version=version, source="published", target=kind, by=version.created_by, at=version.created_at,
        sha256=version.sha256, reason="نمونه",
    )  # fmt: skip

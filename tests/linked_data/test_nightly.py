"""The folder that everybody may fetch: one whole edition a day, two weeks of them, told against the day before."""

import json
from datetime import date, timedelta

import pytest

from khedmat.linked_data import nightly, tasks
from khedmat.linked_data.nightly import KEPT_DAYS, days, edition, make, root
from tests.factories.cards import NOW, VersionFactory

pytestmark = pytest.mark.django_db
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path


@pytest.fixture
def version():
    return VersionFactory(published=True)


def test_the_edition_of_a_day_is_there_whole_with_all_that_it_names(version):
    assert make(at=NOW)

    found = edition()
    assert found.day == date(2026, 11, 22)
    assert found.manifest["services"] == 1
    assert all(found.file(name).is_file() for name in found.manifest["files"])
    assert not list(root().glob(".*"))


def test_a_day_is_made_once(version):
    make(at=NOW)
    made_at = edition().manifest["made_at"]

    assert not make(at=NOW + timedelta(minutes=10))
    assert edition().manifest["made_at"] == made_at


def test_the_day_is_that_of_tehran(version):
    make(at=NOW.replace(hour=21))

    assert days() == [date(2026, 11, 23)]


def test_what_changed_is_told_against_the_edition_before(version):
    make(at=NOW)
    new = VersionFactory(published=True)

    make(at=TOMORROW)

    told = json.loads((edition().folder / "changes.json").read_text("utf-8"))
    assert [row["service"] for row in told["added"]] == [new.service_id]
    assert (told["changed"], told["removed"]) == ([], [])
    assert (
        json.loads((edition(date(2026, 11, 22)).folder / "changes.json").read_text("utf-8"))["added"] != told["added"]
    )


def test_two_weeks_are_kept(version, monkeypatch):
    monkeypatch.setattr(nightly, "publish", lambda folder, **_more: folder.mkdir())

    for day in range(KEPT_DAYS + 2):
        make(at=NOW + timedelta(days=day))

    assert len(days()) == KEPT_DAYS
    assert days()[-1] == date(2026, 11, 24)


def test_a_making_that_fails_leaves_the_edition_before_and_nothing_half_made(version, monkeypatch):
    make(at=NOW)

    def broken(folder, **_more):
        folder.mkdir()
        raise OSError("disk full")

    monkeypatch.setattr(nightly, "publish", broken)
    with pytest.raises(OSError, match="disk full"):
        make(at=TOMORROW)

    assert days() == [date(2026, 11, 22)]
    assert not list(root().glob(".*"))


def test_what_a_killed_worker_left_is_swept_away(version):
    left = root() / ".making-left"
    left.mkdir(parents=True)
    (left / "half").write_text("…")

    make(at=NOW)

    assert not left.exists()


def test_before_the_first_making_there_is_none():
    assert edition() is None
    assert days() == []


def test_a_stranger_s_folder_is_no_edition_and_a_broken_one_gives_none(version):
    (root() / "2026-99-99").mkdir(parents=True)
    (root() / "2026-11-01").mkdir()

    assert days() == [date(2026, 11, 1)]
    assert edition() is None


@pytest.mark.parametrize("name", ["../secret.key", "/etc/passwd", "services.exe", "", "..", "codes/../digests.json"])
def test_only_what_the_manifest_names_is_a_file(version, name):
    make(at=NOW)

    assert edition().file(name) is None


def test_the_task_makes_the_edition_of_the_time_it_is_told(version):
    assert tasks.publish_open_data(timestamp=int(NOW.timestamp()))
    assert not tasks.publish_open_data(timestamp=int(NOW.timestamp()))
    assert days() == [date(2026, 11, 22)]

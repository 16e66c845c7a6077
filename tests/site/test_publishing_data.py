"""`khedmat publish-data`: open data into a folder, out of the edition of the night where the folder is empty."""

import json
from contextlib import nullcontext

import pytest

from khedmat.linked_data.nightly import make
from khedmat.linked_data.texts import Texts
from khedmat.site import cli, publishing
from tests.factories.cards import NOW, VersionFactory


@pytest.fixture
def publish_data(db, monkeypatch, settings, tmp_path):
    """`publish_data(name)`: status, and how many services were made anew."""
    settings.KHEDMAT_DATA = tmp_path
    monkeypatch.setattr(publishing, "prepared_database", nullcontext)
    keys, of = [], Texts.of
    monkeypatch.setattr(Texts, "of", lambda self, version: keys.append(version.pk) or of(self, version))

    def run(name):
        keys.clear()
        return cli.main(["publish-data", str(tmp_path / name)]), len(keys)

    return run


def told(folder):
    return [row["number"] for row in json.loads((folder / "changes.json").read_text("utf-8"))["added"]]


def test_an_empty_folder_copies_from_the_edition_of_the_night_and_tells_everything_as_new(publish_data, tmp_path):
    version = VersionFactory(published=True)
    make(at=NOW)

    assert publish_data("out") == (0, 0)
    assert told(tmp_path / "out") == [f"n{version.service_id}"]


def test_without_an_edition_of_the_night_everything_is_made_anew(publish_data):
    VersionFactory(published=True)

    assert publish_data("out") == (0, 1)


def test_a_folder_of_yesterday_copies_from_itself_and_tells_what_changed(publish_data, tmp_path):
    VersionFactory(published=True)
    publish_data("out")
    new = VersionFactory(published=True)

    assert publish_data("out") == (0, 1)
    assert told(tmp_path / "out") == [f"n{new.service_id}"]


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(publish_data, tmp_path, capsys):
    (tmp_path / "out").write_text("پرونده")

    status, _made = publish_data("out")

    assert status == 1
    assert "در پوشه نوشته نشد" in capsys.readouterr().err

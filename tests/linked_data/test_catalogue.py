"""The files of open data as a catalogue, and what changed between two makings."""

from datetime import date

import pytest

from khedmat.linked_data.catalogue import MEDIA, catalogue
from khedmat.linked_data.publishing import changes

BASE, TODAY = "https://khedmat.example", date(2026, 11, 22)


def nodes(*files):
    found = catalogue(BASE, files, TODAY)["@graph"]
    return {node["type"]: node for node in found}


@pytest.mark.parametrize("kind", MEDIA)
def test_a_file_is_a_distribution_with_its_media_type(kind):
    found = nodes(f"services.{kind}")["dcat:Distribution"]

    assert found["mediaType"] == MEDIA[kind]
    assert found["downloadURL"] == f"{BASE}/open-data/services.{kind}"


def test_the_catalogue_leads_to_the_dataset_and_it_to_its_files():
    found = nodes("services.csv")

    assert found["dcat:Catalog"]["dataset"] == [found["dcat:Dataset"]["id"]]
    assert found["dcat:Dataset"]["distribution"] == [found["dcat:Distribution"]["id"]]
    assert found["dcat:Dataset"]["modified"] == "2026-11-22"


def test_a_catalogue_without_files_is_whole():
    assert "dcat:Distribution" not in nodes()


def test_every_key_of_the_catalogue_is_in_its_context():
    found = catalogue(BASE, ["services.csv"], TODAY)

    assert {key for node in found["@graph"] for key in node} <= found["@context"].keys()


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({}, {}, ([], [], [])),
        ({}, {"a": "1"}, (["a"], [], [])),
        ({"a": "1"}, {"a": "1"}, ([], [], [])),
        ({"a": "1"}, {"a": "2"}, ([], ["a"], [])),
        ({"a": "1"}, {}, ([], [], ["a"])),
        ({"b": "1", "a": "1"}, {"c": "1", "a": "2"}, (["c"], ["a"], ["b"])),
    ],
)
def test_what_came_changed_and_went_is_told(before, now, told):
    assert tuple(changes(before, now).values()) == told

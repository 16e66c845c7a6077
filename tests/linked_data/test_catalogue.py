"""The files of open data as a catalogue."""

from datetime import date

import pytest

from khedmat.linked_data.catalogue import MEDIA, catalogue
from khedmat.linked_data.datasets import DATASETS, dataset_of

BASE, TODAY = "https://khedmat.example", date(2026, 11, 22)
LICENCE = "https://licence.example/open/"


def graph(*files):
    return catalogue(BASE, {name: {"bytes": 7, "sha256": "ab" * 32} for name in files}, TODAY, licence=LICENCE)[
        "@graph"
    ]


def nodes(*files):
    return {node["id"].removeprefix(f"{BASE}/open-data/"): node for node in graph(*files)}


@pytest.mark.parametrize("kind", MEDIA)
def test_a_file_is_a_distribution_with_its_media_type_size_and_sum(kind):
    told = nodes(f"services.{kind}")
    found, checked = told[f"services.{kind}#file"], told[f"services.{kind}#sha256"]

    assert (found["mediaType"], found["byteSize"], found["license"]) == (MEDIA[kind], "7", LICENCE)
    assert found["downloadURL"] == f"{BASE}/open-data/services.{kind}"
    assert found["checksum"] == checked["id"]
    assert checked["checksumValue"] == "ab" * 32


def test_the_catalogue_leads_to_every_dataset_and_each_to_its_files():
    told = nodes("services.csv", "agencies.csv", "codes/level.ttl")

    sets = {name: told[f"#{name}"] for name in DATASETS}
    assert told["#catalogue"]["license"] == LICENCE
    assert told["#catalogue"]["dataset"] == [one["id"] for one in sets.values()]
    assert sets["services"]["distribution"] == [f"{BASE}/open-data/services.csv#file"]
    assert sets["agencies"]["distribution"] == [f"{BASE}/open-data/agencies.csv#file"]
    assert sets["codes"]["distribution"] == [f"{BASE}/open-data/codes/level.ttl#file"]
    assert sets["permits"]["distribution"] == []


def test_each_dataset_says_when_how_often_under_what_licence_and_whom_to_ask():
    told = nodes("services.csv")

    for name, dataset in DATASETS.items():
        found = told[f"#{name}"]
        assert (found["title"], found["modified"], found["license"]) == (dataset.title, "2026-11-22", LICENCE)
        assert found["frequency"].endswith("/DAILY")
        assert told["#contact"]["id"] == found["contactPoint"]


def test_a_catalogue_without_files_is_whole():
    assert "dcat:Distribution" not in {node["type"] for node in graph()}


def test_every_key_of_the_catalogue_is_in_its_context():
    found = catalogue(BASE, {"services.csv": {"bytes": 1, "sha256": "00"}}, TODAY, licence=LICENCE)

    assert {key for node in found["@graph"] for key in node} <= found["@context"].keys()


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("services.csv", "services"),
        ("services.delta.jsonl", "services"),
        ("services.delta.xlsx", "services"),
        ("services.header.fa.json", "services"),
        ("agencies.nt", "agencies"),
        ("codes.csv", "codes"),
        ("codes/level.ttl", "codes"),
        ("catalogue.jsonld", "services"),
        ("digests.json", "services"),
    ],
)
def test_a_file_belongs_to_the_dataset_with_which_it_begins(file, name):
    assert dataset_of(file).name == name

"""The sample forms go through reader and rules as a person would read and judge them."""

import json
from importlib.resources import files

import pytest

from khedmat.cards.form import Document, as_contract
from khedmat.cards.rules.engine import check
from khedmat.importing.readers.reading import read_path
from tests.golden.answers import wrong

SAMPLES = files("khedmat.site") / "samples"
FORMS = json.loads((SAMPLES / "samples.json").read_text("utf-8"))["forms"]
NAMES = [form["file"] for form in FORMS]
PUBLIC = [form["file"] for form in FORMS if form["stage"] == "published"]


def read(name: str) -> Document:
    (document,) = read_path(SAMPLES / "forms" / name)
    return document


def rules_of(name: str, *severities: str) -> set[str]:
    return {finding.rule for finding in check(read(name)) if finding.severity in severities}


@pytest.mark.parametrize("name", NAMES)
def test_the_reader_says_what_a_person_reads(name):
    assert wrong(as_contract(read(name)), name.rpartition(".")[0]) == []


@pytest.mark.parametrize("name", PUBLIC)
def test_nothing_stands_against_publishing_a_corrected_card(name):
    assert rules_of(name, "B") == set()


def test_the_faults_of_the_tadbir_card_as_filed_are_found():
    found = rules_of("tadbir-filed.html", "B", "A", "N")

    assert {"A01", "C02", "C06", "F02", "K01", "M02", "O01", "O02", "T02", "U03", "V02", "V04", "X01"} <= found


def test_the_faults_of_the_consortia_card_as_filed_are_found():
    found = rules_of("consortia-filed.txt", "B", "A", "N")

    assert {"C02", "C05", "D02", "L01", "M01", "O02", "S01", "T03", "U02", "V02", "V03", "X01"} <= found


@pytest.mark.parametrize("name", ["consortia-filed.txt", "consortia-corrected.html"])
def test_an_unknown_cost_is_never_free(name):
    document = read(name)

    assert document.card.cost.free is None
    assert not document.card.cost.items
    assert "M01" in rules_of(name, "A")


def test_a_permit_list_is_no_card():
    document = read("industry-permits.html")

    assert (document.kind, document.card, len(document.permits), len(document.inquiries)) == ("permit_list", None, 6, 3)


def test_printed_rows_of_the_permit_forms_are_no_permits():
    actions = [permit.action for permit in read("well-renewal.html").permits]

    assert actions == ["issue", "renew", "cancel"]


def test_the_filler_is_read_but_stands_in_a_place_of_its_own():
    document = read("tadbir-corrected.txt")
    rest = document.card.model_dump_json(exclude={"filled_by"})

    assert document.card.filled_by.name == "کارشناس نمونه"
    assert "کارشناس نمونه" not in rest
    assert "example.com" not in rest

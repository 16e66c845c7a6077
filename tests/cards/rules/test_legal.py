"""G01, G03 and the reading of citations."""

import pytest

from khedmat.cards.citations import citation
from tests.cards.rules.example import CANCEL, PERMIT, example, example_card, fields, found, permit_list


def test_papers_asked_without_a_law_ask_for_one():
    (finding,) = found("G01", example({"laws": [], "cost": {"free": True}}))

    assert finding.severity == "A"
    assert "مدرک" in finding.message
    assert "هزینه" not in finding.message


def test_money_taken_without_a_law_asks_for_one():
    assert "هزینه" in found("G01", example({"laws": [], "documents": []}))[0].message


def test_a_permit_promised_without_a_law_asks_for_one():
    changes = {"laws": [], "documents": [], "cost": {"free": True}, "leads_to_permit": True}

    assert "مجوز" in found("G01", example(changes))[0].message


def test_a_free_service_that_asks_nothing_needs_no_law_here():
    assert not found("G01", example({"laws": [], "documents": [], "cost": {"free": True}}))


def test_laws_that_cannot_be_read_are_not_called_missing():
    assert not found("G01", example({"laws": []}, undecided=["laws"]))


def test_each_permit_row_needs_its_law():
    document = permit_list(PERMIT, CANCEL | {"legal_basis": None})

    assert fields("G01", document) == ["permits.1.legal_basis"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("قانون شهرداری", ["تاریخ تصویب"]),
        ("بخشنامه شماره 12/345678", ["تاریخ تصویب"]),
        ("آیین‌نامه اجرایی مصوب 1384/9/1", ["شماره یا ماده"]),
        ("ضوابط مربوط", ["نوع مقرره (قانون، آیین‌نامه، …)", "تاریخ تصویب", "شماره یا ماده"]),
    ],
)
def test_an_incomplete_citation_says_what_it_lacks(text, missing):
    (finding,) = found("G03", example({"laws": [text]}))

    assert finding.severity == "N"
    assert citation(text).missing() == missing
    assert missing[0] in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "قانون حفاظت و بهسازی محیط زیست مصوب 1353",
        "ماده 5 آیین‌نامه توسعه خدمات الکترونیکی مصوب 93/6/10",
        "مصوبه شماره 206/93/7740 مورخ 1393/06/10",
        "بند 22 ماده 2 قانون اهداف و وظایف مصوب 1365/12/12",
        "قانون مدنی",
        "قانون اساسی، اصل 44",
    ],
)
def test_a_citation_that_can_be_found_passes(text):
    assert not found("G03", example({"laws": [text]}))


def test_the_parts_of_a_citation_are_read_in_any_digits():
    read = citation("آیین‌نامهٔ صدور مجوز نشر کتاب، مادهٔ ٣، مورخ ١٣٨٤/٩/١")

    assert (read.kind, read.date) == ("آیین‌نامه", "1384/9/1")
    assert read.number


def test_the_legal_basis_of_a_permit_is_a_citation_too():
    assert fields("G03", permit_list(PERMIT | {"legal_basis": "قانون نظام صنفی"})) == ["permits.0.legal_basis"]


def test_the_law_of_the_example_is_complete():
    assert not found("G01", example_card())
    assert not found("G03", example_card())

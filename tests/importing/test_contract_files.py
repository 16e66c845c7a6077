"""JSON in the words of the contract: a document, a list, one a line; what is wrong is named."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.contract_files import documents_of, is_contract_file
from khedmat.importing.readers.unreadable import Unreadable
from tests.factories import forms

ONE = {"kind": "service_card", "card": forms.A_CARD}
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["card", "kind", "title"]), inner),
)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ONE),
        json.dumps([ONE]),
        json.dumps(ONE) + "\n\n",
        "\ufeff" + json.dumps(ONE),
        json.dumps(ONE | {"undecided": [], "warnings": [], "source": {"name": "x", "media_type": "y"}}),
    ],
)
def test_each_way_to_write_one_document_is_read_alike(text):
    (document,) = documents_of(text.encode(), "a.json")

    assert document.card == forms.card()
    assert (document.source.name, document.source.ocr) == ("a.json", False)


def test_lines_keep_their_order_and_permits_come_too():
    lines = [ONE, {"kind": "permit_list", "permits": forms.PERMITS, "inquiries": forms.INQUIRIES}]

    card, permits = documents_of("\n".join(map(json.dumps, lines)).encode(), "a.jsonl")

    assert card.kind == "service_card"
    assert [permit.title for permit in permits.permits] == ["پروانهٔ نمونه"] * 2


def test_null_says_nothing_and_what_is_not_of_the_form_is_passed_over():
    plain = {"card": {"title": "خدمت", "documents": None}, "trace": {"card.title": 1}, "note": "x"}

    (document,) = documents_of(json.dumps(plain).encode(), "a.json")

    assert (document.card.documents, document.trace) == ([], {})


@pytest.mark.parametrize(
    ("name", "is_one"), [("a.json", True), ("B.JSONL", True), ("json", False), ("a.json.docx", False)]
)
def test_a_contract_file_is_known_by_its_name(name, is_one):
    assert is_contract_file(name) is is_one


def test_the_wrong_box_is_named_with_its_document():
    with pytest.raises(Unreadable, match=r"سند ۲ .*card\.level\.0 باید یکی از این‌ها باشد: .*national") as caught:
        documents_of(json.dumps([ONE, {"card": {"level": ["galaxy"]}}]).encode(), "a.json")

    assert "Input should" not in str(caught.value)


def test_what_is_nested_without_end_is_refused_in_words():
    card = {"title": "x"}
    for _level in range(400):
        card = {"cost": card}

    with pytest.raises(Unreadable, match="سند ۱"):
        documents_of(json.dumps({"card": card}).encode(), "a.json")


@given(plain=PLAIN)
def test_no_json_breaks_it(plain):
    with suppress(Unreadable):
        assert documents_of(json.dumps(plain).encode(), "a.json")


@given(data=st.binary(max_size=60))
def test_no_bytes_break_it(data):
    with suppress(Unreadable):
        assert documents_of(data, "a.json")

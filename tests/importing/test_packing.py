"""A document between the plan and the writing."""

from khedmat.importing.packing import packed, unpacked
from khedmat.importing.readers.reading import read_bytes
from tests.importing.paper import card_text


def test_nothing_of_a_document_is_lost_not_even_where_its_values_stood():
    (document,) = read_bytes(card_text().encode(), "card.txt")

    assert unpacked(packed(document)) == document
    assert document.trace


def test_a_packed_document_is_small_enough_for_a_plan_of_thousands():
    (document,) = read_bytes(card_text().encode(), "card.txt")

    assert len(packed(document)) < 4_000

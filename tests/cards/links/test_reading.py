"""Which addresses stand in which box."""

import pytest

from khedmat.cards.links.reading import addresses


def found(**boxes):
    return list(addresses(boxes))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://a.example.ir/x", ["https://a.example.ir/x"]),
        ("www.a.example.ir", ["http://www.a.example.ir/"]),
        ("a.example.ir/x", ["http://a.example.ir/x"]),
        ("نخست https://a.example.ir/x، سپس www.b.example.ir.", ["https://a.example.ir/x", "http://www.b.example.ir/"]),
        ("(https://a.example.ir/x)", ["https://a.example.ir/x"]),
        ("https://a.example.ir/x#بخش", ["https://a.example.ir/x"]),
        ("ftp://a.example.ir/", []),
        ("info@a.example.ir", []),
        ("WWW.", []),
        ("ندارد", []),
        ("", []),
    ],
)
def test_addresses_of_the_web_are_found_in_the_box_of_the_address(text, said):
    assert found(url=text) == [("card.url", address) for address in said]


def test_a_bare_domain_in_a_sentence_is_no_address():
    assert found(description="a.example.ir") == []
    assert found(complaint_url="a.example.ir") == [("card.complaint_url", "http://a.example.ir/")]


def test_rows_belong_to_their_box_and_stages_are_boxes_of_their_own():
    said = found(
        documents=["فرم http://a.example.ir/1", "http://a.example.ir/2"],
        stages={"request": {"channel_other_text": "http://a.example.ir/3", "channels": ["website"]}},
        internal_systems=[{"system": "سامانه", "fields": "http://a.example.ir/4"}],
    )

    assert said == [
        ("card.documents", "http://a.example.ir/1"),
        ("card.documents", "http://a.example.ir/2"),
        ("card.stages.request", "http://a.example.ir/3"),
        ("card.internal_systems", "http://a.example.ir/4"),
    ]


def test_what_is_of_a_person_is_not_asked_about():
    assert found(filled_by={"name": "http://a.example.ir/private"}) == []


def test_an_address_twice_in_a_box_is_one():
    assert found(description="http://a.example.ir/ و http://A.example.ir") == [
        ("card.description", "http://a.example.ir/")
    ]

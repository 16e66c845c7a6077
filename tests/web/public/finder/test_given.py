"""The answers of an address: only what is an answer counts."""

import pytest
from django.http import QueryDict

from khedmat.web.public.finder.given import ANY, QUESTIONS, WORDS, chips, given_in, next_question


def given(query):
    return given_in(QueryDict(query))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {}),
        ("who=legal", {"who": "legal"}),
        ("who=any&want=any", {"who": "any", "want": "any"}),
        ("who=nobody", {}),
        ("want=issue&who=legal", {"who": "legal", "want": "issue"}),
        ("what=%20", {}),
        ("what=!!!", {}),
        ("what=صنايع", {"what": "صنایع"}),
        ("where=08", {"where": "08"}),
        ("where=national", {"where": "national"}),
        ("where=99", {}),
        ("page=3&q=x", {}),
        ("who=legal&who=natural", {"who": "natural"}),
    ],
)
def test_what_is_no_answer_is_as_if_it_were_not_there(query, expected):
    assert given(query) == expected


def test_a_long_text_is_cut():
    assert len(given(f"what={'ص' * 500}")["what"]) == 80


@pytest.mark.parametrize(
    ("query", "name"),
    [("", "who"), ("who=legal", "want"), ("want=issue", "who"), ("who=any&want=any&where=08", "what")],
)
def test_the_first_question_without_an_answer_is_asked(query, name):
    assert next_question(given(query)).name == name


def test_with_all_answers_nothing_is_asked():
    assert next_question(dict.fromkeys((one.name for one in QUESTIONS), ANY)) is None


def test_every_question_has_words_for_its_answers():
    assert list(WORDS) == [one.name for one in QUESTIONS]


def test_an_answer_is_said_in_words_and_can_be_taken_back():
    found = chips(given("who=legal&want=any&what=معدن&where=national"))

    assert [chip.text for chip in found] == ["حقوقی", "همهٔ کارها", "«معدن»", "دستگاه‌های ملی"]
    assert found[0].rest.startswith("want=any&what=")
    assert "who" not in found[0].rest

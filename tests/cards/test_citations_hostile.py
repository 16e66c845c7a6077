"""Citations that nobody would write, and what holds for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.citations import KINDS, LONGEST, citation, cited, is_known_to_all, name_of
from khedmat.core.persian import fold_line, persian_digits, squeeze
from tests.importing.readers.reading_forms import cases

LAW = "قانون هوای پاک"
HOSTILE = {
    "a lone surrogate": "\ud800قانون",
    "a control character": "قانون\x00 کار",
    "a sign that turns the line": "\u202eقانون کار\u202c",
    "a template": "{{ قانون }} {% now %}",
    "code": "#let x = 1",
    "a tag": "</w:t>قانون کار",
    "a formula": "=cmd()|قانون کار",
    "ten thousand letters": "قانون " * 2_000,
    "ten thousand digits": "1" * 10_000,
    "ten thousand strokes": "1/" * 5_000,
    "articles without end": "ماده 1 و " * 1_200,
}
pieces = st.sampled_from((*KINDS, "ماده 5", "مصوب 1369", "1392/4/11", "شماره 12", "کار", "هوای پاک", "،", "(", "«الف»"))
written = st.lists(pieces, min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_citation_is_answered_in_parts_or_not_at_all(text):
    parts = citation(text)

    assert parts.kind in (None, "قانون")
    assert set(parts.missing()) <= {"نوع مقرره (قانون، آیین‌نامه، …)", "تاریخ تصویب", "شماره یا ماده"}
    assert not is_known_to_all(text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found_wherever_it_stands(kind):
    assert citation(f"بر پایهٔ {kind} نمونه").kind is not None
    assert citation(kind).kind == next(one for one in KINDS if fold_line(kind).startswith(one))


@cases(
    "text, article",
    {
        "in brackets": ("ماده (5) قانون کار", "5"),
        "in quotes": ("ماده «5» قانون کار", "5"),
        "from and to": ("مواد 10 تا 14 قانون کار", "10 تا 14"),
        "repeated": ("ماده 5 مکرر قانون کار", "5 مکرر"),
        "with the mark of the genitive": ("مادهٔ ۲ آیین‌نامه", "2"),
        "a principle": ("اصل 44 قانون اساسی", "44"),
        "in letters": ("ماده پنج قانون کار", None),
        "none": ("قانون کار", None),
        "five digits are no article": ("ماده کار 12345", None),
    },
)
def test_an_article_is_a_number_behind_its_word(text, article):
    assert citation(text).article == article


@cases(
    "text, name",
    {
        "with a date": (f"{LAW} مصوب 1392/4/11", squeeze(LAW)),
        "with an article": (f"ماده 3 {LAW}", squeeze(LAW)),
        "with a number": ("مصوبه شماره 206/93/7740 شورا", squeeze("مصوبه شورا")[5:]),
        "nothing but a date": ("مصوب 1392/4/11", ""),
        "nothing": ("", ""),
    },
)
def test_the_name_is_what_is_left_without_the_rest(text, name):
    assert name_of(text).endswith(name)
    assert not set("0123456789") & set(name_of(text))


@given(written)
def test_a_citation_is_told_from_others_where_it_has_a_name(text):
    assert (cited(text) is not None) == bool(name_of(text))


@given(written)
def test_digits_of_people_say_the_same(text):
    assert citation(persian_digits(text)) == citation(text)


@given(written)
def test_spaces_around_it_say_nothing(text):
    assert citation(f"  {text}\n") == citation(text)


@given(st.text(max_size=60))
def test_whatever_is_written_each_part_stands_in_the_text(text):
    parts, line = citation(text), fold_line(text)

    assert all(said in line for said in (parts.kind, parts.date) if said)


def test_what_follows_the_longest_citation_changes_nothing():
    long = f"{LAW} مصوب 1392/4/11 ".ljust(LONGEST, "و")

    assert citation(long + " ماده 7 بخشنامه") == citation(long)
    assert name_of(long + " ماده 7 بخشنامه") == name_of(long)

"""What stands in the index of a service: terms at their fields, what results say, nothing by which people are known."""

import json

import pytest

from khedmat.search.analysis import stem
from khedmat.search.entry import Entry
from khedmat.search.schema import BODY, FACETS, GROUPS, KEPT, NAMES, NUMBER, PAIRS, TITLE, WORDS, document, kept

ENTRY = Entry(
    key=7,
    title="صورت‌حساب برق",
    number="۱۳۰۱ ۱۲۳۴ ۰۰۰",
    agency="شرکت توزیع",
    parent="وزارت نیرو",
    description="مبلغ مصرف",
    names=("قبض",),
    keywords=("کنتور",),
    papers=("کارت ملی",),
    laws=("قانون مصرف",),
    permits=("پروانه",),
    audience="مشترکان",
    facets={"type": ("citizen", "business"), "colour": ("red",)},
)


def held(name, entry=ENTRY):
    return document(entry).to_dict().get(name, [])


@pytest.mark.parametrize(
    ("field", "word"),
    [
        (TITLE, "برق"),
        (NAMES, "قبض"),
        (NAMES, "کنتور"),
        (NAMES, "پروانه"),
        (PAIRS, "صورتحساب"),
        (BODY, "مصرف"),
        (BODY, "مشترکان"),
        (BODY, "ملی"),
        (BODY, "قانون"),
        (BODY, "نیرو"),
    ],
)
def test_a_word_stands_at_its_field_by_its_stem(field, word):
    assert stem(word) in held(field)[0].split()


@pytest.mark.parametrize("field", [NAMES, BODY])
def test_a_stem_stands_once_where_it_says_most(field):
    entry = Entry(1, "صدور گذرنامه", agency="گذرنامه", description="گذرنامهٔ تازه", keywords=("گذرنامه", "سفر"))

    assert stem("گذرنامه") in held(TITLE, entry)[0].split()
    assert stem("گذرنامه") not in held(field, entry)[0].split()
    assert held(NAMES, entry) == [stem("سفر")]


def test_words_of_titles_and_names_stand_as_they_are():
    assert {"برق", "قبض", "کنتور"} <= set(held(WORDS)[0].split())
    assert "مبلغ" not in held(WORDS)[0].split()


def test_letters_of_titles_and_names_stand_apart():
    assert {"^بر", "^قب"} <= set(held(GROUPS)[0].split())


def test_an_id_is_its_digits():
    assert held(NUMBER) == ["13011234000"]


def test_every_value_of_a_facet_stands_and_no_other_facet():
    assert held("by_type") == ["citizen", "business"]
    assert not any("red" in values for name in FACETS for values in held(f"by_{name}"))


def test_results_say_what_is_kept():
    assert json.loads(bytes(held(KEPT)[0])) == kept(ENTRY)
    assert kept(ENTRY)["title"] == "صورت‌حساب برق"


def test_a_title_alone_is_an_entry():
    assert held("key", Entry(1, "گذرنامه")) == [1]
    assert held(NUMBER, Entry(1, "گذرنامه")) == [""]


def test_a_long_description_is_cut():
    assert len(kept(Entry(1, "گذرنامه", description="متن " * 10_000))["told"]) < 2_000

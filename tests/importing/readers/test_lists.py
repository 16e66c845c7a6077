"""A text of several items is parted only where numbers, bullets or lines part it."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.values import lists
from tests.importing.readers.reading_forms import cases

WORDS = st.lists(st.text("ابپتسمن", min_size=2, max_size=8), min_size=2, max_size=9)


@cases(
    "texts",
    {
        "numbers with hyphens": ["1- فرم درخواست 2- کارت ملی 3- سند"],
        "persian numbers with points": ["۱.فرم درخواست ۲.کارت ملی ۳.سند"],
        "numbers with parentheses": ["1) فرم درخواست 2) کارت ملی 3) سند"],
        "numbers with underscores": ["1_ فرم درخواست 2_ کارت ملی 3_ سند"],
        "numbers with a long letter": ["۱ـ فرم درخواست ۲ـ کارت ملی ۳ـ سند"],
        "numbered lines": ["1- فرم درخواست", "2- کارت ملی", "3- سند"],
        "bullets": ["• فرم درخواست", "• کارت ملی", "• سند"],
        "hyphens": ["- فرم درخواست", "- کارت ملی", "- سند"],
        "a letter of a symbol font": ["o فرم درخواست", "o کارت ملی", "o سند"],
        "lines of one text": ["فرم درخواست\nکارت ملی\n\nسند"],
        "lines": ["فرم درخواست", "کارت ملی", "سند"],
        "numbers alone on their lines": ["1", "فرم درخواست", "2", "کارت ملی", "3", "سند"],
        "commas behind": ["فرم درخواست ،", "کارت ملی؛", "سند"],
        "arabic letters": ["فرم درخواست", "كارت ملي", "سند"],
    },
)
def test_items_are_parted_at_their_marks(texts):
    assert lists.items(texts) == ["فرم درخواست", "کارت ملی", "سند"]


@cases(
    "text",
    {
        "commas": "درخواست، کارت ملی، سند",
        "and": "تصویر کارت ملی و شناسنامه",
        "size of photos": "دو قطعه عکس 4*3",
        "a date": "قانون برنامه مصوب 1389/10/15",
        "a law and its article": "آیین نامه مصوب 5/7/1388 - ماده 12",
        "copies": "2 نسخه از سند",
        "letters instead of numbers": "الف- فرم ب- سند",
        "numbers that do not begin at one": "بند 2- فرم 3- سند",
        "a fraction": "1.5 برابر بها",
    },
)
def test_a_text_without_such_marks_is_one_item(text):
    assert lists.items([text]) == [text]


@cases("texts", {"nothing": [], "blank": ["", "  "], "rules": ["---", ".", "…"], "numbers only": ["1", "2-", "3."]})
def test_what_holds_no_word_is_no_item(texts):
    assert lists.items(texts) == []


def test_a_number_inside_an_item_does_not_part_it():
    assert lists.items(["1- ماده 2 قانون 2- بند 3 آیین نامه"]) == ["ماده 2 قانون", "بند 3 آیین نامه"]


@cases(
    ("text", "items"),
    {
        "a run": ("1- الف 2- ب", ["الف", "ب"]),
        "words before the run": ("مدارک: 1- الف 2- ب", ["الف", "ب"]),
        "one number at the beginning": ("1- الف", ["الف"]),
        "one number in the middle": ("طبق بند 1- الف", None),
        "no number": ("الف و ب", None),
        "beginning at two": ("2- ب 3- پ", None),
        "a number that belongs to a range": ("1-2 نسخه", None),
    },
)
def test_a_run_of_numbers_begins_at_one(text, items):
    assert lists.numbered(text) == items


def test_steps_are_the_numbered_lines_among_sentences():
    lines = ["این خدمت چند گام دارد.", "1- ثبت درخواست", "2- بازدید", "در پایان پاسخ داده می شود.", "3- صدور"]

    assert lists.numbered_lines(lines) == ["ثبت درخواست", "بازدید", "صدور"]


@cases("lines", {"one number": ["1- ثبت درخواست", "بازدید"], "none": ["ثبت درخواست", "بازدید"], "no line": []})
def test_fewer_than_two_numbers_are_no_steps(lines):
    assert lists.numbered_lines(lines) == []


@given(WORDS, st.sampled_from(["-", ".", ")", "_", "ـ"]))
def test_what_was_numbered_comes_back(words, mark):
    text = " ".join(f"{number}{mark} {word}" for number, word in enumerate(words, start=1))

    assert lists.numbered(text) == words
    assert lists.items([text]) == words


@given(st.lists(st.text(max_size=40), max_size=5))
def test_items_are_never_blank(texts):
    found = lists.items(texts)

    assert all(item.strip() for item in found)

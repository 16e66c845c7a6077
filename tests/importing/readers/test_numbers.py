"""Numbers in Persian text."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.values.numbers import numbers
from tests.importing.readers.reading_forms import cases

ONE = {
    "latin digits": ("12", 12),
    "persian digits": ("۱۲", 12),
    "arabic digits": ("٣٤", 34),
    "zero": ("0", 0),
    "zero in words": ("صفر", 0),
    "points between thousands": ("۱.۷۵۴.۹۰۰", 1_754_900),
    "commas between thousands": ("1,754,900", 1_754_900),
    "arabic thousands mark": ("۱٬۷۵۴٬۹۰۰", 1_754_900),
    "decimal marks between thousands": ("۱٫۷۵۴٫۹۰۰", 1_754_900),
    "persian commas between thousands": ("1،754،900", 1_754_900),
    "slashes between thousands": ("1/754/900", 1_754_900),
    "apostrophes between thousands": ("1'754'900", 1_754_900),
    "half with a slash": ("۲/۵", 2.5),
    "half with a point": ("2.5", 2.5),
    "half with the persian mark": ("٢٫٥", 2.5),
    "digits and a scale": ("۳۳۴ هزار", 334_000),
    "fraction and a scale": ("1.5 میلیون", 1_500_000),
    "one word": ("پنج", 5),
    "tens and ones": ("بیست و یک", 21),
    "hundreds and tens": ("صد و بیست", 120),
    "thousands in words": ("سیصد و سی و چهار هزار", 334_000),
    "millions in words": ("یک میلیون و دویست هزار", 1_200_000),
    "digits with two scales": ("2 میلیون و 500 هزار", 2_500_000),
    "milliard": ("دو میلیارد", 2 * 10**9),
    "a scale alone": ("هزار", 1000),
    "a year in words": ("هزار و سیصد و نود و سه", 1393),
    "half-space before a scale": ("سه\u200cهزار", 3000),
    "unit glued to digits": ("۱۵روز", 15),
    "unit glued to a word": ("دوبار", 2),
    "half-space before a unit": ("پنج\u200cبار", 5),
    "once": ("یکبار", 1),
    "arabic letters": ("سي", 30),
}


@cases(("text", "value"), ONE)
def test_a_number_is_read_however_it_is_written(text, value):
    (found,) = numbers(text)

    assert found.value == value


@cases(
    ("text", "values"),
    {
        "a range": ("10-15", [10, 15]),
        "a range in words": ("یک تا دو", [1, 2]),
        "a size of photos": ("4*3", [4, 3]),
        "two numbers joined by و": ("دو و سه", [2, 3]),
        "two digits joined by و": ("1 و 2", [1, 2]),
        "two amounts of one scale": ("10 هزار و 20 هزار", [10_000, 20_000]),
        "a scale and a greater number": ("5 هزار و 2000", [5000, 2000]),
        "a list": ("۱، ۲ و ۳", [1, 2, 3]),
        "far apart": ("۲ نسخه از ۳ سند", [2, 3]),
    },
)
def test_several_numbers_come_in_their_order(text, values):
    assert [number.value for number in numbers(text)] == values


@cases(
    "text",
    {
        "second": "دومین",
        "thirty in system": "سیستم",
        "nine in institution": "نهاد",
        "ten in village office": "دهیاری",
        "hundred in issue": "صدور",
        "a unit alone": "روز",
        "nothing": "",
        "latin word": "online",
    },
)
def test_letters_of_a_longer_word_are_no_number(text):
    assert numbers(text) == []


@cases(
    ("text", "written"),
    {
        "digits": ("هزینه ۵۰۰ ریال", "۵۰۰"),
        "grouped": ("هزینه 1,500,000 ریال", "1,500,000"),
        "words": ("مدت بیست و یک روز", "بیست و یک"),
        "digits and scale": ("مبلغ ۳۳۴ هزار ریال", "۳۳۴ هزار"),
    },
)
def test_a_number_knows_where_it_stands(text, written):
    (found,) = numbers(text)

    assert text[found.start : found.end] == written


@cases(
    ("text", "whole"),
    {"an integer": ("12", 12), "a fraction": ("1.5", None), "one and a half million": ("1.5 میلیون", 1_500_000)},
)
def test_only_a_number_without_fraction_is_whole(text, whole):
    assert numbers(text)[0].whole == whole


@given(st.integers(0, 10**12))
def test_digits_of_either_script_and_grouping_give_the_same_number(value):
    written = [
        f"{value}",
        f"{value:,}",
        persian_digits(value),
        persian_digits(f"{value:,}"),
        f"{value:,}".replace(",", "٬"),
    ]

    assert {numbers(text)[0].value for text in written} == {value}


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside_the_text(text):
    found = numbers(text)

    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))

"""Letters without spaces that remember where they stood."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.persian import squeeze
from khedmat.importing.readers.squeezed import Squeezed
from tests.importing.readers.reading_forms import cases


@cases(
    ("raw", "letters"),
    {
        "spaces": ("عنوان  خدمت", "عنوانخدمت"),
        "half-space": ("خدمت\u200cگیرندگان", "خدمتگیرندگان"),
        "arabic letters": ("كاربري", "کاربری"),
        "hamza and alef": ("رأی آئین", "رایایین"),
        "vowel marks": ("خِدمَت", "خدمت"),
        "digits": ("بند ۱۲", "بند12"),
        "punctuation": ("(ریال):", "ریال"),
        "capital letters": ("G2C", "g2c"),
        "presentation forms": ("ﻋﻨﻮﺍﻥ", "عنوان"),
        "long letters": ("عنـــوان", "عنوان"),
        "nothing": ("", ""),
    },
)
def test_letters_are_those_that_two_spellings_share(raw, letters):
    assert Squeezed.of(raw).letters == letters


def test_a_found_label_is_cut_out_of_the_raw_text():
    squeezed = Squeezed.of("۴- عنوان\u200c خدمت : صدور")
    start = squeezed.letters.find("عنوانخدمت")

    assert squeezed.raw[squeezed.places[start] : squeezed.end_of(start + 9)] == "عنوان\u200c خدمت"


def test_the_first_letter_at_or_behind_a_place_is_known():
    squeezed = Squeezed.of("ا ب  پ")

    assert [squeezed.index_at(place) for place in range(7)] == [0, 1, 1, 2, 2, 2, 3]


@given(st.text(max_size=60))
def test_every_letter_stood_where_it_says(raw):
    squeezed = Squeezed.of(raw)

    assert len(squeezed.places) == len(squeezed.letters)
    assert list(squeezed.places) == sorted(squeezed.places)
    assert all(0 <= place < len(raw) for place in squeezed.places)


@given(st.text("ابپتکگیيك ءآأئؤة\u200cـ۰٣5،:()aB", max_size=40))
def test_it_has_the_letters_of_the_key(raw):
    assert Squeezed.of(raw).letters == squeeze(raw)

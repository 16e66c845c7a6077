"""Fonts of pictures: what their letters show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.symbols import PRIVATE_SIGNS, sign, signs_of
from khedmat.importing.readers.marks import is_marked
from tests.importing.readers.reading_forms import cases

FONTS = ["Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "Symbol", "ZapfDingbats", "Monotype Sorts"]


@cases(
    ("font", "letters", "shown"),
    {
        "ticks of Wingdings": ("Wingdings", "üþ", "✓☑"),
        "crosses of Wingdings": ("Wingdings", "ûý", "✗☒"),
        "boxes of Wingdings": ("Wingdings", "¨o", "☐□"),
        "ticks of Wingdings 2": ("Wingdings 2", "PR", "✓☑"),
        "boxes of Wingdings 2": ("Wingdings 2", "£", "☐"),
        "a tick of Webdings": ("Webdings", "a", "✓"),
        "a tick of Dingbats": ("ZapfDingbats", "4", "✔"),
        "an arrow of Wingdings 3": ("Wingdings 3", "f", "←"),
        "Greek": ("Symbol", "abp", "αβπ"),
        "a picture of no meaning": ("Wingdings", "J", ""),
        "in another case": (" WINGDINGS ", "þ", "☑"),
        "Persian in it": ("Wingdings", "خدمت", "خدمت"),
    },
)
def test_letters_show_the_pictures_of_their_font(font, letters, shown):
    assert letters.translate(signs_of(font)) == shown


@pytest.mark.parametrize("font", FONTS)
def test_a_code_of_private_use_shows_what_its_plain_code_shows(font):
    signs = signs_of(font)

    assert all(signs[0xF000 + code] == signs[code] for code in range(0x21, 0x100))


@cases("font", {"letters": "B Nazanin", "like one": "Wingdings 9", "nothing": "", "none": None})
def test_a_font_of_letters_has_no_pictures(font):
    assert signs_of(font) is None


@cases(
    ("code", "font", "shown"),
    {
        "a tick": ("F0FE", "Wingdings", "☑"),
        "its plain code": ("00FE", "Wingdings", "☑"),
        "a box whose font is lost": ("F0A8", "", "☐"),
        "a letter of an unknown font": ("0041", "Tahoma", "A"),
        "no number": ("tick", "Wingdings", ""),
        "nothing": ("", "Wingdings", ""),
        "below nothing": ("-1", "Wingdings", ""),
        "behind all characters": ("110000", "Wingdings", ""),
        "an endless number": ("F" * 5000, "Wingdings", ""),
        "a sign that nobody sees": ("0007", "Wingdings", ""),
        "half a character": ("D800", "Tahoma", ""),
    },
)
def test_an_inserted_symbol_shows_its_picture_or_nothing(code, font, shown):
    assert sign(code, font) == shown


@given(st.text(max_size=8), st.sampled_from([*FONTS, "Tahoma", ""]))
def test_any_code_shows_something_printable_or_nothing(code, font):
    assert sign(code, font).isprintable()


@pytest.mark.parametrize("code", [0xFE, 0xFD, 0xA8, 0x52, 0xA3])
def test_boxes_of_a_lost_font_stay_marks(code):
    assert is_marked(PRIVATE_SIGNS[0xF000 + code])

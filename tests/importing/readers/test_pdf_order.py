"""Letters as they stand on the page → as they were written."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.layout import Area
from khedmat.importing.readers.containers.pdf.frame import Edges, Frame
from khedmat.importing.readers.containers.pdf.glyphs import Glyph, plain
from khedmat.importing.readers.containers.pdf.ligatures import joined
from khedmat.importing.readers.containers.pdf.lines import lines_of
from khedmat.importing.readers.containers.pdf.order import as_written
from khedmat.importing.readers.containers.pdf.symbols import signs_of_font
from khedmat.importing.readers.containers.symbols import signs_of
from tests.importing.readers.glyphs import seen, written
from tests.importing.readers.reading_forms import cases

SIGNS = st.text("ابپخدمت12۳۴AbG .:/()«»-،", max_size=25)


@cases(
    ("stands", "was_written"),
    {
        "Persian": ("عنوان خدمت", "عنوان خدمت"),
        "a number": ("مدت ۰۳ روز", "مدت ۳۰ روز"),
        "a Latin number": ("مدت 51 روز", "مدت 15 روز"),
        "a date": ("تاریخ ۱۰/۲۰/۳۰۴۱ است", "تاریخ ۱۴۰۳/۰۲/۰۱ است"),
        "a Latin word": ("سامانه ri.elpmaxe است", "سامانه example.ir است"),
        "Latin words": ("نرم افزار droW tfosorciM است", "نرم افزار Microsoft Word است"),
        "a code in brackets": ("کسب و کار (B2G)", "کسب و کار (G2B)"),
        "brackets named by their shape": ("خدمت )عمومی(", "خدمت (عمومی)"),
        "brackets named by their meaning": ("خدمت (عمومی)", "خدمت (عمومی)"),
        "a word in quotation marks": ("خدمت »عمومی«", "خدمت «عمومی»"),
        "nothing": ("", ""),
        "only Latin": ("drow", "word"),
    },
)
def test_numbers_and_latin_words_run_the_other_way(stands, was_written):
    assert written(as_written(seen(stands))) == was_written


@given(SIGNS)
def test_no_letter_is_lost_or_made_but_a_bracket_may_turn_round(text):
    plainly = str.maketrans("()«»", "BBQQ")

    assert sorted(written(as_written(seen(text))).translate(plainly)) == sorted(text.translate(plainly))


@given(st.lists(st.text("ابپخدمت", min_size=1, max_size=6), max_size=6))
def test_words_of_persian_stay_as_they_stand(words):
    assert written(as_written(seen(" ".join(words)))) == " ".join(words)


@given(st.text("0123456789۰۱۲۳", min_size=1, max_size=9))
def test_a_number_among_persian_words_is_turned_as_a_whole(digits):
    assert written(as_written(seen(f"کد {digits[::-1]} است"))) == f"کد {digits} است"


def texts(glyphs):
    return [one.text for one in lines_of(glyphs)]


def test_letters_on_one_line_are_its_words_in_any_order():
    glyphs = seen("عنوان خدمت")

    assert texts(reversed(glyphs)) == texts(glyphs) == ["عنوان خدمت"]


def test_lines_come_from_above():
    assert texts([*seen("زیر", base=140), *seen("بالا", base=100)]) == ["بالا", "زیر"]


@cases(
    ("rise", "lines"), {"none": (0, 1), "a little": (3, 1), "as much as half a letter": (5, 2), "a whole line": (14, 2)}
)
def test_letters_that_stand_a_little_lower_are_of_the_same_line(rise, lines):
    assert len(texts([*seen("عنوان"), *seen("خدمت", right=440, base=100 + rise)])) == lines


def test_a_letter_drawn_twice_to_look_bold_is_read_once():
    glyphs = seen("خدمت")

    assert texts([*glyphs, *(one._replace(left=one.left + 0.4, right=one.right + 0.4) for one in glyphs)]) == ["خدمت"]


def test_a_mark_above_a_letter_is_put_on_it():
    letters = seen("مد")
    mark = Glyph("\u0651", letters[0].left, letters[0].right, 94, 10)

    assert texts([mark, *letters]) == ["م\u0651د"]


def test_marks_and_spaces_without_any_letter_are_no_line():
    assert texts([Glyph("\u0651", 0, 5, 10, 10), Glyph(" ", 5, 9, 10, 10)]) == []


def test_room_between_letters_parts_words_though_no_space_is_drawn():
    assert texts([*seen("عنوان", right=500), *seen("خدمت", right=466)]) == ["عنوان خدمت"]


@given(st.lists(st.text("ابپخدمت", min_size=1, max_size=6), min_size=1, max_size=5))
def test_every_word_stands_where_its_letters_stood(words):
    glyphs = seen(" ".join(words))
    (found,) = lines_of(glyphs)

    assert [word.text for word in found.words] == words
    assert found.area.left == glyphs[-1].left
    assert found.area.right == glyphs[0].right


@cases(
    ("code", "shown"),
    {
        "a letter": (ord("خ"), "خ"),
        "its shape in the middle of a word": (0xFEA8, "خ"),
        "a digit": (ord("۳"), "۳"),
        "a space": (0x20, " "),
        "a wide space": (0x3000, " "),
        "a half-space": (0x200C, "\u200c"),
        "a hyphen that ends a line": (0x02, "-"),
        "a box of a lost font": (0xF0A3, "☐"),
        "nothing": (0x00, ""),
        "half a character": (0xD800, ""),
        "a byte order mark": (0xFEFF, ""),
        "of private use": (0xE000, ""),
    },
)
def test_a_letter_says_what_is_seen_of_it(code, shown):
    assert plain(code) == shown


@given(st.integers(0, 0x10FFFF))
def test_any_code_gives_a_plain_text_or_nothing(code):
    assert not {"\x00", "\ufeff", "\ue000"} & set(plain(code))
    assert not any("\ufb50" <= letter <= "\ufdff" for letter in plain(code) if code < 0xFD3E)


@cases(
    ("letters", "whole"),
    {
        "lam and alef": ("ال", "لا"),
        "as they are written": ("لا", "لا"),
        "lam and alef with a hat": ("آل", "لآ"),
        "two letters turned round": ("مل", "لم"),
        "God": ("الله", "الله"),
        "rial turned round": ("لایر", "ریال"),
        "Latin": ("fi", "fi"),
        "digits": ("12", "12"),
        "one": ("م", "م"),
        "nothing": ("", ""),
    },
)
def test_the_letters_of_one_glyph_come_in_the_order_of_writing(letters, whole):
    assert joined(letters) == whole


@given(st.text("ابلمآ12xy", max_size=5))
def test_a_glyph_of_several_letters_keeps_them_all(letters):
    assert sorted(joined(letters)) == sorted(letters)


@cases(
    ("font", "name"),
    {
        "Wingdings": ("Wingdings", "wingdings"),
        "a part of it": ("ABCDEF+Wingdings-Regular", "wingdings"),
        "the second": ("ABCDEF+Wingdings2", "wingdings 2"),
        "the third": ("Wingdings3", "wingdings 3"),
        "of PostScript": ("ZapfDingbats", "zapfdingbats"),
        "of Windows": ("SymbolMT", "symbol"),
    },
)
def test_a_font_of_pictures_is_known_by_the_names_a_pdf_has_for_it(font, name):
    assert signs_of_font(font) == signs_of(name) is not None


@cases("font", {"letters": "BNazanin", "like it": "SymbolicaPro", "nothing": "", "a part": "ABCDEF+Tahoma"})
def test_a_font_of_letters_shows_its_letters(font):
    assert signs_of_font(font) is None


@cases(
    ("text", "is_whole"),
    {
        "ticked": (TICKED, True),
        "empty": (EMPTY, True),
        "typed": ("سازمان نمونه", True),
        "a letter": ("م", False),
        "with its marks": ("م\u0651\u064e", False),
    },
)
def test_a_box_and_what_was_typed_are_joined_to_nothing(text, is_whole):
    assert Glyph(text, 0, 10, 0, 10).is_whole is is_whole


PLACES = st.floats(0, 500)


@given(PLACES, PLACES, st.integers(0, 3))
def test_a_turned_page_shows_every_place_within_its_sides(x, y, quarters):
    frame = Frame(Edges(0, 0, 500, 500), quarters)
    across, down = frame.point(x, y)

    assert 0 <= across <= frame.width
    assert 0 <= down <= frame.height


@cases(
    ("quarters", "place"),
    {"upright": (0, (10, 780)), "a quarter": (1, (20, 10)), "upside down": (2, (590, 20)), "three": (3, (780, 590))},
)
def test_the_corner_of_a_page_stands_where_its_turn_puts_it(quarters, place):
    assert Frame(Edges(0, 0, 600, 800), quarters).point(10, 20) == place


@given(st.integers(0, 3), st.integers(0, 3))
def test_an_area_of_one_frame_is_the_same_area_in_another(quarters, others):
    edges = Edges(50, 70, 650, 870)
    one, other = Frame(edges, quarters), Frame(edges, others)
    place = Edges(100, 100, 160, 130)

    assert one.area_of(other.area(place), other) == one.area(place)


def test_a_page_that_begins_elsewhere_is_counted_from_its_own_corner():
    assert Frame(Edges(100, 100, 700, 900), 0).area(Edges(100, 880, 160, 900)) == Area(0, 0, 60, 20)

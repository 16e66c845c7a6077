"""The pieces of reading a PDF, each by itself: order, lines, places, rules, squares, boxes."""

import pytest

from khedmat.importing.readers.containers.layout import Area, Places, Rule
from khedmat.importing.readers.containers.pdf.annotations import Filled
from khedmat.importing.readers.containers.pdf.boxes import boxed, with_filled
from khedmat.importing.readers.containers.pdf.frame import Edges, Frame
from khedmat.importing.readers.containers.pdf.glyphs import Glyph, plain
from khedmat.importing.readers.containers.pdf.letters import Letter, Style
from khedmat.importing.readers.containers.pdf.ligatures import joined as letters_of
from khedmat.importing.readers.containers.pdf.lines import lines_of
from khedmat.importing.readers.containers.pdf.order import as_written
from khedmat.importing.readers.containers.pdf.paths import Drawn, Path
from khedmat.importing.readers.containers.pdf.rules import joined, rules_of
from khedmat.importing.readers.containers.pdf.squares import Square, squares_of
from khedmat.importing.readers.containers.pdf.symbols import signs_of_font
from khedmat.importing.readers.containers.pdf.words import is_picture
from tests.importing.readers.reading_forms import cases

PAGE = Area(0, 0, 600, 800)


def seen(text):
    """As it stands on paper from the left → what is read."""
    glyphs = [Glyph(letter, 0, 0, 0, 10) for letter in reversed(text)]
    return "".join(glyph.text for glyph in as_written(glyphs))


@cases(
    "shown, written",
    {
        "a number behind words": ("12 هدام", "ماده 12"),
        "a hyphen behind words": ("888-021 نفلت", "تلفن 021-888"),
        "a hyphen without words": ("021-888", "021-888"),
        "a share behind words": ("%50 دصرد", "درصد 50%"),
        "a share without words": ("50%", "50%"),
        "a date": ("1399/2/11 بوصم", "مصوب 1399/2/11"),
        "two numbers": ("20 10 زا", "از 10 20"),
        "Latin words": ("online Batch عون", "نوع online Batch"),
        "Latin and its number": ("ISO9001 یهاوگ", "گواهی ISO9001"),
        "Latin in brackets": (")G2C( تمدخ", "خدمت (G2C)"),
        "brackets behind each other": (")G2B( )G2C( تمدخ", "خدمت (G2C) (G2B)"),
        "a number of an item": ("FAQ -2", "2- FAQ"),
        "an address": ("http://www.a.ir/b یناشن", "نشانی http://www.a.ir/b"),
        "an address that goes on below": ("http://www.a.ir/", "http://www.a.ir/"),
        "a bracket of a number": ("ناونع (1", "1) عنوان"),
    },
)
def test_what_stands_on_paper_is_turned_back_to_what_was_written(shown, written):
    assert seen(shown) == written


@cases(
    "letters, written",
    {
        "lam and alef": ("ال", "لا"),
        "in their order": ("لا", "لا"),
        "with a madda": ("آل", "لآ"),
        "turned by pdfium": ("جح", "حج"),
        "a word of its own": ("الله", "الله"),
        "the same turned": ("هللا", "الله"),
        "Latin": ("ffi", "ffi"),
    },
)
def test_letters_of_one_glyph_come_in_their_order(letters, written):
    assert letters_of(letters) == written


@cases(
    "code, shown",
    {
        "a letter": ("خ", "خ"),
        "a shape": ("ﺧ", "خ"),
        "a space of another width": ("\u2003", " "),
        "a hyphen of pdfium": ("\ufffe", "-"),
        "what nobody sees": ("\u200e", ""),
        "a private sign without a meaning": ("\ue123", ""),
        "a half-space": ("\u200c", "\u200c"),
    },
)
def test_a_letter_is_what_is_seen_of_it(code, shown):
    assert plain(ord(code)) == shown


@cases(
    "quarters, place",
    {
        "upright": (0, (10, 20)),
        "to the right": (1, (180, 10)),
        "on its head": (2, (90, 180)),
        "to the left": (3, (20, 90)),
    },
)
def test_a_place_is_counted_on_the_page_as_it_is_read(quarters, place):
    assert Frame(Edges(0, 0, 100, 200), quarters).point(10, 180) == place


@pytest.mark.parametrize("quarters", range(4))
def test_an_area_of_a_turned_page_stands_where_it_stood(quarters):
    upright, turned = Frame(Edges(5, 5, 105, 205), 0), Frame(Edges(5, 5, 105, 205), quarters)
    edges = Edges(15, 25, 35, 45)

    assert upright.area_of(turned.area(edges), turned) == upright.area(edges)


def row(text, right, base=100.0, size=10.0):
    """Glyphs from the right, each half as wide as high."""
    return [Glyph(letter, right - 5 * place - 5, right - 5 * place, base, size) for place, letter in enumerate(text)]


def texts(glyphs):
    return [line.text for line in lines_of(glyphs)]


def test_a_line_does_not_climb_with_its_letters():
    stairs = [glyph._replace(base=100 + 3 * place) for place, glyph in enumerate(row("خدمتملی", 500))]

    assert len(texts(stairs)) > 1


def test_words_are_parted_by_room_and_by_spaces_that_the_file_draws():
    near = row("خدمت", 500) + row("ملی", 479)

    assert texts(near) == ["خدمتملی"]
    assert texts([*near, Glyph(" ", 479, 480, 100, 10)]) == ["خدمت ملی"]
    assert texts(row("خدمت", 500) + row("ملی", 476)) == ["خدمت ملی"]


def test_a_mark_stands_on_the_letter_below_it_and_bold_letters_are_read_once():
    mark = Glyph("\u064b", 491, 494, 97, 10)
    bold = [glyph._replace(left=glyph.left - 0.4, right=glyph.right - 0.4) for glyph in row("مثلا", 500)]

    assert texts([*row("مثلا", 500), mark]) == ["مث\u064bلا"]
    assert texts([*row("مثلا", 500), *bold]) == ["مثلا"]


def test_pieces_of_a_rule_are_one_and_gaps_stay_gaps():
    pieces = [Rule(100, 10, 50), Rule(100.5, 50.8, 90), Rule(100, 200, 250), Rule(104, 10, 20)]

    assert joined(pieces) == [Rule(100, 10, 90), Rule(100, 200, 250), Rule(104, 10, 20)]


def drawn(*points, stroked=True, ink=0):
    return Path((points,), stroked, ink)


def frame(left, top, side, **how):
    corners = (left, top), (left + side, top), (left + side, top + side), (left, top + side), (left, top)
    return drawn(*corners, **how)


def test_lines_thin_rectangles_and_sides_of_frames_are_rules():
    thin = drawn((0, 50), (90, 50), (90, 51), (0, 51), (0, 50), stroked=False, ink=255)
    found = rules_of([drawn((10, 10), (90, 10)), thin, frame(100, 100, 80)])

    assert [rule.at for rule in found.level] == [10, 50.5, 100, 180]
    assert [rule.at for rule in found.upright] == [100, 180]


def test_slanted_lines_and_grounds_are_no_rules():
    found = rules_of([drawn((0, 0), (50, 40)), frame(0, 0, 90, stroked=False, ink=60)])

    assert found == ([], [])


@cases(
    "paths, squares",
    {
        "an outline": ([frame(100, 100, 9)], [Square(Area(100, 100, 109, 109), False, False)]),
        "a full one": ([frame(100, 100, 9, stroked=False, ink=255)], [Square(Area(100, 100, 109, 109), False, True)]),
        "a light ground": ([frame(100, 100, 9, stroked=False, ink=30)], []),
        "a border around a full one": (
            [frame(100, 100, 9), frame(102, 102, 5, stroked=False, ink=255)],
            [Square(Area(100, 100, 109, 109), True, False)],
        ),
        "a line through it": (
            [frame(100, 100, 9), drawn((101, 101), (108, 108))],
            [Square(Area(100, 100, 109, 109), True, False)],
        ),
        "four short rules": (
            [drawn((0, 0), (9, 0)), drawn((0, 9), (9, 9)), drawn((0, 0), (0, 9)), drawn((9, 0), (9, 9))],
            [Square(Area(0, 0, 9, 9), False, False)],
        ),
        "too large": ([frame(100, 100, 40)], []),
        "beside another": ([frame(100, 100, 12), frame(112, 100, 12)], []),
        "as high as its row": (
            [frame(100, 100, 12), drawn((50, 100), (300, 100)), drawn((50, 112), (300, 112))],
            [Square(Area(100, 100, 112, 112), False, False)],
        ),
        "a cell of a low row": ([frame(100, 100, 12), drawn((50, 100), (300, 100)), drawn((112, 100), (112, 112))], []),
        "at a long upright": ([frame(100, 100, 12), drawn((100, 50), (100, 300))], []),
        "a triangle": ([drawn((0, 9), (4, 0), (9, 9), (0, 9))], []),
    },
)
def test_squares_are_told_from_what_looks_like_them(paths, squares):
    assert squares_of(paths).squares == squares


def test_what_is_written_in_a_square_ticks_it_or_shows_that_it_is_none():
    empty = Square(Area(100, 92, 109, 101), False, False)

    def signs(text):
        return {glyph.text for glyph in boxed([*row("ملی", 95), Glyph(text, 102, 106, 100, 9)], [empty])}

    assert "☑" in signs("✓")
    assert not {"☑", "☐"} & signs("م")


def test_what_was_typed_stands_on_the_line_beside_it():
    (*_, typed) = with_filled(row("عنوان", 500, base=100), [Filled("صدور پروانه", Area(300, 90, 460, 106))])

    assert (typed.text, typed.base) == ("صدور پروانه", 100)


def test_places_are_found_in_a_page_of_any_size():
    cells = [Area(0, 0, 10, 10), Area(0, 9_000_000, 10, 9_000_010)]
    places = Places(cells)

    assert places.at(5, 5) == cells[0]
    assert places.at(5, 9_000_005) == cells[1]
    assert places.at(500, 5) is None
    assert Places([]).at(1, 1) is None


def letters(text, known=True, font=None):
    style = Style(0, 10.0, signs_of_font(font) if font else None)
    return [Letter(ord(letter), Edges(0, 0, 5, 10), (0, 0), style, known) for letter in text]


NOTHING = Drawn((), ())
SCANNED = Drawn((), (Area(0, 0, 590, 790),))


@cases(
    "page, pictured",
    {
        "words": ((letters("خدمت به شهروندان"), NOTHING), False),
        "nothing": (([], NOTHING), False),
        "a scan": (([], SCANNED), True),
        "a scan with a number": ((letters("12"), SCANNED), True),
        "words over a picture": ((letters("خدمت به شهروندان"), SCANNED), False),
        "letters without names": ((letters("خدمت به شهروندان", known=False), NOTHING), True),
        "letters of an old font": ((letters("ÎÏãÊ Èå ÔåÑæäÏÇä"), NOTHING), True),
        "boxes of a font of pictures": ((letters("¨¨¨¨¨¨¨¨¨¨¨¨¨¨", font="Wingdings"), NOTHING), False),
    },
)
def test_a_page_whose_words_are_a_picture_is_told(page, pictured):
    assert is_picture(*page, PAGE) is pictured

"""What Tesseract printed of the lines of a page, once: its words, put right and back in their places."""

import pytest

from khedmat.importing.readers.containers.geometry import Box as Place
from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Area, Table
from khedmat.importing.readers.containers.scan.cut import Box, Cut
from khedmat.importing.readers.containers.scan.latin import mended
from khedmat.importing.readers.containers.scan.pages import page_of, turned
from khedmat.importing.readers.containers.scan.tsv import Seen, lines_of
from tests.importing.readers.reading_forms import cases

# Of two lines, «متوسط مدت زمان» and «http://example.ir/m», as the Persian letters and the Latin ones see them.
PERSIAN = """\
level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t330\t46\t-1\t
4\t1\t1\t1\t1\t0\t10\t10\t309\t26\t-1\t
5\t1\t1\t1\t1\t1\t245\t16\t74\t20\t93.1\tمتوسط
5\t1\t1\t1\t1\t2\t190\t12\t41\t18\t92.4\tمدت\u200f
5\t1\t1\t1\t1\t3\t135\t12\t39\t22\t91.9\tزمان
1\t2\t0\t0\t0\t0\t0\t0\t240\t46\t-1\t
5\t2\t1\t1\t1\t1\t6\t10\t33\t26\t12.0\tتا(
5\t2\t1\t1\t1\t2\t60\t10\t33\t26\t12.0\t \t
5\t2\t1\t1\t1\t3\t60\t10\t33\t26\t12.0\t
"""
LATIN = "5\t2\t1\t1\t1\t1\t10\t10\t218\t26\t91.3\thttp://example.ir/m\n"


def seen(text, left, right, sure=90.0):
    return Seen(0, left, 10, right, 36, sure, text)


def texts(words):
    return [word.text for word in words]


def test_words_are_read_line_by_line_in_their_order():
    assert {line: texts(words) for line, words in lines_of(PERSIAN).items()} == {
        0: ["متوسط", "مدت", "زمان"],
        1: ["تا("],
    }


@cases("table", {"nothing": "", "cut off": "5\t1\t1\t1", "no table": "Error opening data file\n"})
def test_what_is_no_table_has_no_words(table):
    assert lines_of(table) == {}


def test_an_address_that_persian_letters_garbled_is_read_in_latin_ones():
    persian, latin = lines_of(PERSIAN)[1], lines_of(LATIN)[1]

    assert texts(mended(persian, latin)) == ["http://example.ir/m"]


@cases(
    "persian, latin, wanted",
    {
        "a Persian word stays": ([seen("دستگاه", 10, 80)], [seen("olSiws", 10, 80, 95)], ["دستگاه"]),
        "whom it serves": ([seen("(0۲)", 10, 60, 40)], [seen("(GYC)", 10, 60, 80)], ["(G2C)"]),
        "an id": ([seen("(1-00", 10, 164, 21)], [seen("13041216000", 10, 164, 96)], ["13041216000"]),
        "a digit that was lost": ([seen("روز", 10, 60), seen("0", 96, 123, 97)], [seen("20", 96, 123)], ["20", "روز"]),
        "a number it is less sure of": ([seen("۱۲", 10, 40, 95)], [seen("17", 10, 40, 70)], ["۱۲"]),
        "an address where nothing was read": ([], [seen("www.ito.gov.ir", 10, 164)], ["www.ito.gov.ir"]),
        "an address between words": (
            [seen("نشانی", 200, 260), seen("ب۵", 90, 130, 20), seen("است", 10, 60)],
            [seen("a@b.ir", 80, 180)],
            ["نشانی", "a@b.ir", "است"],
        ),
        "nobody can be sure": ([seen("و۳", 10, 90, 20)], [seen("www.x.ir", 10, 90, 30)], ["و۳"]),
    },
)
def test_only_what_can_be_nothing_else_is_taken_from_the_latin_reading(persian, latin, wanted):
    assert texts(mended(persian, latin)) == wanted


LINE, CELL, BESIDE = Area(100, 50, 200, 60), Area(90, 40, 300, 70), Area(300, 40, 500, 70)


def cut(*boxes, lines=(LINE,)):
    return Cut(PageSize(595, 842), 1, 0.0, (Table(((BESIDE, CELL),)),), boxes, lines, scale=2.0, margin=10.0)


def lines(page):
    return [line.text for line in page.lines]


def test_words_stand_on_the_page_where_they_were_cut_out():
    page = page_of(cut(), {0: [Seen(0, 110, 12, 210, 30, 90, "ملی")]})

    ((word,),) = page.lines[0]
    assert word.area == Area(150, 51, 200, 60)


def test_boxes_stand_among_the_words_of_their_line_and_cell():
    words = [Seen(0, 160, 10, 210, 30, 90, "ملی"), Seen(0, 60, 10, 120, 30, 90, "استانی")]
    boxes = (Box(Area(202, 50, 212, 60), filled=False), Box(Area(160, 50, 170, 60), filled=True))

    assert lines(page_of(cut(*boxes), {0: words})) == ["☐ ملی ☑ استانی"]


@cases("area", {"in the cell beside": Area(310, 50, 320, 60), "on another line": Area(110, 64, 120, 70)})
def test_a_box_elsewhere_stands_alone(area):
    page = page_of(cut(Box(area, filled=False)), {0: [Seen(0, 110, 10, 210, 30, 90, "ملی")]})

    assert sorted(lines(page)) == sorted(["☐", "ملی"])


def test_places_lean_as_the_picture_does():
    place = Place(0, 500, 100, 540, 110, letters=4)

    found = turned(place, PageSize(600, 800), 2.0)

    assert found.right - found.left == pytest.approx(40)
    assert (found.left, found.top) == (pytest.approx(489.6, abs=1), pytest.approx(92.8, abs=1))
    assert turned(place, PageSize(600, 800), 0.0) == place

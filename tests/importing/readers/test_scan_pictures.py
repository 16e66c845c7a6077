"""Pictures are opened with care, straightened, and taken apart: rules, boxes, lines. No Tesseract is needed."""

import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from khedmat.importing.readers import confined
from khedmat.importing.readers.containers.scan.cut import MOST_PAGES, page_in
from khedmat.importing.readers.containers.scan.ink import straightened
from khedmat.importing.readers.containers.scan.pictures import LONGEST_SIDE, page_of
from khedmat.importing.readers.containers.scan.profile import lines_of, profile_of
from khedmat.importing.readers.containers.scan.reading import picture
from khedmat.importing.readers.containers.scan.squares import squares
from khedmat.importing.readers.containers.scan.strokes import level_strokes, upright_strokes
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers import scanned
from tests.importing.readers.reading_forms import cases
from tests.importing.readers.scanned import CARD, Option, form, saved

CUT = "khedmat.importing.readers.containers.scan.cutting:cut"


def cut(data, number=0):
    """In the confined child, as it is always done."""
    return page_in(confined.run(CUT, data, number=number))


def boxes(page, **sides):
    return squares(straightened(page).ink, **{"least": 14, "most": 41, **sides})


def refused(data, number=0):
    with pytest.raises(Unreadable) as refusal:
        page_of(data, number)
    return refusal.value.message


@cases("kind", {kind: kind for kind in ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")})
def test_pictures_of_every_kind_are_opened_grey(kind):
    page, pages = page_of(saved(form(*CARD[:2]).convert("RGB"), kind=kind), 0)

    assert (page.mode, page.size, pages) == ("L", (scanned.WIDTH, scanned.HEIGHT), 1)
    assert (page.getpixel((600, 40)), page.getpixel((600, 201)) < 90) == (255, True)


def test_every_page_of_a_tiff_is_opened_and_of_what_moves_the_first():
    white, dark = scanned.paper(400, 400), Image.new("L", (400, 400), 40)

    assert [page_of(saved(white, dark, kind="TIFF"), n)[0].getpixel((5, 5)) for n in (0, 1)] == [255, 40]
    assert page_of(saved(white, dark, kind="GIF"), 0)[1] == 1


@cases(
    "picture",
    {
        "transparent paper": Image.new("RGBA", (400, 400), (0, 0, 0, 0)),
        "sixteen bits": Image.new("I;16", (400, 400), 65535),
        "black and white": Image.new("1", (400, 400), 1),
        "a palette": Image.new("RGB", (400, 400), "white").quantize(4),
    },
)
def test_paper_is_white_whatever_says_so(picture):
    assert page_of(saved(picture), 0)[0].getpixel((200, 200)) == 255


def test_a_photo_that_was_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it clockwise to see it

    page, _ = page_of(saved(scanned.paper(800, 500), kind="JPEG", exif=exif), 0)

    assert page.size == (500, 800)


def test_a_large_picture_is_made_no_larger_than_it_is_read():
    page, _ = page_of(saved(scanned.paper(6000, 4000), kind="JPEG"), 0)

    assert max(page.size) <= LONGEST_SIDE


def png_that_says(width, height):
    """A PNG of so many pixels, of which it holds none."""

    def chunk(name, data):
        return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


@cases(
    "data, said",
    {
        "of pixels without end": (png_that_says(60_000, 60_000), "میلیون نقطه دارد"),
        "as long as nothing": (png_that_says(1_000_000, 20), "ریزتر از آن است"),
        "of a few pixels": (saved(scanned.paper(40, 40)), "۴۰ × ۴۰"),
        "cut off": (saved(form(*CARD))[:2000], "ناتمام ذخیره شده"),
        "without pixels": (png_that_says(500, 500), "ناتمام ذخیره شده"),
        "of a kind that is never opened": (saved(scanned.paper(400, 400), kind="PPM"), "خراب است"),
        "no picture": (b"\x89PNG\r\n\x1a\nnothing", "خراب است"),
    },
)
def test_what_is_no_page_is_refused_in_words(data, said):
    assert said in refused(data)


def test_a_file_of_too_many_pages_is_refused_before_they_are_read():
    pages = [scanned.paper(300, 300)] * (MOST_PAGES + 1)

    assert "۳۱ صفحهٔ تصویر" in refused(saved(*pages, kind="TIFF", compression="tiff_deflate"))


@cases("degrees", {"to the left": 1.4, "to the right": -2.0, "not at all": 0.0})
def test_a_page_that_leans_is_turned_back(degrees):
    page = straightened(scanned.leaning(form(*CARD), degrees))

    assert page.leaned == pytest.approx(degrees, abs=0.15)
    assert len(level_strokes(page.ink, 400)) == len(CARD) + 1


def test_rules_are_found_in_the_shadow_of_a_photo():
    ink = straightened(scanned.in_shadow(form(*CARD))).ink

    assert len(level_strokes(ink, 400)) == len(CARD) + 1
    assert [round(stroke.left, -1) for stroke in sorted(upright_strokes(ink, 300))] == [120, 1000, 1530]


def test_dust_is_no_ink():
    page = straightened(scanned.specked(form(*CARD[:1])))

    for surface, paper in ((page.ink, 0), (page.grey, 255)):
        assert set(surface.crop((0, 400, scanned.WIDTH, scanned.HEIGHT)).tobytes()) == {paper}


@pytest.mark.parametrize("top", range(500, 504))
def test_a_thin_rule_is_no_dust_wherever_it_lies(top):
    page = scanned.paper()
    ImageDraw.Draw(page).line((120, top, 1534, top), fill=30, width=2)

    assert len(level_strokes(straightened(page).ink, 400)) == 1


def test_boxes_are_found_and_told_whether_something_is_in_them():
    page = form(("سطح خدمت", (Option("ملی"), Option("استانی", ticked=True), Option("شهری"))))

    found = sorted(boxes(page), key=lambda box: -box.area.left)

    assert [box.filled for box in found] == [False, True, False]


@cases(
    "mark, filled",
    {
        "a cross": (lambda pen: (pen.line((505, 505, 525, 525), 20, 4), pen.line((505, 525, 525, 505), 20, 4)), True),
        "filled with ink": (lambda pen: pen.rectangle((500, 500, 530, 530), 20), True),
        "a tick beyond its edge": (lambda pen: pen.line((504, 512, 514, 526, 540, 490), 20, 6), True),
        "a grey shade": (lambda pen: pen.rectangle((504, 504, 526, 526), 225), False),
    },
)
def test_a_box_is_filled_by_what_a_pen_leaves_in_it(mark, filled):
    page = scanned.paper()
    scanned.box(page, 500, 500)
    mark(ImageDraw.Draw(page))

    assert [box.filled for box in boxes(page)] == [filled]


def test_a_letter_whose_stem_goes_beyond_its_square_is_no_box_beside_boxes():
    page = scanned.paper()
    pen = ImageDraw.Draw(page)
    scanned.box(page, 500, 500)
    pen.rectangle((700, 500, 716, 516), outline=20, width=4)
    pen.rectangle((700, 500, 704, 530), 20)

    assert [round(box.area.left, -1) for box in boxes(page)] == [500]


def test_letters_and_cells_are_no_boxes():
    page = form(*CARD[:4])
    scanned.write(page, "ه م ة 0 o O D", 1500, 1500, 44)

    assert boxes(page) == []


def test_a_page_of_nothing_but_strokes_has_no_boxes_and_ends():
    ink = Image.effect_noise((1600, 1600), 90).point(lambda dot: dot > 128)

    assert squares(ink.convert("L").point(lambda dot: 1 if dot else 0), least=14, most=41) == []


def test_a_page_is_cut_into_cells_lines_and_boxes():
    page = form(*CARD)
    scanned.write(page, "توضیحات فرم", 1500, 1200)

    found = cut(saved(page)).cut

    assert [len(table.rows) for table in found.tables] == [len(CARD)]
    assert (len(found.boxes), len(found.lines)) == (6, 2 * len(CARD) + 1)
    assert found.lines[-1].top > found.tables[0].area.bottom


def test_an_empty_page_has_no_lines():
    found = cut(saved(scanned.paper(600, 800)))

    assert (found.cut.lines, found.slips) == ((), b"")


def test_lines_that_touch_are_parted_and_dots_stay_with_their_letters():
    touching, dotted = [0, 9, 40, 9, 3, 9, 40, 9, 0], [0, 9, 40, 40, 9, 0, 6, 0]

    assert list(lines_of([row for row in touching for _ in range(5)], 20)) == [(5, 20), (20, 40)]
    assert list(lines_of([row for row in dotted for _ in range(4)], 16)) == [(4, 28)]


def test_a_large_title_is_one_line():
    page = scanned.paper(1600, 300)
    scanned.write(page, "شناسنامه خدمت", 1500, 60, 90)
    ink = straightened(page).ink

    assert len(list(lines_of(profile_of(ink), 40))) == 1


def test_a_page_is_drawn_for_people_no_wider_than_the_screen():
    drawn, _ = page_of(picture(saved(form(*CARD)), 0, 800), 0)

    assert drawn.size == (800, round(scanned.HEIGHT * 800 / scanned.WIDTH))
    assert drawn.getpixel((400, 700)) == 255

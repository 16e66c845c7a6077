"""PDF with text: letters in their order, boxes, tables, refusals."""

import subprocess
import sys

import pytest

from khedmat.importing.readers.containers import pdf as container
from khedmat.importing.readers.original.spans import tight
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.pdfs import (
    HEIGHT,
    WIDTH,
    field,
    file_of,
    form,
    glyphs,
    lines,
    pdf,
    square,
    table,
    tick,
    upwards,
    words,
)
from tests.importing.readers.reading_forms import cases

CARD = ("عنوان خدمت: صدور پروانه", "نام دستگاه اجرایی: سازمان نمونه", "شرح خدمت: صدور")


def blocks_of(*pages, **parts):
    return [block.cells for block in container.read(pdf(*pages, **parts)).printed.sheet.blocks]


def line_of(content, **parts):
    ((line,),) = blocks_of(content, **parts)
    return line


@cases(
    "text",
    {
        "words": "عنوان خدمت صدور پروانه",
        "a number": "شناسه خدمت 13042648105",
        "a date": "مصوب 1399/2/11 مجلس",
        "an amount": "هزینه 1,500,000 ریال",
        "Latin in brackets": "خدمت به شهروندان (G2C) است",
        "a numbered line": "1- عنوان خدمت",
        "a label": "نوع خدمت: صدور",
        "an address": "نشانی http://www.example.ir/a/b.html است",
        "words in brackets": "هزینه (ریال) به خدمت گیرندگان",
        "quoted words": "آیین نامه «خدمات» است",
        "Persian digits": "ماده ۱۲ بند ۳",
    },
)
def test_a_line_is_read_as_it_was_written(text):
    assert line_of(words(text, 540, 60)) == text


def test_the_order_in_which_glyphs_are_drawn_means_nothing():
    back = " 1000 ".join(f"<{ord(letter):04x}>" for letter in "خدمت")

    assert line_of(f"BT /F 12 Tf 500 782 Td [{back}] TJ ET", letters="خدمت") == "خدمت"


@cases("glyph, said", {"as written": ("ﻻ", "لا"), "as seen": ("ﻻ", "ال"), "as a shape": ("ﻻ", "ﻻ")})
def test_lam_and_alef_of_one_glyph_come_in_their_order(glyph, said):
    assert line_of(words(f"ک{glyph}س پنجم", 540, 60), names={glyph: said}) == "کلاس پنجم"


def test_brackets_named_by_their_shape_are_turned():
    assert line_of(words("هزینه (ریال) کل", 540, 60), names={"(": ")", ")": "("}) == "هزینه (ریال) کل"


def test_shapes_of_letters_are_plain_letters():
    assert line_of(words("ﺧﺪﻣﺖ ﻣﻠﯽ", 540, 60)) == "خدمت ملی"


def test_words_without_a_space_glyph_are_parted_by_the_gap():
    assert line_of(glyphs("تمدخ", 460, 60) + glyphs("یلم", 430, 60)) == "خدمت ملی"


@cases(
    "mark, sign",
    {
        "nothing": ("", "☐"),
        "a cross": ("401 541 m 408 534 l S 401 534 m 408 541 l S\n", "☑"),
        "a tick": ("402 537 m 404 534 l 408 541 l S\n", "☑"),
        "a smaller square": (square(402.5, 302.5, 4, "f"), "☑"),
        "a letter": (glyphs("R", 401, 308, 9), "☑"),
        "an x": (glyphs("x", 401, 308, 9), "☑"),
    },
)
def test_a_drawn_square_is_a_box_and_what_is_in_it_its_tick(mark, sign):
    content = square(400, 300) + mark + words("ملی", 390, 308)

    assert line_of(content) == f"{sign} ملی"


def test_a_circle_is_a_box_too():
    circle = "400 537.5 m 400 540 402 542 404.5 542 c 407 542 409 540 409 537.5 c 409 535 407 533 404.5 533 c "

    assert line_of(f"{circle}402 533 400 535 400 537.5 c s\n" + words("ملی", 390, 308)) == "☐ ملی"


@cases(
    "squares",
    {
        "a row of digits": "".join(square(300 + 12 * place, 300, 12) for place in range(11)),
        "a cell": table([300, 312, 400], [300, 312, 324]),
        "a bullet": square(400, 300, 6, "f"),
    },
)
def test_other_squares_are_no_boxes(squares):
    cells = blocks_of(squares + words("ملی", 290, 308))

    assert not {"☐", "☑"} & set("".join("".join(row) for row in cells))


def test_a_filled_square_beside_an_empty_one_is_ticked():
    content = square(400, 300) + words("ملی", 390, 308) + square(300, 300, 9, "f") + words("شهری", 290, 308)

    assert blocks_of(content) == [("☐ ملی", "☑ شهری")]


def test_ruled_cells_are_columns_from_the_right_and_lines_in_a_cell_stay_together():
    content = table([100, 300, 500], [200, 260, 290]) + words("نخست", 490, 215) + words("دوم", 290, 215)

    assert blocks_of(content + words("باز", 490, 240)) == [("نخست\nباز", "دوم"), ("", "")]


def test_every_page_counts():
    assert blocks_of(words("یک", 540, 60), words("دو", 540, 60)) == [("یک",), ("دو",)]


def test_a_card_is_read_from_a_pdf_and_its_original_holds_every_block():
    data = pdf(lines(*CARD))

    (document,) = read_bytes(data, "form.pdf")
    original = as_it_looked(data, "form.pdf")

    assert (document.source.media_type, document.source.pages) == ("application/pdf", 1)
    assert document.card.title == "صدور پروانه"
    assert all(tight(block.text) in tight(original.html) for block in original.blocks)


def test_lines_before_the_file_are_no_obstacle():
    assert read_bytes(b"From: someone\r\n\r\n" + pdf(lines(*CARD)), "form.pdf")[0].card.title == "صدور پروانه"


XFA = "/AcroForm<</Fields[]/XFA[(template)(x)]>>"
LOCKED = "/Encrypt<</Filter/Standard/V 1/R 2/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")/P -4>>/ID[(i)(i)]"


@cases(
    "data, words",
    {
        "locked": (file_of({1: "<</Type/Catalog>>"}, LOCKED), "گذرواژه"),
        "drawn by Adobe Reader alone": (
            pdf(lines("Please wait"), catalog=f"{XFA}/NeedsRendering true"),
            "Adobe Reader",
        ),
        "broken": (b"%PDF-1.7\n1 0 obj\n", "خراب"),
        "cut": (pdf(lines(*CARD))[:900], "خراب"),
        "without pages": (pdf(), "خراب"),
        "too long": (pdf(*[""] * 201), "۲۰۰ صفحه"),
    },
)
def test_what_cannot_be_opened_is_refused_in_words(data, words):
    with pytest.raises(Unreadable, match=words):
        read_bytes(data, "form.pdf")


def test_a_page_is_drawn_as_wide_as_asked_and_never_without_end():
    data = pdf(lines(*CARD))

    assert container.picture(data, 0, 300).startswith(b"\x89PNG")
    assert int.from_bytes(container.picture(data, 0, 300)[16:20]) == 300
    assert int.from_bytes(container.picture(data, 0, 10**6)[16:20]) < 5000


def test_only_the_child_opens_a_pdf():
    program = "import sys; from khedmat.importing.readers.reading import read_path; read_path; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "khedmat.importing.readers.containers.pdf" in done.stdout.split()
    assert not any(name.startswith(("pypdfium2", "PIL")) for name in done.stdout.split())


@cases(
    "font, letter, sign",
    {
        "Wingdings": ("Wingdings-Regular", "þ", "☑"),
        "of a part of it": ("ABCDEF+Wingdings", "¨", "☐"),
        "Wingdings 2": ("Wingdings2", "R", "☑"),
        "at a place of its own": ("Wingdings-Regular", "\uf0fe", "☑"),
        "whose name is lost": ("Nameless", "\uf0fe", "☑"),
        "ZapfDingbats": ("ZapfDingbats", "4", "✔"),
        "of letters": ("Arial", "R", "R"),
    },
)
def test_letters_of_fonts_of_pictures_are_what_they_show(font, letter, sign):
    assert line_of(words(letter * 2, 540, 60), font=font).replace(" ", "") == sign * 2


def test_boxes_of_a_form_are_ticked_as_they_were_filled_in():
    boxes = form(tick("a", 400, 300, "Yes"), tick("b", 300, 300, "Off"))

    assert blocks_of(words("ملی", 390, 308) + words("شهری", 290, 308), **boxes) == [("☑ ملی", "☐ شهری")]


def test_a_box_of_a_form_over_a_drawn_square_is_one_box():
    assert line_of(square(400, 300) + words("ملی", 390, 308), **form(tick("a", 400, 300, "Yes"))) == "☑ ملی"


def test_what_was_typed_in_a_field_stands_behind_its_label():
    label = words("عنوان خدمت:", 540, 70)

    assert (
        line_of(label, **form(field("a", 260, 60, "صدور پروانه (Type 2) 12"))) == "عنوان خدمت: صدور پروانه (Type 2) 12"
    )


def test_lines_of_a_field_stay_lines():
    typed = form(field("a", 260, 60, "یک\nدو", lines=2))

    assert blocks_of(words("شرح", 490, 70), **typed) == [("شرح یک",), ("دو",)]


def test_empty_and_hidden_fields_say_nothing():
    hidden = field("a", 260, 60, "پنهان") + "/F 2"

    assert line_of(words("شرح", 540, 70), **form(hidden, field("b", 260, 60, ""))) == "شرح"


def test_a_field_whose_text_is_on_the_page_too_is_read_once():
    assert line_of(words("شرح صدور", 540, 70), **form(field("a", 400, 60, "شرح صدور"))) == "شرح صدور"


def test_a_note_typed_on_the_page_is_read():
    note = "/Annots[<</Type/Annot/Subtype/FreeText/Contents(x)/Rect[400 533 409 542]>>]"

    assert line_of(square(400, 300) + words("ملی", 390, 308), page=note) == "☑ ملی"


def test_the_address_behind_words_is_kept_and_nothing_else_that_they_do():
    def link(action):
        return f"<</Type/Annot/Subtype/Link/Rect[400 770 560 790]/A{action}>>"

    web, script = link("<</S/URI/URI(https://www.example.ir/a)>>"), link("<</S/JavaScript/JS(app.alert\\(1\\))>>")
    (block,) = container.read(
        pdf(words("ورود به سامانه", 540, 65), page=f"/Annots[{web}{script}]")
    ).printed.sheet.blocks

    assert block.links == ((0, "https://www.example.ir/a"),)


def test_heads_of_narrow_columns_are_read_although_they_are_turned():
    content = (
        table([100, 130, 500], [200, 300, 330])
        + upwards("online batch", 120, 290)
        + words("عنوان مجوز دستگاه", 490, 215)
    )

    assert blocks_of(content)[0] == ("عنوان مجوز دستگاه", "online batch")


def test_what_is_turned_or_aslant_outside_of_tables_is_no_answer():
    stamp = "q 0.7 0.7 -0.7 0.7 200 300 cm " + glyphs("secret", 0, HEIGHT) + " Q\n"

    assert blocks_of(upwards("beside", 30, 300) + stamp + words("عنوان خدمت صدور", 540, 60)) == [("عنوان خدمت صدور",)]


TURNS = {90: f"0 1 -1 0 {WIDTH} 0", 180: f"-1 0 0 -1 {WIDTH} {HEIGHT}", 270: f"0 -1 1 0 0 {HEIGHT}"}


@cases("quarters, rotated", {f"{turn}, {how}": (turn, how) for turn in TURNS for how in ("/Rotate", "")})
def test_a_page_that_is_turned_is_read_and_its_places_are_those_of_the_page_as_it_is_read(quarters, rotated):
    content = f"q {TURNS[quarters]} cm " + glyphs("service type", 400, 260) + "Q"
    size = (WIDTH, HEIGHT) if quarters == 180 else (HEIGHT, WIDTH)

    printed = container.read(pdf(content, page=f"/Rotate {quarters}" if rotated else "")).printed

    ((box,),) = printed.places[0]
    assert printed.sheet.blocks[0].cells == ("service type",)
    assert printed.sizes[0] == size
    assert box.left == pytest.approx(400, abs=1)
    assert box.right == pytest.approx(472, abs=1)

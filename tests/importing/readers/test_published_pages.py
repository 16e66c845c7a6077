"""Pages as agencies really publish and save them: boxes drawn in every way, rows without tables, other envelopes."""

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.html import page_in, sheet
from khedmat.importing.readers.containers.html.boxes import shown_by
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.reading_forms import card_of, cases, document_of, titled

CARD = (
    "<table><tr><td>عنوان خدمت</td><td>صدور پروانه آزمایشی</td></tr>"
    "<tr><td>نام دستگاه اجرایی</td><td>سازمان نمونه</td></tr>"
    "<tr><td>ماهیت خدمت</td><td>{} حاکمیتی {} تصدی گری</td></tr></table>"
)
PAGE = '<html><head><meta charset="iso-8859-1"></head><body>{}</body></html>'


def cells(page):
    return [block.cells for block in sheet(page).blocks if block.filled]


def nature(ticked, empty):
    return document_of(PAGE.format(CARD.format(empty, ticked)), "card.html").card.nature


TICKED = {
    "icon of a family": "fa fa-check-square-o",
    "icon of a newer family": "fa-regular fa-square-check",
    "glyphicon": "glyphicon glyphicon-check",
    "ok": "glyphicon glyphicon-ok",
    "bootstrap icon": "bi bi-check2-square",
    "material icon": "mdi mdi-checkbox-marked",
    "wrapper of a script": "icheckbox_flat checked",
    "file": "CheckBoxChecked",
    "on": "chk_on",
    "one": "checkbox-1",
    "tick": "green-tick",
    "yes": "yes",
}
EMPTY = {
    "icon of a family": "fa fa-square-o",
    "icon of a newer family": "far fa-square",
    "glyphicon": "glyphicon glyphicon-unchecked",
    "bootstrap icon": "bi bi-square",
    "material icon": "mdi mdi-checkbox-blank-outline",
    "file": "CheckBoxUnchecked",
    "empty": "icon-check-empty",
    "box that is empty": "box-empty",
    "off": "chk_off",
    "zero": "checkbox_0",
    "no tick": "no-tick",
    "false": "false",
}
NEITHER = {
    "wrapper": "checkbox",
    "field": "form-check-input",
    "list": "checklist",
    "journey": "check-in",
    "travel": "ticket",
    "label": "sticker",
    "square of a town": "square",
    "number": "1",
    "logo": "logo-2",
    "nothing": "",
}


@cases("name", TICKED)
def test_a_name_of_a_ticked_box_is_a_tick(name):
    assert shown_by(name) is True


@cases("name", EMPTY)
def test_a_name_of_an_empty_box_is_no_tick(name):
    assert shown_by(name) is False


@cases("name", NEITHER)
def test_a_name_of_anything_else_is_no_box(name):
    assert shown_by(name) is None


@cases(
    ("ticked", "empty"),
    {
        "pictures": ('<img src="/tick/box-checked.gif">', '<img src="/tick/box-empty.gif?checked=1">'),
        "words for the blind": ('<img src="a.gif" alt="تیک خورده">', '<img src="a.gif" alt="انتخاب نشده">'),
        "a title": ('<img src="a.gif" title="بله">', '<img src="a.gif" title="خیر">'),
        "pictures that are pressed": ('<input type="image" src="chk1.gif">', '<input type="image" src="chk0.gif">'),
        "icons": ('<i class="fa fa-check-square"></i>', '<i class="fa fa-square-o"></i>'),
        "described boxes": ('<span role="checkbox" aria-checked="true"></span>', '<span aria-checked="false"></span>'),
        "wingdings of word": (
            "<span style='font-family:Wingdings;mso-bidi-language:FA'>þ</span>",
            "<span style='font-family:Wingdings'>¨</span>",
        ),
        "wingdings by two names": (
            "<span style='mso-char-type:symbol;mso-symbol-font-family:\"Wingdings 2\"'>R</span>",
            "<span style='mso-char-type:symbol;mso-symbol-font-family:\"Wingdings 2\"'>£</span>",
        ),
        "old font tags": ('<font face="Wingdings">x</font>', '<font face="Wingdings">o</font>'),
        "fonts in styles": ('<style>.w,p.z{font-family:Wingdings}</style><b class="w">ý</b>', '<b class="w">¨</b>'),
        "checked is checked whatever it says": ('<input type=checkbox checked="false">', "<input type=checkbox>"),
    },
)
def test_boxes_drawn_in_any_way_are_read(ticked, empty):
    assert nature(ticked, empty) == "operational"


def test_letters_inside_a_picture_font_that_name_another_one_stay_letters():
    page = "<p><span style='font-family:Wingdings'>¨<span style='font:7.0pt \"Times New Roman\"'>G2C</span></span></p>"

    assert cells(page) == [("☐G2C",)]


@cases(
    "row",
    {
        "columns": '<div class="row"><div class="col-md-3">عنوان خدمت</div><div class="col-md-9">صدور</div></div>',
        "label and value": '<div><div class="field-label">عنوان خدمت</div><div class="field-item">صدور</div></div>',
        "label and text": '<div class="form-group"><label>عنوان خدمت</label><p>صدور</p></div>',
        "items": '<ul><li><span class="title">عنوان خدمت</span> <span class="value">صدور</span></li></ul>',
    },
)
def test_boxes_beside_each_other_are_a_row(row):
    assert cells(row) == [("عنوان خدمت", "صدور")]


def test_an_answer_of_several_lines_stays_one_cell_of_its_row():
    page = '<div class="row"><div class="col">مدارک</div><div class="col"><ul><li>الف</li><li>ب</li></ul></div></div>'

    assert cells(page) == [("مدارک", "• الف\n• ب")]


@cases(
    "page",
    {
        "parts of a page": '<div class="row"><div class="col"><h2>خبر</h2>متن</div><div class="col">کنار</div></div>',
        "rows inside": '<div class="row"><div class="col"><p class="row">خبر</p></div><div class="col">ب</div></div>',
        "a long first box": f'<div class="row"><div class="col">{"خبر " * 40}</div><div class="col">کنار</div></div>',
        "words beside": '<div class="row">خبر<div class="col">متن</div><div class="col">کنار</div></div>',
        "one box": '<div class="row"><div class="col">خبر</div></div>',
    },
)
def test_boxes_that_lay_out_the_page_are_no_row(page):
    assert all(len(row) == 1 for row in cells(page))


def test_a_label_that_the_dictionary_lacks_ends_the_answer_above_it():
    row = '<div class="row"><div class="col-3">{}</div><div class="col-9">{}</div></div>'
    rows = [
        ("عنوان خدمت", "صدور پروانه"),
        ("مدارک لازم", "کارت ملی"),
        ("تاریخ بازنگری بعدی", "1400"),
        ("شرح خدمت", "x"),
    ]

    card = document_of(PAGE.format("".join(row.format(*each) for each in rows)), "card.html").card

    assert card.documents == ["کارت ملی"]


def test_the_original_marks_a_row_of_boxes_as_its_block():
    page = PAGE.format(
        '<div class="row"><div class="col">عنوان خدمت</div><div class="col">صدور</div></div><p>پایان</p>'
    )

    original = as_it_looked(page.encode(), "card.html")

    assert '<div id="source-0" data-block="0"><div>عنوان خدمت</div><div>صدور</div></div>' in original.html


def test_the_original_shows_the_state_of_a_described_box_in_its_block():
    original = as_it_looked(PAGE.format('<div role="radio" aria-checked="true">ملی</div>').encode(), "x.html")

    assert [block.text for block in original.blocks] == ["☑ ملی"]
    assert original.html.count('data-block="0"') == 2


@cases(
    ("page", "found"),
    {
        "labels around their boxes": (
            "<label><input type=radio checked>ملی</label><label><input type=radio>استانی</label>",
            [("☑ ملی ☐ استانی",)],
        ),
        "what was typed in several lines": ("<textarea>الف\nب</textarea>", [("الف\nب",)]),
        "several that were chosen": (
            "<select multiple><option selected>الف<option>ب<option selected>پ</select>",
            [("الف، پ",)],
        ),
        "a page in a frame": (
            '<iframe srcdoc="&lt;p&gt;صدور &amp;amp; ابطال&lt;/p&gt;">x</iframe>',
            [("صدور & ابطال",)],
        ),
        "view state": (f'<input type="hidden" name="__VIEWSTATE" value="{"A" * 50_000}"><p>صدور</p>', [("صدور",)]),
        "conditional comments": ("<p><!--[if gte mso 9]><xml>دروغ</xml><![endif]-->صدور<![endif]></p>", [("صدور",)]),
    },
)
def test_what_pages_hold_besides_is_read_or_left_out(page, found):
    assert cells(page) == found


def test_the_encoding_is_told_by_the_bytes_and_not_by_what_the_page_says():
    page = PAGE.format(CARD.format("☐", "☐")).replace("☐", "").replace("ی", "ي")

    (document,) = read_bytes(page.encode("cp1256"), "card.html")

    assert document.card.executive_agency == "سازمان نمونه"


def envelope(page, how, boundary='"----=_Part 1"'):
    """A page as Windows saves it in one file."""
    packed = {"quoted-printable": quopri.encodestring(page), "base64": base64.encodebytes(page), "8bit": page}[how]
    line = boundary.strip('"').encode()
    return b"\r\n".join(
        [
            b"From: <Saved by Blink>",
            b"MIME-Version: 1.0",
            b"Content-Type: multipart/related;",
            b'\ttype="text/html";',
            b"\tboundary=" + boundary.encode(),
            b"",
            b"--" + line,
            b"Content-Type: text/css",
            b"",
            b"p { color: red }",
            b"--" + line,
            b"Content-Type: text/html",
            b"Content-Transfer-Encoding: " + how.encode(),
            b"",
            packed,
            b"--" + line + b"--",
        ]
    )


@cases("how", {"quoted": "quoted-printable", "base64": "base64", "plain": "8bit"})
@cases("encoding", {"utf-8": "utf-8", "cp1256": "cp1256"})
def test_a_page_saved_as_one_file_is_taken_out_of_it(how, encoding):
    page = PAGE.format(CARD.format("<input type=checkbox checked>", "<input type=checkbox>")).replace("ی", "ي")

    (document,) = read_bytes(envelope(page.encode(encoding), how), "card.mht")

    assert (document.card.title, document.card.nature) == ("صدور پروانه آزمایشی", "sovereign")
    assert document.source.media_type == "multipart/related"


def test_a_letter_about_pages_is_no_saved_page():
    assert page_in(b"From: x\nContent-Type: text/plain\n\nboundary=a") is None
    assert page_in("عنوان خدمت: صدور\nContent-Type: multipart/related; boundary=a".encode()) is None


@pytest.mark.parametrize("how", ["quoted-printable", "base64"])
def test_a_damaged_envelope_gives_what_is_left_of_it(how):
    page = PAGE.format(CARD.format("", "")).encode()

    assert page_in(envelope(page, how)[:-400])


@given(st.text(alphabet="checked-boxNOT_ .10aZ/تیک"))
def test_any_name_is_told_or_not_told(name):
    assert shown_by(name) in (True, False, None)


@cases("line", {"of the form": "شناسنامه خدمت: صدور کارت پایان خدمت", "of the page": "خدمت: صدور کارت پایان خدمت"})
def test_the_head_of_the_page_names_the_service_behind_a_colon(line):
    card = card_of(f"{line}\nکد یکتا: 12021350101\nنوع خدمت: G2C\nهزینه: رایگان")

    assert card.title == "صدور کارت پایان خدمت"


def test_steps_and_system_are_asked_for_by_one_word_at_the_beginning_of_a_line():
    card = card_of(
        """
        عنوان خدمت: صدور گواهی
        سامانه: سامانه جامع روابط کار
        مدارک: کارت ملی، پس از ثبت در سامانه: کد رهگیری
        مراحل:
        مرحله ۱: ثبت درخواست
        مرحله دوم: بررسی
        """
    )

    assert card.system_name == "سامانه جامع روابط کار"
    assert card.documents == ["کارت ملی، پس از ثبت در سامانه: کد رهگیری"]
    assert card.processes == ["ثبت درخواست", "بررسی"]


def test_who_a_service_is_for_may_be_asked():
    assert titled("برای چه کسانی: رانندگان").card.audience == "رانندگان"

"""Spreadsheets: cells as their sheet shows them, boxes in every writing, and files made to hurt."""

import io
import struct
import zipfile
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
import xlsxwriter

from khedmat.importing.readers.containers.sheets import xlsx
from khedmat.importing.readers.containers.sheets.grid import MOST_CELLS, grid
from khedmat.importing.readers.containers.sheets.xlsx.numbers import written
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

FILES = Path(__file__).parent / "files"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
BOOK = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>'
SHEET = '<worksheet xmlns:r="r"><sheetData>{}</sheetData>{}</worksheet>'
A_CARD = (("عنوان خدمت", "صدور پروانه چاه"), ("نام دستگاه اجرایی", "سازمان نمونه"), ("شناسه خدمت", 13011076000))


def book(*sheets, **formats):
    """A workbook of sheets, each a function of its sheet and of the formats that are asked for."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as made:
        named = {name: made.add_format(properties) for name, properties in formats.items()}
        for fill in sheets:
            fill(made.add_worksheet(), named)
    return data.getvalue()


def rows_of(*rows):
    """A sheet with these rows from its first cell on."""

    def fill(sheet, formats):
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return fill


def by_hand(sheet, relations="", **parts):
    """A workbook of one sheet as XML; names of further parts with two lines for a slash and one for a point."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="1"/></sheets></workbook>'
        )
        package.writestr("xl/_rels/workbook.xml.rels", RELATIONS.format(relation("1", "worksheet", "worksheets/a.xml")))
        package.writestr("xl/worksheets/a.xml", sheet)
        package.writestr("xl/worksheets/_rels/a.xml.rels", RELATIONS.format(relations))
        for name, content in parts.items():
            package.writestr(f"xl/{name.replace('__', '/').replace('_', '.')}", content)
    return data.getvalue()


def relation(name, kind, target):
    return f'<Relationship Id="{name}" Type="http://x/{kind}" Target="{target}"/>'


def only(data):
    """The cells of the only sheet."""
    (found,) = xlsx.grids(data)
    return found


def cells(fill, **formats):
    return only(book(fill, **formats)).rows


def test_a_card_a_sheet_is_a_document_a_sheet():
    other = (("عنوان خدمت", "تمدید پروانه چاه"), ("نام دستگاه اجرایی", "سازمان نمونه"), ("ماهیت خدمت", "حاکمیتی"))

    first, second = read_bytes(book(rows_of(*A_CARD), rows_of(*other)), "cards.xlsx")

    assert (first.card.title, first.card.service_id) == ("صدور پروانه چاه", "13011076000")
    assert (second.card.title, second.card.nature) == ("تمدید پروانه چاه", "sovereign")
    assert (first.source.part, second.source.part) == (1, 2)
    assert first.source.media_type.endswith("spreadsheetml.sheet")


def test_a_card_a_row_is_a_document_a_row():
    head = ("ردیف", "عنوان خدمت", "شناسه خدمت", "شرح خدمت", "نوع خدمت")
    data = book(rows_of(head, (1, "صدور پروانه چاه", 13011076000, "رسیدگی", "G2C"), (2, "تمدید", "", "رسیدگی", "G2B")))

    first, second = read_bytes(data, "cards.xlsx")

    assert (first.card.service_id, first.card.service_type) == ("13011076000", ["G2C"])
    assert (second.card.title, second.card.service_id) == ("تمدید", None)


def test_numbers_stand_as_their_sheet_shows_them():
    def fill(sheet, formats):
        sheet.write(0, 0, 13011076000)
        sheet.write(0, 1, 1754900.5)
        sheet.write(0, 2, 0.09, formats["share"])
        sheet.write(0, 3, 5, formats["days"])
        sheet.write(0, 4, 2634187105, formats["phone"])
        sheet.write(0, 5, date(2024, 6, 8), formats["day"])
        sheet.write(0, 6, date(2024, 6, 8), formats["jalali"])
        sheet.write(0, 7, 0.5, formats["clock"])

    found = cells(
        fill,
        share={"num_format": "0%"},
        days={"num_format": '0 "روز"'},
        phone={"num_format": "00000000000"},
        day={"num_format": "dd/mm/yyyy"},
        jalali={"num_format": "[$-fa-IR,16]yyyy/mm/dd;@"},
        clock={"num_format": "h:mm"},
    )

    expected = ("13011076000", "1754900.5", "9%", "5 روز", "02634187105", "2024-06-08", "1403/03/19", "12:00")
    assert found == (expected,)


@cases(
    ("raw", "code", "text"),
    {
        "power of ten": ("1.3011076E10", "General", "13011076000"),
        "whole": ("5.0", "General", "5"),
        "long tail": ("0.30000000000000004", "General", "0.3"),
        "grouped": ("500000", "#,##0", "500000"),
        "money": ("500000", '#,##0\\ "ریال"', "500000 ریال"),
        "money of an accountant": ("500000", '_-* #,##0_-;-* #,##0_-;_-* "-"_-', "500000"),
        "share with a part": ("0.125", "0.0%", "12.5%"),
        "of the first day": ("1", "yyyy", "1899-12-31"),
        "another calendar by its number": ("45451", "[$-160429]yyyy/mm/dd", "1403/03/19"),
        "no day": ("99999999", "yyyy", "99999999"),
        "below all days": ("-5", "yyyy", "-5"),
        "no number": ("abc", "General", "abc"),
        "endless": ("1e999", "General", ""),
        "hours": ("1.5", "[h]:mm", "36:00"),
        "a colour is no day": ("5", "[Red]0", "5"),
        "a word is no day": ("5", '0 "day"', "5 day"),
    },
)
def test_a_number_is_written_in_its_format(raw, code, text):
    assert written(raw, code) == text


def test_days_may_be_counted_from_1904():
    assert written("0.0", "General", since_1904=True) == "0"
    assert written("1", "yyyy-mm-dd", since_1904=True) == "1904-01-02"


def test_a_formula_gives_what_it_gave_and_an_error_gives_nothing():
    def fill(sheet, formats):
        sheet.write_formula(0, 0, "=1+1", value=2)
        sheet.write_formula(0, 1, "=A9", value="متن")
        sheet.write_formula(0, 2, "=1/0", value="#DIV/0!")
        sheet.write(0, 3, "پایان")

    assert cells(fill) == (("2", "متن", "پایان"),)


def test_boxes_of_every_writing_become_marks():
    def fill(sheet, formats):
        picture = formats["picture"]
        sheet.write_boolean(0, 0, True)
        sheet.insert_checkbox(0, 1, False)
        sheet.write(0, 2, "þ", picture)
        sheet.write_rich_string(0, 3, picture, "¨", " ملی ", picture, "ü", " استانی")
        sheet.write(0, 4, "R", formats["second"])
        sheet.write(0, 5, "☑ ملی")
        sheet.write(0, 6, "\uf0fe")
        sheet.write(0, 7, "R")

    found = cells(fill, picture={"font_name": "Wingdings"}, second={"font_name": "Wingdings 2"})

    assert found == (("☑", "☐", "☑", "☐ ملی ✓ استانی", "☑", "☑ ملی", "☑", "R"),)


def test_true_and_false_beside_options_are_their_ticks():
    rows = (*A_CARD, ("ماهیت خدمت", "حاکمیتی", False, "تصدی گری", True), ("نوع خدمت", True, "G2C", False, "G2B"))
    (document,) = read_bytes(book(rows_of(*rows)), "card.xlsx")

    assert (document.card.nature, document.card.service_type) == ("operational", ["G2C"])


DRAWING = """<xml xmlns:v="v" xmlns:x="x"><v:shapetype id="_x0000_t201"/>
<v:shape id="_x0000_s1025"><v:textbox><div>حاکمیتی<br></div></v:textbox><x:ClientData ObjectType="Checkbox">
<x:Anchor> 1, 5, 0, 1, 2, 1, 1, 4</x:Anchor><x:FmlaLink>$H$1</x:FmlaLink>%s</x:ClientData></v:shape>
<v:shape id="_x0000_s1026"><v:textbox><div>Check Box 2</div></v:textbox><x:ClientData ObjectType="Checkbox">
<x:Anchor>2, 5, 0, 1, 3, 1, 1, 4</x:Anchor></x:ClientData></v:shape>
<v:shape id="_x0000_s1027"><x:ClientData ObjectType="Note"><x:Anchor>2, 5, 0, 1, 3, 1, 1, 4</x:Anchor></x:ClientData>
</v:shape></xml>"""
LABELLED = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>ماهیت خدمت</t></is></c>'
    '<c r="C1" t="inlineStr"><is><t>تصدی گری</t></is></c><c r="H1" t="b"><v>1</v></c></row>'
)


def test_boxes_that_lie_over_a_sheet_stand_in_its_cells():
    over = '<legacyDrawing r:id="1"/><control shapeId="1025" r:id="2"/><control shapeId="1026" r:id="3"/>'
    relations = relation("1", "vmlDrawing", "../drawings/a.vml") + "".join(
        relation(str(number), "ctrlProp", f"../ctrlProps/{number}.xml") for number in (2, 3)
    )
    data = by_hand(
        SHEET.format(LABELLED, over),
        relations,
        drawings__a_vml=DRAWING % "",
        ctrlProps__2_xml='<formControlPr objectType="CheckBox" checked="Checked" fmlaLink="$H$1"/>',
        ctrlProps__3_xml='<formControlPr objectType="CheckBox"/>',
    )

    assert only(data).rows == (("ماهیت خدمت", "☑ حاکمیتی", "☐ تصدی گری"),)


def test_older_files_say_the_state_of_their_boxes_in_the_drawing():
    drawing = relation("1", "vmlDrawing", "../drawings/a.vml")
    data = by_hand(
        SHEET.format(LABELLED, '<legacyDrawing r:id="1"/>'),
        drawing,
        drawings__a_vml=DRAWING % "<x:Checked>1</x:Checked>",
    )

    assert only(data).rows == (("ماهیت خدمت", "☑ حاکمیتی", "☐ تصدی گری"),)


def test_merged_cells_leave_empty_places_and_are_shown_as_one():
    def fill(sheet, formats):
        sheet.merge_range(0, 0, 0, 2, "شناسنامه خدمت")
        sheet.write_row(1, 0, ("عنوان خدمت", "صدور پروانه", "پایان"))

    data = book(fill)

    assert only(data).rows[0] == ("شناسنامه خدمت", "", "")
    assert 'colspan="3">شناسنامه خدمت' in as_it_looked(data, "card.xlsx").html


def test_empty_rows_and_columns_are_left_out_but_part_what_stands_around_them():
    def fill(sheet, formats):
        sheet.write(2, 5, "الف")
        sheet.write(3, 5, "ب")
        sheet.write(9, 700, "پ")

    found = only(book(fill))

    assert (found.rows, found.gaps) == ((("الف", ""), ("ب", ""), ("", "پ")), {0, 2})


def test_what_nobody_sees_is_left_out():
    def seen(sheet, formats):
        sheet.write_row(0, 0, ("الف", "ب", "پ"))
        sheet.set_column(1, 1, None, None, {"hidden": True})

    def hidden(sheet, formats):
        sheet.write(0, 0, "پنهان")
        sheet.hide()

    assert only(book(seen, hidden)).rows == (("الف", "پ"),)


def test_the_address_behind_a_cell_is_kept():
    def fill(sheet, formats):
        for number, row in enumerate(A_CARD):
            sheet.write_row(number, 0, row)
        sheet.write(3, 0, "آدرس اینترنتی خدمت")
        sheet.write_url(3, 1, "https://example.ir/service", string="ورود به سامانه")

    (document,) = read_bytes(book(fill), "card.xlsx")

    assert document.card.url == "https://example.ir/service"


def test_the_address_behind_a_cell_of_a_row_is_that_of_its_card():
    def fill(sheet, formats):
        sheet.write_row(0, 0, ("عنوان خدمت", "شرح خدمت", "نوع خدمت", "آدرس اینترنتی خدمت"))
        sheet.write_row(1, 0, ("صدور پروانه چاه", "رسیدگی", "G2C"))
        sheet.write_url(1, 3, "https://example.ir/service", string="ورود به سامانه")

    (document,) = read_bytes(book(fill), "cards.xlsx")

    assert document.card.url == "https://example.ir/service"


def test_cells_without_places_stand_one_behind_the_other():
    row = '<row><c t="inlineStr"><is><t>الف</t></is></c><c/><c t="str"><v>ب</v></c></row>'

    assert only(by_hand(SHEET.format(row * 2, ""))).rows == (("الف", "ب"), ("الف", "ب"))


def test_every_name_may_bear_a_prefix():
    cell = '<x:c t="str"><x:v>الف</x:v></x:c>'
    xml = f'<x:worksheet xmlns:x="u"><x:sheetData><x:row>{cell}</x:row></x:sheetData></x:worksheet>'

    assert only(by_hand(xml)).rows == (("الف",),)


def test_how_a_text_is_to_be_spoken_is_no_part_of_it():
    cell = '<row><c t="inlineStr"><is><r><t>الف</t></r><rPh><t>دروغ</t></rPh><r><t>ب</t></r></is></c></row>'

    assert only(by_hand(SHEET.format(cell, ""))).rows == (("الفب",),)


def record(kind, data=b""):
    """Of a binary workbook: its number, its length, its content; both numbers shorter than two bytes here."""
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(data) & 0x7F | 0x80, len(data) >> 7]) + data


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary(cells):
    """XLSB of one sheet: place → text, in the order of its rows."""
    rows = (record(0, struct.pack("<IIHBBIII", row, 0, 300, 0, 0, 1, 0, 0)) for row, _ in cells)
    texts = (record(6, struct.pack("<II", column, 0) + wide(text)) for (_, column), text in cells.items())
    last = struct.pack("<IIII", 0, max(row for row, _ in cells), 0, max(column for _, column in cells))
    written = b"".join(map(bytes.__add__, rows, texts))
    sheet = record(129) + record(148, last) + record(145) + written + record(146) + record(130)
    book = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + wide("1") + wide("a")) + record(144)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.bin", book + record(132))
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
        sheet_of = f'<Relationship Id="1" Type="{office}" Target="worksheets/a.bin"/>'
        package.writestr("xl/_rels/workbook.bin.rels", RELATIONS.format(sheet_of))
        package.writestr("xl/worksheets/a.bin", sheet)
    return data.getvalue()


def test_a_binary_workbook_is_read_too():
    data = binary({(0, 0): "عنوان خدمت", (0, 1): "صدور پروانه", (1, 0): "شرح خدمت", (1, 1): "رسیدگی"})

    (document,) = read_bytes(data, "card.xlsx")

    assert document.source.media_type.endswith("binary.macroEnabled.12")
    assert "صدور پروانه" in as_it_looked(data, "card.xlsx").html


def test_a_binary_workbook_of_a_thousand_million_places_ends_the_child_and_nothing_else():
    with pytest.raises(Unreadable, match="خراب"):
        read_bytes(binary({(0, 0): "الف", (1_048_575, 16_383): "ب"}), "card.xlsb")


@cases("name", {"old": "cards.xls", "open": "cards.ods"})
def test_other_spreadsheets_are_read_by_their_content(name):
    first, second = read_bytes((FILES / name).read_bytes(), "x")

    assert (first.card.title, first.card.service_id) == ("صدور پروانه چاه", "13011076000")
    assert first.card.documents == ["کارت ملی", "شناسنامه"]
    assert (second.card.title, second.card.service_type) == ("تمدید پروانه چاه", ["G2C"])


@cases("name", {"old": "cards.xls", "open": "cards.ods"})
def test_a_damaged_one_of_them_is_refused_in_words(name):
    data = (FILES / name).read_bytes()

    with pytest.raises(Unreadable, match="[؀-ۿ]"):
        read_bytes(data[: len(data) // 2] + bytes(200), name)


def _cells(columns, count):
    """Rows of numbers that are no bomb."""
    numbers = (f"<c><v>{number * 7919 % 99991}</v></c>" for number in range(columns * count))
    return "".join(f"<row>{''.join(islice(numbers, columns))}</row>" for _ in range(count))


@cases(
    ("xml", "words"),
    {
        "a million cells": (SHEET.format(_cells(50, 20_000), ""), "۳۰۰٬۰۰۰"),
        "more cells than a list": (SHEET.format(_cells(100, MOST_CELLS // 100 + 1), ""), "۳۰۰٬۰۰۰"),
        "all columns": (SHEET.format(_cells(16_384, 1), ""), "۵۰۰ ستون"),
        "a cell without end": (SHEET.format(f'<row><c t="str"><v>{"س" * 40_000}</v></c></row>', ""), "۳۲٬۷۶۷"),
        "entities": (
            f'<!DOCTYPE a [<!ENTITY b "c">]>{SHEET.format("<row><c><v>&b;</v></c></row>", "")}',
            "تعریف‌های XML",
        ),
        "cut": (SHEET.format("<row><c><v>1</v>", "")[:-40], "خراب"),
        "a bomb": (SHEET.format(f'<row><c t="str"><v>{" " * 5_000_000}</v></c></row>', ""), "فشرده شده"),
        "no cells": (SHEET.format("", ""), "هیچ نوشته‌ای"),
    },
)
def test_a_workbook_made_to_hurt_is_refused_in_words(xml, words):
    with pytest.raises(Unreadable, match=words):
        read_bytes(by_hand(xml), "card.xlsx")


def test_cells_far_apart_take_no_room_between_them():
    with pytest.raises(Unreadable, match="۳۰۰٬۰۰۰"):
        grid("برگه", {(row, row % 499): "x" for row in range(10_000)})


def test_merged_cells_over_each_other_without_end_cost_nothing():
    over = "<mergeCells>{}</mergeCells>".format('<mergeCell ref="A1:XFD1048576"/>' * 20_000)
    row = '<row><c t="str"><v>الف</v></c><c t="str"><v>ب</v></c></row>'

    assert only(by_hand(SHEET.format(row, over))).rows == (("الف", "ب"),)


@cases(
    "xml",
    {
        "odd places": '<row r="-1"><c r="A0"><v>1</v></c><c r="ZZZZ1"><v>1</v></c><c r=""><v>1</v></c></row>',
        "texts that are not there": '<row><c t="s"><v>99</v></c><c t="s"><v>x</v></c><c t="str"><v>الف</v></c></row>',
        "styles that are not there": '<row><c s="99"><v>1</v></c><c s="-1"><v>2</v></c></row>',
        "odd merges and columns": '<row><c><v>1</v></c></row></sheetData><cols><col min="x" max="9" hidden="1"/></cols>'
        '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="x"/></mergeCells><sheetData>',
    },
)
def test_what_makes_no_sense_in_a_sheet_is_passed_over(xml):
    assert only(by_hand(SHEET.format(xml, ""))).rows

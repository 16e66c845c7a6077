"""Tables with a card a row: which rows head them, and what each row says."""

import csv
import io

import pytest

from khedmat.cards.form import as_contract
from khedmat.importing.readers.containers.sheets.grid import Span, grid
from khedmat.importing.readers.documents import read_card
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import documents_in, read_bytes
from khedmat.importing.readers.rows import leaves
from khedmat.importing.readers.rows.leaves import MOST_CARDS
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

HEAD = ("ردیف", "عنوان خدمت", "شناسه خدمت", "شرح خدمت", "نوع خدمت", "مدارک لازم برای انجام خدمت")
ROW = ("1", "صدور پروانه چاه", "13011076000", "رسیدگی و صدور", "G2C، G2B", "1- کارت ملی\n2- شناسنامه")
OTHER = ("2", "تمدید پروانه چاه", "13011076101", "رسیدگی و تمدید", "G2C", "پروانه")
TOP = ("عنوان خدمت", "شرح خدمت", "نوع خدمت", "مرحله درخواست خدمت", "", "ماهیت خدمت")
BELOW = ("", "", "", "الکترونیکی", "غیرالکترونیکی", "")


def sheet(*rows, spans=()):
    cells = {(row, column): text for row, line in enumerate(rows) for column, text in enumerate(line) if text}
    return grid("برگه", cells, spans)


def cards(*rows, spans=()):
    """The cards of a sheet, which holds nothing else."""
    found = leaves([sheet(*rows, spans=spans)])
    assert all(leaf.is_card for leaf in found), [leaf.sheet.text for leaf in found]
    source = read_bytes(b"text", "x")[0].source
    return [as_contract(read_card(leaf.sheet, source))["card"] for leaf in found]


def said(*rows, spans=()):
    """Labels with their answers, leaf by leaf."""
    return [[block.cells for block in leaf.sheet.blocks] for leaf in leaves([sheet(*rows, spans=spans)])]


def separated(*rows, separator=",", ends="\r\n"):
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator=ends).writerows(rows)
    return written.getvalue()


def test_each_row_below_its_header_is_a_card():
    first, second = cards(HEAD, ROW, OTHER)

    assert (first["title"], first["service_id"]) == ("صدور پروانه چاه", "13011076000")
    assert first["service_type"] == ["G2C", "G2B"]
    assert first["documents"] == ["کارت ملی", "شناسنامه"]
    assert (second["title"], second["documents"]) == ("تمدید پروانه چاه", ["پروانه"])


def test_columns_of_an_agency_of_its_own_do_not_hide_a_header():
    own = tuple(f"ستون {number}" for number in range(20))

    (card,) = cards((*HEAD, *own), (*ROW, *own))

    assert card["title"] == "صدور پروانه چاه"


@cases(
    "rows",
    {
        "titles and IDs": [HEAD[:3], ROW[:3], OTHER[:3]],
        "with their agencies": [(*HEAD[:3], "نام دستگاه اجرایی"), (*ROW[:3], "سازمان"), (*OTHER[:3], "سازمان")],
        "a card of labels and answers in turn": [("عنوان خدمت", "صدور", "شرح خدمت", "رسیدگی", "نوع خدمت", "G2C")],
        "other words": [("نام", "تلفن", "نشانی"), ("سازمان", "021", "تهران")],
    },
)
def test_what_heads_no_cards_stays_a_sheet(rows):
    (leaf,) = leaves([sheet(*rows)])

    assert not leaf.is_card
    assert len(leaf.sheet.blocks) == len(rows)


def test_a_list_in_a_file_of_separators_stays_one_list():
    (document,) = read_bytes(
        separated(HEAD[:3], ROW[:3], OTHER[:3], ("3", "ابطال پروانه چاه", "13011076102")).encode(), "x"
    )

    assert document.kind == "service_list"
    assert [row.service_id for row in document.services] == ["13011076000", "13011076101", "13011076102"]


@cases(
    ("marks", "electronic", "paper"),
    {
        "check marks": (("✓", ""), True, False),
        "words": (("دارد", "ندارد"), True, False),
        "yes and no": (("خیر", "بله"), False, True),
        "boxes of a sheet": (("☑", "☐"), True, False),
        "stars": (("", "*"), False, True),
        "numbers": (("1", "0"), True, False),
        "both": (("✓", "✓"), True, True),
    },
)
def test_ticks_below_a_header_of_two_lines_are_ticks_of_its_options(marks, electronic, paper):
    row = ("صدور پروانه چاه", "رسیدگی", "G2C", *marks, "حاکمیتی")
    (card,) = cards(TOP, BELOW, row, spans=[Span((0, 3), (0, 4))])

    stage = card["stages"]["request"]
    assert (stage["electronic"], stage["non_electronic"]) == (electronic, paper)
    assert card["nature"] == "sovereign"


def test_a_row_without_any_tick_says_nothing_of_its_options():
    ticked = ("صدور پروانه چاه", "رسیدگی", "G2C", "✓", "", "حاکمیتی")
    _, card = cards(TOP, BELOW, ticked, ("تمدید پروانه", "رسیدگی", "G2C", "", "", "حاکمیتی"))

    assert card["stages"] is None or card["stages"]["request"] is None


def test_labels_may_stand_in_the_lower_line_below_groups():
    top = ("", "", "", "مرحله درخواست خدمت", "", "")
    below = ("عنوان خدمت", "شرح خدمت", "نوع خدمت", "الکترونیکی", "غیرالکترونیکی", "ماهیت خدمت")
    (card,) = cards(("فهرست شناسنامه‌ها",), top, below, ("صدور پروانه", "رسیدگی", "G2C", "✓", "", "حاکمیتی"))

    assert card["stages"]["request"]["electronic"] is True
    assert card["nature"] == "sovereign"


def test_headings_over_labels_part_them_from_each_other_only():
    top = ("", "مشخصات", "", "مرحله درخواست خدمت", "", "")
    below = ("عنوان خدمت", "شرح خدمت", "نوع خدمت", "الکترونیکی", "غیرالکترونیکی", "ماهیت خدمت")
    (card,) = cards(top, below, ("صدور پروانه", "رسیدگی", "G2C", "✓", "", "حاکمیتی"))

    assert (card["description"], card["service_type"], card["nature"]) == ("رسیدگی", ["G2C"], "sovereign")
    assert card["stages"]["request"]["electronic"] is True


def test_text_below_a_group_is_said_with_its_option():
    head = ("عنوان خدمت", "شرح خدمت", "نوع خدمت", "هزینه ارائه خدمت (ریال)", "")
    below = ("", "", "", "مبلغ", "شماره حساب")
    (rows,) = said(head, below, ("صدور پروانه", "رسیدگی", "G2C", "500000", "2176459001009"))

    assert rows[-1] == ("هزینه ارائه خدمت (ریال)", "مبلغ: 500000\nشماره حساب: 2176459001009")


def test_options_that_head_columns_of_their_own_are_of_their_label():
    head = ("عنوان خدمت", "شرح خدمت", "G2C", "G2B", "ماهیت خدمت")
    (card, _) = cards(head, ("صدور پروانه", "رسیدگی", "✓", "", "حاکمیتی"), ("تمدید", "رسیدگی", "✓", "✓", "حاکمیتی"))

    assert card["service_type"] == ["G2C"]


def test_true_beside_a_label_is_a_yes():
    (rows,) = said((*HEAD[:5], "خدمت منجر به صدور مجوز"), (*ROW[:5], "☑"))

    assert rows[-1] == ("خدمت منجر به صدور مجوز", "بله")


def test_what_is_merged_over_rows_is_said_of_each_and_a_row_without_name_goes_on():
    head = ("نام دستگاه اجرایی", *HEAD[1:])
    rows = [("سازمان نمونه", *ROW[1:5], "کارت ملی"), ("", "", "", "", "", "شناسنامه"), ("", *OTHER[1:])]
    spans = [Span((1, 0), (3, 0)), Span((1, 1), (2, 1))]

    first, second = cards(head, *rows, spans=spans)

    assert first["documents"] == ["کارت ملی", "شناسنامه"]
    assert (first["executive_agency"], second["executive_agency"]) == ("سازمان نمونه", "سازمان نمونه")


def test_further_items_below_a_row_are_its_own_though_nothing_is_merged():
    (card,) = cards(HEAD, (*ROW[:5], "کارت ملی"), ("", "", "", "", "", "شناسنامه"))

    assert card["documents"] == ["کارت ملی", "شناسنامه"]


def test_a_sub_service_beside_its_main_service_is_the_card():
    head = ("عنوان خدمت", "عنوان زیرخدمت", "شناسه زیرخدمت", "شرح خدمت", "نوع خدمت")
    rows = [
        ("امور چاه", "صدور پروانه", "13011076101", "رسیدگی", "G2C"),
        ("", "تمدید پروانه", "13011076102", "تمدید", "G2B"),
    ]

    first, second = cards(head, *rows, spans=[Span((1, 0), (2, 0))])

    assert (first["title"], first["parent_service_title"]) == ("صدور پروانه", "امور چاه")
    assert (second["title"], second["parent_service_title"]) == ("تمدید پروانه", "امور چاه")


@cases(
    "row",
    {
        "the header once more": HEAD,
        "a sum": ("", "", "", "", "جمع", "2"),
        "a note": ("این فهرست در سال ۱۴۰۰ تهیه شده است", "", "", "", "", ""),
    },
)
def test_what_stands_between_the_rows_is_no_card(row):
    assert [card["title"] for card in cards(HEAD, ROW, row, OTHER)] == ["صدور پروانه چاه", "تمدید پروانه چاه"]


def test_a_heading_over_the_table_is_no_card():
    heading = ("", "معاونت توسعه", "", "", "", "")

    found = cards(HEAD, heading, ROW, spans=[Span((1, 1), (1, 5))])

    assert [card["title"] for card in found] == ["صدور پروانه چاه"]


def test_the_agency_above_a_table_is_that_of_its_rows_unless_they_say_it():
    above = ("نام دستگاه اجرایی", "سازمان نمونه", "", "", "", "")
    own = (*HEAD[:5], "نام دستگاه اجرایی")

    assert cards(above, HEAD, ROW)[0]["executive_agency"] == "سازمان نمونه"
    assert cards(above, own, (*ROW[:5], "سازمان دیگر"))[0]["executive_agency"] == "سازمان دیگر"


def test_two_tables_on_one_sheet_are_both_read():
    other = ("عنوان خدمت", "نوع خدمت", "ماهیت خدمت", "شرح خدمت", "", "")
    found = cards(HEAD, ROW, ("",) * 6, other, ("صدور کارت", "G2G", "حاکمیتی", "شرحی دیگر", "", ""))

    assert [card["title"] for card in found] == ["صدور پروانه چاه", "صدور کارت"]
    assert found[1]["service_type"] == ["G2G"]


def test_a_table_of_another_kind_below_is_a_leaf_of_its_own():
    permits = ("ردیف", "عنوان مجوز", "مرجع صدور", "مدارک لازم", "", "")
    card, rest = leaves([sheet(HEAD, ROW, ("",) * 6, permits, ("1", "پروانه چاه", "سازمان", "کارت ملی", "", ""))])

    assert (card.is_card, rest.is_card) == (True, False)
    assert "پروانه چاه" in rest.sheet.text


def test_crosses_are_told_from_ticks_by_the_whole_sheet():
    rows = [
        ("صدور پروانه", "رسیدگی", "G2C", "✓", "✗", "حاکمیتی"),
        ("تمدید پروانه", "رسیدگی", "G2C", "✗", "✓", "حاکمیتی"),
    ]

    first, second = cards(TOP, BELOW, *rows)

    assert first["stages"]["request"]["non_electronic"] is False
    assert second["stages"]["request"]["electronic"] is False


def test_crossed_boxes_beside_checked_ones_leave_a_stage_undecided():
    (card,) = read_bytes(separated(TOP, BELOW, ("صدور پروانه", "رسیدگی", "G2C", "☑", "☒", "حاکمیتی")).encode(), "x.csv")

    assert card.card.stages.request.electronic is None
    assert card.undecided == ["stages.request.electronic", "stages.request.non_electronic"]


@cases(
    ("cell", "chosen"),
    {
        "some of them": ("ملی\nاستانی", ["national", "provincial"]),
        "all that are printed": ("ملی\nمنطقه ای\nاستانی\nشهری\nروستایی", []),
    },
)
def test_options_below_each_other_are_chosen_ones_unless_they_are_the_printed_list(cell, chosen):
    head = ("عنوان خدمت", "شرح خدمت", "سطح خدمت", "ماهیت خدمت")
    (card,) = read_bytes(separated(head, ("صدور پروانه", "رسیدگی", cell, "حاکمیتی")).encode(), "x.csv")

    assert card.card.level == chosen
    assert card.undecided == ([] if chosen else ["level"])


@cases("separator", {"commas": ",", "semicolons": ";", "tabs": "\t", "pipes": "|"})
@cases("name", {"named": "cards.csv", "named otherwise": "cards.txt", "unnamed": "x"})
def test_a_file_of_separators_is_known_by_its_content(separator, name):
    first, second = read_bytes(separated(HEAD, ROW, OTHER, separator=separator).encode(), name)

    assert (first.source.media_type, first.source.part, second.source.part) == ("text/csv", 1, 2)
    assert first.card.documents == ["کارت ملی", "شناسنامه"]
    assert second.card.title == "تمدید پروانه چاه"


@cases(
    "data",
    {
        "cp1256": separated(HEAD, ROW, OTHER).replace("ی", "ي").encode("cp1256"),
        "utf-16": separated(HEAD, ROW, OTHER, separator="\t").encode("utf-16"),
        "with its mark": b"\xef\xbb\xbf" + separated(HEAD, ROW, OTHER).encode(),
        "with the separator said": b"sep=;\r\n" + separated(HEAD, ROW, OTHER, separator=";").encode(),
        "kept from becoming numbers": separated(HEAD, ROW, OTHER).replace("13011076000", '"=""13011076000"""').encode(),
        "line ends of unix": separated(HEAD, ROW, OTHER, ends="\n").encode(),
    },
)
def test_a_file_of_separators_is_read_however_it_was_written(data):
    first, _ = read_bytes(data, "cards.csv")

    assert (first.card.title, first.card.service_id) == ("صدور پروانه چاه", "13011076000")


@cases(
    "text",
    {
        "a form": "عنوان خدمت: صدور پروانه, تمدید\nشرح خدمت: رسیدگی, صدور\nنوع خدمت: G2C, G2B",
        "a form with tabs": "عنوان خدمت\tصدور پروانه\nشرح خدمت\tرسیدگی\nنوع خدمت\tG2C",
        "one line": "عنوان خدمت,شرح خدمت,نوع خدمت,ماهیت خدمت",
    },
)
def test_a_text_with_commas_in_it_stays_a_text(text):
    assert [document.source.media_type for document in read_bytes(text.encode(), "form.txt")] == ["text/plain"]


def test_an_open_quotation_mark_is_refused_or_read_but_never_fatal():
    text = separated(HEAD, *[ROW] * 60) + '3,"' + "بی‌پایان " * 40_000

    with pytest.raises(Unreadable, match="گیومه"):
        read_bytes(text.encode(), "cards.csv")


def test_more_cards_than_a_file_may_hold_are_refused_before_any_is_read():
    rows = (("1", f"صدور پروانه {number}", *ROW[2:]) for number in range(MOST_CARDS + 1))

    with pytest.raises(Unreadable, match="۵٬۰۰۰ سطر"):
        documents_in(separated(HEAD, *rows).encode(), "cards.csv")


def test_the_original_of_a_card_is_its_row_alone():
    data = separated(HEAD, ROW, OTHER).encode()

    original = as_it_looked(data, "cards.csv", part=2)

    assert "تمدید پروانه چاه" in original.html
    assert "صدور پروانه چاه" not in original.html
    assert original.html.count("data-block") == len(original.blocks) == len(HEAD)


def test_the_original_of_a_sheet_keeps_its_merged_cells():
    (leaf,) = leaves([sheet(("فهرست", ""), ("الف", "<b>"), spans=[Span((0, 0), (0, 1))])])

    assert "".join(leaf.shown()) == (
        '<table><tr id="source-0" data-block="0"><td rowspan="1" colspan="2">فهرست</td></tr>'
        '<tr id="source-1" data-block="1"><td>الف</td><td>&lt;b&gt;</td></tr></table>'
    )


def test_the_original_of_what_stands_below_a_table_keeps_its_merged_cells_too():
    below = [("",) * 6, ("ردیف", "عنوان مجوز", "مرجع صدور", "", "", ""), ("پایان", "", "", "", "", "")]

    _, rest = leaves([sheet(HEAD, ROW, *below, spans=[Span((4, 0), (4, 5))])])

    assert '<td rowspan="1" colspan="6">پایان</td></tr>' in "".join(rest.shown())


def test_a_trace_stands_in_the_row_of_its_card():
    _, second = read_bytes(separated(HEAD, ROW, OTHER).encode(), "cards.csv")

    place = second.trace["card.title"]
    assert (place.raw, place.label, place.block) == ("تمدید پروانه چاه", "عنوان خدمت", 1)

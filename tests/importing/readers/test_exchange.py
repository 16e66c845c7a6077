"""Sections 7 and 8: other systems and other agencies."""

from khedmat.cards.form import Document
from tests.importing.readers.reading_forms import cases, document_of, titled, warned

SECTION_7 = "ارتباط خدمت با سایر سامانه ها (بانکهای اطلاعاتی) در دستگاه"
SECTION_8 = "ارتباط خدمت با سایر دستگاههای دیگر"
HEAD_7 = "نام سامانه های دیگر\tفیلدهای مورد تبادل\tبرخط online\tدسته ای (Batch)"
HEAD_8 = (
    "نام دستگاه دیگر\tنام سامانه های دستگاه دیگر\tفیلدهای مورد تبادل\tمبلغ (در صورت پرداخت هزینه)\tبرخط online"
    "\tدسته ای (Batch)\tاگر استعلام غیرالکترونیکی است، استعلام توسط"
)
NOBODY = "☐ دستگاه ☐ مراجعه کننده"


def systems(document: Document) -> list[tuple]:
    return [(row.system, row.fields, row.modes) for row in document.card.internal_systems]


def inquiries(document: Document) -> list[tuple]:
    return [(row.agency, row.system, row.fields, row.modes) for row in document.card.external_inquiries]


def test_systems_of_the_agency_are_rows_of_section_7():
    document = titled(SECTION_7, HEAD_7, "سامانه مالی\tکد ملی\t☑\t☐", "سامانه اسناد\tشماره سند\t☐\t☑")

    assert systems(document) == [("سامانه مالی", "کد ملی", ["online"]), ("سامانه اسناد", "شماره سند", ["batch"])]
    assert inquiries(document) == []


def test_a_field_called_amount_is_no_header():
    document = titled(SECTION_7, HEAD_7, "سامانه مالی\tکد ملی و مبلغ\t☑\t☐", "سامانه اسناد\tشماره سند\t☐\t☑")

    assert systems(document) == [("سامانه مالی", "کد ملی و مبلغ", ["online"]), ("سامانه اسناد", "شماره سند", ["batch"])]


def test_other_agencies_are_rows_of_section_8():
    document = titled(
        SECTION_8,
        HEAD_8,
        f"سازمان ثبت احوال\tسامانه هویت\tکد ملی\t۵۰۰ ریال\t☑\t☐\t{NOBODY}",
        "سازمان ثبت اسناد\t\tپلاک ثبتی\t\t☐\t☐\t☑ دستگاه ☐ مراجعه کننده",
    )
    first, second = document.card.external_inquiries

    assert (first.agency, first.system, first.fields) == ("سازمان ثبت احوال", "سامانه هویت", "کد ملی")
    assert (first.fee.text, first.fee.amount_rial, first.modes, first.paper_by) == ("500 ریال", 500, ["online"], None)
    assert (second.agency, second.system, second.fields) == ("سازمان ثبت اسناد", None, "پلاک ثبتی")
    assert (second.modes, second.paper_by) == (["paper"], "agency")


def test_the_applicant_brings_the_paper():
    document = titled(SECTION_8, HEAD_8, "بانک مرکزی\t\tشبا\t\t☐\t☐\tدستگاه ☐ مراجعه کننده ☑")

    assert [row.paper_by for row in document.card.external_inquiries] == ["applicant"]


@cases(
    "rows",
    {
        "no row": [],
        "empty boxes": [f"\t\t\t\t☐\t☐\t{NOBODY}"],
        "dashes": [f"-\t-\t-\t-\t☐\t☐\t{NOBODY}"],
        "dots": [f".....\t.....\t.....\t\t☐\t☐\t{NOBODY}"],
        "two empty rows": [f"\t\t\t\t☐\t☐\t{NOBODY}"] * 2,
        "none": [f"ندارد\t\t\t\t☐\t☐\t{NOBODY}"],
    },
)
def test_an_empty_table_is_no_row(rows):
    assert inquiries(titled(SECTION_8, HEAD_8, *rows, "ماهیت خدمت: حاکمیتی")) == []


def test_both_tables_follow_each_other():
    document = titled(
        SECTION_7,
        HEAD_7,
        "سامانه مالی\tکد ملی\t☑\t☐",
        SECTION_8,
        HEAD_8,
        f"بانک مرکزی\tسامانه شبا\tشماره شبا\t\t☑\t☐\t{NOBODY}",
        "عناوین فرایندهای خدمت",
        "1- ثبت درخواست 2- صدور پروانه",
    )

    assert systems(document) == [("سامانه مالی", "کد ملی", ["online"])]
    assert inquiries(document) == [("بانک مرکزی", "سامانه شبا", "شماره شبا", ["online"])]
    assert document.card.processes == ["ثبت درخواست", "صدور پروانه"]


def test_a_header_of_two_rows_is_one():
    page = f"""
        <table><tr><td>عنوان خدمت</td><td colspan=4>صدور پروانه آزمایشی</td></tr>
        <tr><td rowspan=2>نام دستگاه دیگر</td><td rowspan=2>نام سامانه های دستگاه دیگر</td>
            <td rowspan=2>فیلدهای موردتبادل</td><td colspan=2>استعلام الکترونیکی</td></tr>
        <tr><td>برخط online</td><td>دسته ای (Batch)</td></tr>
        <tr><td>سازمان ثبت احوال</td><td>سامانه هویت</td><td>کد ملی</td><td>☐</td><td>☑</td></tr></table>
        <p>{SECTION_8}</p>
    """

    assert inquiries(document_of(page, "form.html")) == [("سازمان ثبت احوال", "سامانه هویت", "کد ملی", ["batch"])]


def test_the_boxes_may_be_printed_a_line_each():
    document = titled(
        SECTION_8,
        "نام دستگاه دیگر: سازمان ثبت احوال",
        "نام سامانه های دستگاه دیگر: سامانه هویت",
        "فیلدهای مورد تبادل: کد ملی",
        "نام دستگاه دیگر: بانک مرکزی",
        "فیلدهای مورد تبادل: شماره شبا",
    )

    assert inquiries(document) == [
        ("سازمان ثبت احوال", "سامانه هویت", "کد ملی", []),
        ("بانک مرکزی", None, "شماره شبا", []),
    ]


@cases(
    ("line", "agencies"),
    {
        "commas": ("دستگاه های همکار: شهرداری، سازمان محیط زیست", ["شهرداری", "سازمان محیط زیست"]),
        "one": ("سایر دستگاه های مرتبط: شهرداری", ["شهرداری"]),
        "no": ("آیا ارائه خدمت نیازمند همکاری بین سازمانی است؟ خیر", []),
        "none": ("دستگاه های همکار: ندارد", []),
        "a dash": ("دستگاه های همکار: -", []),
    },
)
def test_agencies_that_are_only_named_are_inquiries_too(line, agencies):
    document = titled(line, "ماهیت خدمت: حاکمیتی")

    assert [row.agency for row in document.card.external_inquiries] == agencies


def test_prose_in_a_cell_is_a_note_and_no_name():
    prose = (
        "پرونده برای بررسی اثرات زیست محیطی به آن سازمان فرستاده می شود و نظر آن ظرف یک ماه گرفته می شود تا ادامه یابد"
    )
    document = titled(SECTION_8, HEAD_8, f"{prose}\t\t\t\t☐\t☐\t{NOBODY}")
    (row,) = document.card.external_inquiries

    assert (row.agency, row.notes) == (None, prose)


@cases(
    ("text", "rials"),
    {"rials": ("۵۰۰ ریال", 500), "bare": ("500", 500), "words": ("طبق تعرفه", None), "free": ("رایگان", None)},
)
def test_the_fee_keeps_its_words(text, rials):
    document = titled(SECTION_8, HEAD_8, f"بانک مرکزی\t\t\t{text}\t☑\t☐\t{NOBODY}")
    (row,) = document.card.external_inquiries

    assert row.fee.text
    assert row.fee.amount_rial in (rials, 0 if text == "رایگان" else rials)


def test_a_header_of_section_8_with_one_name_ends_the_table_above():
    document = titled(
        SECTION_7,
        HEAD_7,
        "سامانه مالی\tکد ملی\t☑\t☐",
        "نام دستگاه دیگر\tمبلغ (در صورت پرداخت هزینه)\tبرخط online",
        "بانک مرکزی\t500 ریال\t☑",
    )

    assert systems(document) == [("سامانه مالی", "کد ملی", ["online"])]
    assert inquiries(document) == [("بانک مرکزی", None, None, ["online"])]


def test_both_carriers_ticked_are_no_answer_and_are_warned_of():
    document = titled(SECTION_8, HEAD_8, "بانک مرکزی\t\tشبا\t\t☐\t☐\tدستگاه ☑ مراجعه کننده ☑")

    assert [row.paper_by for row in document.card.external_inquiries] == [None]
    assert ("both", "card.external_inquiries.0.paper_by") in warned(document)
    assert document.undecided == []


def test_a_field_may_have_the_name_of_a_label():
    document = titled(SECTION_7, HEAD_7, "سامانه مالی\tشماره تماس\t☑\t☐")

    assert systems(document) == [("سامانه مالی", "شماره تماس", ["online"])]


def test_who_brings_the_paper_may_be_two_columns():
    head = "نام دستگاه دیگر\tنام سامانه\tفیلدهای مورد تبادل\tمبلغ\tبرخط\tدسته ای\tاستعلام توسط: دستگاه\tمراجعه کننده"
    rows = (
        "بانک ملی\tسامانه ضمانت\tشماره\t\t☐\t☐\t☐\t☑",
        "ثبت اسناد\t\tپلاک\t\t☐\t☐\t☑\t☐",
        "گمرک\t\tکوتاژ\t\t☐\t☐\t☑\t☑",
    )

    found = titled(SECTION_8, head, *rows).card.external_inquiries

    assert [row.paper_by for row in found] == ["applicant", "agency", None]
    assert [row.modes for row in found] == [["paper"]] * 3
    assert found[0].system == "سامانه ضمانت"

"""Two columns that only wide spaces part, as a printed page gives them."""

from tests.importing.readers.reading_forms import cases, document_of, titled


def test_a_label_goes_on_below_in_its_column_with_values_beside_it():
    card = titled(
        "ماهیت خدمت             حاکمیتی",
        "مدارک لازم برای        - درخواست کتبی",
        "انجام خدمت             - دفترچه دیگ",
        "                       - پروانه بهره برداری",
        "سطح خدمت               استانی",
    ).card

    assert card.documents == ["درخواست کتبی", "دفترچه دیگ", "پروانه بهره برداری"]
    assert card.level == ["provincial"]


def test_a_label_of_three_lines_is_one():
    cost = titled(
        "هزینه ارائه خدمت       بر حسب متراژ", "(ریال) به خدمت", "گیرندگان", "سطح خدمت               استانی"
    ).card.cost

    assert cost.text == "بر حسب متراژ"


def test_options_go_on_in_the_next_line_of_their_column():
    document = titled(
        "نوع خدمت               □ خدمت به شهروندان (G2C)   ■ خدمت به کسب و کار (G2B)   □ خدمت به دیگر",
        "                       دستگاه های دولتی (G2G)",
    )

    assert document.card.service_type == ["G2B"]


@cases(
    ("text", "level"),
    {
        "near what follows": ("ملی     ✓ استانی     شهری", ["provincial"]),
        "near what stands before": ("ملی ✓     استانی     شهری ✓     روستایی", ["national", "urban"]),
    },
)
def test_a_tick_belongs_to_the_option_it_stands_near(text, level):
    assert titled(f"سطح خدمت: {text}").card.level == level


def test_a_tick_as_near_to_one_as_to_the_other_is_not_guessed():
    assert titled("سطح خدمت: ملی ✓ استانی شهری").undecided == ["level"]


def test_a_colon_parts_no_label():
    document = titled("نوع: خدمت به کسب و کار")

    assert document.card.service_type == ["G2B"]
    assert document.trace["card.service_type"].sure < 0.98


def test_a_damaged_option_is_not_taken_for_the_shorter_one_inside_it():
    stage = titled("در مرحله درخواست خدمت\t☐ الکترونیکی", "\t☑ غییر الکترونیکی").card.stages.request

    assert (stage.electronic, stage.non_electronic) == (False, True)


def test_a_mode_without_a_mark_beside_a_ticked_one_is_not_ticked():
    stage = titled("در مرحله درخواست خدمت\tالکترونیکی", "\t✓ غیر الکترونیکی").card.stages.request

    assert (stage.electronic, stage.non_electronic) == (None, True)


def test_a_quoted_name_below_the_heading_of_an_agreement_is_its_title():
    document = document_of("""
        توافق نامه سطح خدمت (SLA)
        «صدور مجوز تاسیس آموزشگاه»
        شرح خدمت: مجوز پس از بررسی صادر می شود
        مدت زمان انجام خدمت: ۴۵ روز
    """)

    assert document.card.title == "صدور مجوز تاسیس آموزشگاه"


@cases("line", {"an item": "- فرم درخواست", "a numbered item": "2- فرم درخواست"})
def test_the_last_item_of_a_list_is_no_cut_label(line):
    assert titled("مدارک لازم:", "1- سند", line).card.documents == ["سند", "فرم درخواست"]


def test_boxes_of_a_permit_without_marks_are_undecided():
    document = document_of("""
        عنوان مجوز: پروانه تاسیس کارگاه
        مرجع صدور مجوز: سازمان صنایع
        مدت اعتبار مجوز: 3 سال
        متقاضی مجوز: حقیقی حقوقی دولتی
    """)

    assert document.undecided == ["permits.0.applicants"]


@cases(
    "line",
    {
        "dots": "نام دستگاه اجرایی ............. سازمان هواشناسی کشور",
        "glued": "نام دستگاه اجرایی.............سازمان هواشناسی کشور",
        "signs of three dots": "نام دستگاه اجرایی ……………… سازمان هواشناسی کشور",
    },
)
def test_dots_lead_from_a_label_to_its_value(line):
    document = document_of(f"عنوان خدمت: ارائه داده های اقلیمی\n{line}\nماهیت خدمت: حاکمیتی")

    assert document.card.executive_agency == "سازمان هواشناسی کشور"


def test_dots_to_write_on_are_no_value():
    document = document_of("عنوان خدمت: ارائه داده های اقلیمی\nنام دستگاه اجرایی ..............\nماهیت خدمت: حاکمیتی")

    assert document.card.executive_agency is None


def test_a_long_line_of_dots_is_asked_once():
    document = document_of("عنوان خدمت: ارائه داده های اقلیمی\nشرح خدمت: " + "a.b/" * 4000)

    assert document.card.title == "ارائه داده های اقلیمی"

"""Permits: forms 1 and 2, and the page of one permit."""

from khedmat.cards.form import Inquiry, Permit
from tests.importing.readers.reading_forms import cases, document_of

HEAD_1 = [
    "ردیف\tعنوان مجوز\tنوع مجوز\tمستندات قانونی\tمدارک مورد نیاز\tمدت اعتبار\tهزینه\tمتقاضی مجوز\t\t"
    "\tفرآیند مجوز\t\tمراجع ناظر\tزمان تقریبی\tالکترونیکی\tغیر الکترونیکی",
    "\t\t\t\t\t\t\tحقیقی\tحقوقی\tدولتی\tاختصاصی\tمشترک\t\t\t\t",
]
HEAD_2 = (
    "ردیف\tعنوان مجوز\tنوع مجوز\tدستگاه استعلام شونده\tاستعلام (ذکر نام)\tسایر\tمدارک\tمدت اعتبار\tهزینه\tزمان"
    "\tالکترونیکی\tغیر الکترونیکی"
)
ISSUE = (
    "1\tپروانه بهره برداری\tصدور\tقانون معادن\tفرم درخواست\t۵ سال\t۵۰۰۰۰ ریال\t☑\t☑\t☐\t☑\t☐"
    "\tسازمان بازرسی\t۲۰ روز\t☑\t☐"
)
EMPTY_ROW = "\t\t{}\t\t\t\t\t\t\t\t\t\t\t\t\t"


def permits_of(*rows: str) -> list[Permit]:
    return document_of("\n".join([*HEAD_1, *rows])).permits


def inquiries_of(*rows: str) -> list[Inquiry]:
    return document_of("\n".join(["فرم شماره دو", HEAD_2, *rows])).inquiries


def test_a_row_of_form_one_is_a_permit():
    (permit,) = permits_of(ISSUE)

    assert (permit.title, permit.action, permit.kind) == ("پروانه بهره برداری", "issue", "پروانه")
    assert (permit.legal_basis, permit.documents, permit.validity) == ("قانون معادن", "فرم درخواست", "5 سال")
    assert (permit.fee.text, permit.fee.amount_rial) == ("50000 ریال", 50_000)
    assert (permit.applicants, permit.process) == (["natural", "legal"], "exclusive")
    assert (permit.supervisors, permit.duration.value, permit.duration.unit) == ("سازمان بازرسی", 20, "day")
    assert (permit.electronic, permit.non_electronic) == (True, False)


@cases(
    ("word", "action"),
    {
        "issue": ("صدور", "issue"),
        "renew": ("تمدید", "renew"),
        "amend": ("اصلاح", "amend"),
        "cancel": ("لغو", "cancel"),
        "annul": ("ابطال", "cancel"),
        "revive": ("احیا", "revive"),
        "revive with hamza": ("احیاء", "revive"),
        "arabic letters": ("تمديد", "renew"),
    },
)
def test_each_action_is_a_row_of_the_permit_above(word, action):
    rows = permits_of(ISSUE, f"\t\t{word}\tماده ۱۲\t\t\t\t\t\t\t\t\t\t\t\t")

    assert [(row.title, row.action) for row in rows] == [
        ("پروانه بهره برداری", "issue"),
        ("پروانه بهره برداری", action),
    ]


def test_printed_rows_that_hold_nothing_are_no_permits():
    rows = permits_of(ISSUE, *(EMPTY_ROW.format(word) for word in ("تمدید", "اصلاح", "لغو", "احیا")))

    assert [row.action for row in rows] == ["issue"]


def test_an_empty_form_one_is_no_permit():
    blank = [f"{number}\t{EMPTY_ROW.format('صدور')}"[2:] for number in (1, 2)]
    document = document_of("عنوان خدمت: صدور پروانه\nشرح خدمت: رسیدگی\n" + "\n".join([*HEAD_1, *blank]))

    assert document.permits == []


@cases(
    "place",
    {
        "behind a colon": "وزارتخانه/سازمان: سازمان صنایع",
        "behind dots": "وزارتخانه / سازمان ..... سازمان صنایع",
        "for the dots": "وزارتخانه / سازمان صنایع",
        "for all that is printed": "سازمان صنایع",
    },
)
def test_the_organization_stands_above_the_table(place):
    head = f"لیست اطلاعات مجوزهای حقیقی، حقوقی و دولتی در {place}"
    document = document_of("\n".join([head, *HEAD_1, ISSUE]))

    assert [permit.organization for permit in document.permits] == ["سازمان صنایع"]


@cases(
    ("title", "kind"),
    {
        "licence": ("پروانه کسب", "پروانه"),
        "certificate": ("گواهی صلاحیت", "گواهی"),
        "certificate, written together": ("گواهینامه صلاحیت", "گواهینامه"),
        "permission": ("مجوز برداشت", "مجوز"),
        "agreement": ("موافقت اصولی", "موافقت"),
        "card": ("صدور کارت بازرگانی", "کارت"),
        "none of these": ("ثبت نام", None),
    },
)
def test_the_kind_is_the_word_of_the_definition(title, kind):
    (permit,) = permits_of(ISSUE.replace("پروانه بهره برداری", title))

    assert permit.kind == kind


@cases(
    ("text", "rials"),
    {
        "rials": ("۵۰۰۰۰ ریال", 50_000),
        "tariff": ("طبق تعرفه", None),
        "free": ("رایگان", 0),
        "two amounts": ("۱۰۰۰ ریال و ۲۰۰۰ ریال", None),
    },
)
def test_the_fee_keeps_its_words_and_its_one_amount(text, rials):
    (permit,) = permits_of(ISSUE.replace("۵۰۰۰۰ ریال", text))

    assert permit.fee.text
    assert permit.fee.amount_rial == rials


@cases(
    ("text", "value", "unit"),
    {"days": ("۲۰ روز", 20, "day"), "hours": ("۴۸ ساعت", 48, "hour"), "months stay text": ("۲ ماه", None, None)},
)
def test_the_time_is_in_hours_or_days(text, value, unit):
    (permit,) = permits_of(ISSUE.replace("۲۰ روز", text))

    assert permit.duration.text
    assert (permit.duration.value, permit.duration.unit) == (value, unit)


def test_a_row_of_form_two_is_an_inquiry():
    (inquiry,) = inquiries_of(
        "1\tپروانه بهره برداری\tصدور\tسازمان محیط زیست\tنظر زیست محیطی\t\tنقشه\t۱ سال\tرایگان\t۱۰ روز\t☑\t☐"
    )

    assert (inquiry.permit, inquiry.action, inquiry.agency) == ("پروانه بهره برداری", "issue", "سازمان محیط زیست")
    assert (inquiry.kind, inquiry.name, inquiry.documents) == ("inquiry", "نظر زیست محیطی", "نقشه")
    assert (inquiry.validity, inquiry.fee.amount_rial, inquiry.duration.value) == ("1 سال", 0, 10)
    assert (inquiry.electronic, inquiry.non_electronic) == (True, False)


def test_an_inquiry_below_belongs_to_the_permit_above():
    rows = inquiries_of(
        "1\tپروانه بهره برداری\tصدور\tسازمان محیط زیست\tنظر\t\t\t\t\t\t☑\t☐",
        "\t\t\tسازمان آب\tتأمین آب\t\t\t\t\t\t☑\t☐",
    )

    assert [(row.permit, row.agency) for row in rows] == [
        ("پروانه بهره برداری", "سازمان محیط زیست"),
        ("پروانه بهره برداری", "سازمان آب"),
    ]


def test_an_empty_form_two_is_no_inquiry():
    assert inquiries_of("1\t\tصدور\t\t\t\t\t\t\t\t☐\t☐", "\t\tتمدید\t\t\t\t\t\t\t\t☐\t☐") == []


PAGE = """
    عنوان مجوز: پروانه تأسیس کارگاه
    مرجع صدور مجوز: سازمان صنایع
    مستندات قانونی: قانون صنایع
    مدارک لازم: 1- فرم درخواست 2- سند
    مدت اعتبار مجوز: ۳ سال
    مدت زمان صدور مجوز: ۱۵ روز
    هزینه: ۱۰۰۰۰۰ ریال
    امکان دریافت مجوز توسط اشخاص: ☑ حقیقی ☑ حقوقی ☐ دولتی
    نحوه صدور مجوز: الکترونیکی
    شرایط صدور مجوز: داشتن مدرک فنی
"""


def test_the_page_of_one_permit_is_a_list_of_one():
    document = document_of(PAGE)
    (permit,) = document.permits

    assert (document.kind, document.card) == ("permit_list", None)
    assert (permit.title, permit.organization) == ("پروانه تأسیس کارگاه", "سازمان صنایع")
    assert (permit.legal_basis, permit.documents) == ("قانون صنایع", "فرم درخواست\nسند")
    assert (permit.validity, permit.duration.value, permit.fee.amount_rial) == ("3 سال", 15, 100_000)
    assert (permit.applicants, permit.electronic) == (["natural", "legal"], True)
    assert permit.conditions == "داشتن مدرک فنی"


def test_the_heading_of_form_one_names_the_organization_of_a_page_too():
    page = PAGE.replace("    مرجع صدور مجوز: سازمان صنایع\n", "")
    head = "لیست اطلاعات مجوزهای حقیقی، حقوقی و دولتی در وزارتخانه / سازمان: سازمان صنایع"

    assert [permit.organization for permit in document_of(f"    {head}\n{page}").permits] == ["سازمان صنایع"]


def test_one_word_asks_for_applicants_and_notes():
    page = PAGE.replace("امکان دریافت مجوز توسط اشخاص", "متقاضی")
    (permit,) = document_of(f"{page}    توضیحات: پس از بازدید\n").permits

    assert (permit.applicants, permit.notes) == (["natural", "legal"], "پس از بازدید")


@cases("head", {"dots": "وزارتخانه / سازمان.....", "the printed words": "وزارتخانه / سازمان"})
def test_an_organization_that_nobody_wrote_is_not_said(head):
    document = document_of("\n".join([f"لیست اطلاعات مجوزهای حقیقی، حقوقی و دولتی در {head}", *HEAD_1, ISSUE]))

    assert [permit.organization for permit in document.permits] == [None]


def test_a_mode_that_nobody_named_is_not_denied():
    (permit,) = document_of(PAGE).permits

    assert permit.non_electronic is None


def test_permits_that_follow_a_card_are_kept_beside_it():
    card = "عنوان خدمت: صدور پروانه\nنام دستگاه اجرایی: سازمان صنایع\nشرح خدمت: رسیدگی\nفرم شماره یک\n"
    document = document_of(card + "\n".join([*HEAD_1, ISSUE]))

    assert (document.kind, document.card.title) == ("service_card", "صدور پروانه")
    assert [permit.organization for permit in document.permits] == ["سازمان صنایع"]
    assert document.card.documents == []


@cases(
    ("text", "modes"),
    {
        "one word": ("الکترونیکی", (True, None)),
        "the other word": ("غیر الکترونیکی", (False, True)),
        "both words": ("الکترونیکی و غیر الکترونیکی", (True, True)),
        "boxes": ("☑ الکترونیکی ☐ غیر الکترونیکی", (True, False)),
        "a dash": ("-", (None, None)),
    },
)
def test_modes_are_those_that_the_page_names(text, modes):
    (permit,) = document_of(PAGE.replace("نحوه صدور مجوز: الکترونیکی", f"نحوه صدور مجوز: {text}")).permits

    assert (permit.electronic, permit.non_electronic) == modes


def test_a_bare_number_has_the_unit_of_its_label():
    page = PAGE.replace("مدت زمان صدور مجوز: ۱۵ روز", "مدت زمان صدور (ساعت): ۴۸")
    (permit,) = document_of(page.replace("هزینه: ۱۰۰۰۰۰ ریال", "هزینه صدور (ریال) : 3,200,000")).permits

    assert (permit.duration.value, permit.duration.unit) == (48, "hour")
    assert (permit.validity, permit.fee.amount_rial) == ("3 سال", 3_200_000)


@cases("zero", {"digit": "۰", "word": "صفر", "with its unit": "0 ریال"})
def test_a_written_zero_is_a_fee(zero):
    (permit,) = permits_of(ISSUE.replace("۵۰۰۰۰ ریال", zero))

    assert permit.fee.amount_rial == 0


def test_a_header_may_name_group_and_column():
    head = "ردیف\tعنوان مجوز\tمدارک\tهزینه\tمتقاضی مجوز: حقیقی\tمتقاضی مجوز: حقوقی\tفرآیند مجوز: الکترونیکی"
    (permit,) = document_of(f"{head}\n1\tپروانه کسب\tفرم\t500 ریال\t☑\t☐\t☑").permits

    assert (permit.applicants, permit.electronic) == (["natural"], True)


def test_a_process_over_a_column_of_its_own_names_the_action():
    head = "ردیف\tعنوان مجوز\tنوع فرآیند\tمدارک\tهزینه\tمدت اعتبار"
    rows = document_of(
        f"{head}\n1\tپروانه شکار\tصدور\tکارت\t500 ریال\tیک ماه\n\t\tتمدید\tپروانه\t200 ریال\tیک ماه"
    ).permits

    assert [(row.title, row.action) for row in rows] == [("پروانه شکار", "issue"), ("پروانه شکار", "renew")]


@cases(
    ("second", "permit"),
    {"one permit": ("\t\tتمدید", "پروانه بهره برداری"), "two permits": ("2\tجواز دیگر\tصدور", None)},
)
def test_an_inquiry_belongs_to_the_only_permit_above(second, permit):
    rows = [ISSUE, f"{second}\tقانون\tسند\t\t\t\t\t\t\t\t\t\t\t"]
    head = "ردیف\tدستگاه استعلام شونده\tاستعلام (ذکر نام)\tمدارک\tمدت اعتبار\tهزینه\tزمان"
    document = document_of("\n".join([*HEAD_1, *rows, "فرم شماره دو", head, "1\tسازمان آب\tنظر\t\t\t\t۵ روز"]))

    assert [inquiry.permit for inquiry in document.inquiries] == [permit]


def test_form_two_alone_is_a_list_of_its_inquiries_and_no_card():
    head = ["ردیف", "عنوان دستگاه استعلام شونده", "مدارک مورد نیاز", "هزینه (ریال)", "زمان انجام کار (روز/ساعت)"]
    row = ["1", "اداره منابع طبیعی", "کروکی", "500000", "72 ساعت"]

    document = document_of("\n".join(["فرم شماره دو", "\t".join(head), "\t".join(row)]))

    assert document.kind == "permit_list"
    assert [inquiry.agency for inquiry in document.inquiries] == ["اداره منابع طبیعی"]


HEAD = "عنوان مجوز\tاقدام\tمدارک لازم\tمدت اعتبار\tهزینه\tزمان صدور\tمتقاضی\tنحوه صدور"


@cases(
    ("cell", "applicants"),
    {
        "boxes": ("☑ حقیقی ☐ حقوقی", ["natural"]),
        "both boxes": ("☑ حقیقی ☑ حقوقی", ["natural", "legal"]),
        "words": ("حقیقی و حقوقی", ["natural", "legal"]),
        "nothing": ("", []),
    },
)
def test_applicants_and_ways_may_be_one_column_each(cell, applicants):
    row = f"پروانه مشاوره\tتمدید\tپروانه پیشین\t۲ سال\t۴۰۰۰ ریال\t۱۰ روز\t{cell}\t☑ الکترونیکی ☐ غیرالکترونیکی"
    (permit,) = document_of(f"فرم شماره ۱\n{HEAD}\n{row}").permits

    assert (permit.action, permit.applicants) == ("renew", applicants)
    assert (permit.electronic, permit.non_electronic) == (True, False)


def test_the_agency_asked_and_the_inquiry_go_by_other_names_too():
    head = "ردیف\tعنوان مجوز\tنوع اقدام\tنام دستگاه مرجع استعلام\tعنوان استعلام\tمدارک لازم\tمدت زمان پاسخ\tهزینه"
    row = "1\tپروانه پرورش قارچ\tصدور\tشرکت آب منطقه‌ای\tاستعلام منبع آب\tکروکی محل\t7 روز\t-"
    document = document_of(f"فرم شماره 2\n{head}\n{row}")
    (inquiry,) = document.inquiries

    assert document.permits == []
    assert (inquiry.permit, inquiry.agency, inquiry.name) == ("پروانه پرورش قارچ", "شرکت آب منطقه‌ای", "استعلام منبع آب")
    assert (inquiry.kind, inquiry.duration.value) == ("inquiry", 7)


def test_the_word_permit_before_its_name_is_no_part_of_it():
    page = PAGE.replace("پروانه تأسیس کارگاه", "")
    (permit,) = document_of("مجوز: پروانه کسب دوچرخه\nمرجع صدور: اتحادیه\n" + page.split("\n", 3)[3]).permits

    assert permit.title == "پروانه کسب دوچرخه"

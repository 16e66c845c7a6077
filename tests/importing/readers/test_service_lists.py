"""Lists of services: each row is a service, in printed order."""

from khedmat.cards.form import Document
from tests.importing.readers.reading_forms import cases, document_of

ROWS = [
    ("صدور پروانه چاه", "13021447000"),
    ("تمدید پروانه چاه", "13021447100"),
    ("ابطال پروانه چاه", "13021447101"),
    ("کارشناسی آب زیرزمینی", "13021448000"),
]
PARENTS = [None, "13021447000", "13021447000", None]


def rows_of(document: Document) -> list[tuple[str | None, str | None]]:
    assert document.kind == "service_list"
    return [(row.title, row.service_id) for row in document.services]


def printed(shape: str, head: str = "") -> Document:
    lines = (shape.format(number=number, title=title, code=code) for number, (title, code) in enumerate(ROWS, start=1))
    return document_of("\n".join([head, *lines]))


@cases(
    ("head", "shape"),
    {
        "title then code": ("ردیف\tعنوان خدمت\tشناسه خدمت", "{number}\t{title}\t{code}"),
        "code then title": ("ردیف\tشناسه خدمت\tعنوان خدمت", "{number}\t{code}\t{title}"),
        "two columns, title first": ("عنوان خدمت\tشناسه خدمت", "{title}\t{code}"),
        "two columns, code first": ("شناسه خدمت\tعنوان خدمت", "{code}\t{title}"),
        "pipes": ("| ردیف | عنوان خدمت | شناسه خدمت |", "| {number} | {title} | {code} |"),
        "code in parentheses": ("فهرست خدمات", "{title} ({code})"),
        "code announced in parentheses": ("فهرست خدمات", "{title} (شناسه: {code})"),
        "code before the title": ("فهرست خدمات", "{code} - {title}"),
        "code below the title": ("فهرست خدمات", "{title}\n{code}"),
        "numbered lines": ("فهرست خدمات", "{number}- {title} {code}"),
        "labelled codes": ("فهرست خدمات", "{number}. {title} – شناسه: {code}"),
    },
)
def test_each_row_is_a_service_in_printed_order(head, shape):
    assert rows_of(printed(shape, head)) == ROWS


@cases(
    ("head", "shape"),
    {
        "with a header": ("ردیف\tعنوان خدمت\tشناسه خدمت", "{number}\t{title}\t{code}"),
        "without a header": ("فهرست خدمات", "{title} ({code})"),
    },
)
def test_a_sub_service_names_the_main_service_of_its_family(head, shape):
    assert [row.parent_service_id for row in printed(shape, head).services] == PARENTS


def test_a_family_is_known_by_its_middle_digits_and_not_by_its_first():
    document = document_of("""
        فهرست خدمات
        امور حج (17041326000)
        ثبت نام حج (10011326100)
        گذرنامه حج (12031326101)
    """)

    assert [row.parent_service_id for row in document.services] == [None, "17041326000", "17041326000"]


def test_main_and_sub_columns_are_a_row_each():
    page = """
        <table><tr><th>عنوان خدمت</th><th>شناسه خدمت</th><th>عنوان زیر خدمت</th><th>شناسه زیر خدمت</th></tr>
        <tr><td rowspan=2>مدیریت آب</td><td rowspan=2>13021447000</td><td>صدور پروانه</td><td>13021447100</td></tr>
        <tr><td>تمدید پروانه</td><td>13021447101</td></tr>
        <tr><td>مدیریت خاک</td><td>13021448000</td><td>آزمایش خاک</td><td>13021448100</td></tr></table>
    """
    document = document_of(page, "list.html")

    assert rows_of(document) == [
        ("مدیریت آب", "13021447000"),
        ("صدور پروانه", "13021447100"),
        ("تمدید پروانه", "13021447101"),
        ("مدیریت خاک", "13021448000"),
        ("آزمایش خاک", "13021448100"),
    ]
    parents = [row.parent_service_id for row in document.services]
    assert parents == [None, "13021447000", "13021447000", None, "13021448000"]


def test_a_list_without_codes_has_its_titles():
    document = printed("{number}- {title}", "فهرست خدمات سازمان نمونه")

    assert rows_of(document) == [(title, None) for title, _ in ROWS]


def test_persian_digits_are_read():
    document = document_of("فهرست خدمات\nصدور پروانه چاه ۱۳۰۲۱۴۴۷۰۰۰\nکارشناسی آب ۱۳۰۲۱۴۴۸۰۰۰\nتقطیر آب ۱۳۰۲۱۴۴۹۰۰۰")

    assert [row.service_id for row in document.services] == ["13021447000", "13021448000", "13021449000"]


def test_one_agency_named_above_the_list_is_the_agency_of_its_rows():
    document = printed("{title} ({code})", "نام دستگاه اجرایی: سازمان آب\nفهرست خدمات")

    assert {row.executive_agency for row in document.services} == {"سازمان آب"}


def test_a_row_keeps_its_own_agency():
    document = document_of("""
        عنوان خدمت\tشناسه خدمت\tنام دستگاه اجرایی
        صدور پروانه چاه\t13021447000\tسازمان آب
        آزمایش خاک\t13021448000\tسازمان خاک
        پایش هوا\t13021449000\tسازمان هوا
    """)

    assert [row.executive_agency for row in document.services] == ["سازمان آب", "سازمان خاک", "سازمان هوا"]


def test_phones_and_dates_around_a_list_are_no_rows():
    document = printed("{title} ({code})", "فهرست خدمات\nتلفن: 02634187105\nتاریخ: 1402/05/12")

    assert rows_of(document) == ROWS


def test_a_main_service_below_its_parts_is_their_parent_too():
    document = document_of("فهرست خدمات\nصدور پروانه (13021447100)\nتمدید پروانه (13021447101)\nآب (13021447000)")

    assert [row.parent_service_id for row in document.services] == ["13021447000", "13021447000", None]


def test_the_header_of_the_next_page_is_no_service():
    head = "عنوان خدمت\tشناسه خدمت"
    document = document_of("\n".join([head, *("\t".join(row) for row in ROWS[:2]), head, "\t".join(ROWS[3])]))

    assert rows_of(document) == [*ROWS[:2], ROWS[3]]


def test_rows_without_codes_name_main_and_sub_services():
    document = document_of("""
        لیست خدمات
        ردیف\tعنوان خدمت\tعنوان زیر خدمت
        1\tصدور مجوز آموزشگاه\tموافقت اصولی
        \t\tتمدید پروانه تاسیس
        2\tآموزش صنایع\t
        تاریخ ویرایش: 1399/09/12
    """)
    titles = [title for title, _ in rows_of(document)]

    assert titles == ["صدور مجوز آموزشگاه", "موافقت اصولی", "تمدید پروانه تاسیس", "آموزش صنایع"]


def test_a_main_service_written_beside_each_of_its_parts_is_one_row():
    document = document_of(
        "ردیف\tنام خدمت کلان\tشناسه خدمت کلان\tنام زیرخدمت\tشناسه زیرخدمت\tدستگاه\n"
        "1\tتسهیلات صیادی\t13022470000\tوام خرید تور\t13022470100\tشیلات مازندران\n"
        "2\tتسهیلات صیادی\t13022470000\tوام تعمیر قایق\t13022470101\tشیلات مازندران\n"
        "3\tآموزش صیادان\t18052471000\t\t\tشیلات مازندران"
    )

    assert [(row.title, row.parent_service_id) for row in document.services] == [
        ("تسهیلات صیادی", None),
        ("وام خرید تور", "13022470000"),
        ("وام تعمیر قایق", "13022470000"),
        ("آموزش صیادان", None),
    ]
    assert {row.executive_agency for row in document.services} == {"شیلات مازندران"}


def test_the_number_of_a_part_is_no_part_of_its_name():
    document = document_of(
        "فهرست خدمات\n1- ارائه آمار جوی   14061500000\n  1-1 آمار ساعتی   14061500100\n  1-2 آمار روزانه   14061500101"
    )

    assert [row.title for row in document.services] == ["ارائه آمار جوی", "آمار ساعتی", "آمار روزانه"]


@cases(
    "words",
    {
        "titles first": ("عنوان", "شناسه", "\t{title}\t{code}"),
        "names and codes": ("نام", "کد", "\t{title}\t{code}"),
        "codes first": ("شناسه", "عنوان", "\t{code}\t{title}"),
    },
)
def test_what_is_merged_over_two_columns_is_said_of_both(words):
    """A header on two rows: «خدمت» over its title and its ID, «زیرخدمت» over those of its parts."""
    first, second, pair = words
    main, *parts = ((title, code) for title, code in ROWS[:3])
    empty = "\t\t"
    lines = [
        "ردیف\tخدمت\t\tزیرخدمت\t\tتاریخ",
        f"\t{first}\t{second}\t{first}\t{second}\t",
        "1" + pair.format(title=main[0], code=main[1]) + pair.format(title=parts[0][0], code=parts[0][1]) + "\t1400",
        empty + pair.format(title=parts[1][0], code=parts[1][1]) + "\t1400",
        "2" + pair.format(title=ROWS[3][0], code=ROWS[3][1]) + empty + "\t1400",
    ]
    document = document_of("\n".join(lines))

    assert rows_of(document) == ROWS
    assert [row.parent_service_id for row in document.services] == PARENTS

"""Sections 1 to 3: title, ID, provider."""

from tests.importing.readers.reading_forms import card_of, cases, document_of, table_of, titled, warned


@cases(
    ("line", "title"),
    {
        "plain": ("عنوان خدمت: صدور پروانه چاه", "صدور پروانه چاه"),
        "another label": ("نام خدمت: صدور پروانه چاه", "صدور پروانه چاه"),
        "service or duty": ("عنوان خدمت/وظیفه: صدور پروانه چاه", "صدور پروانه چاه"),
        "glued to its label": ("عنوان خدمت/وظیفهصدور پروانه چاه", "صدور پروانه چاه"),
        "with its code": ("عنوان خدمت: صدور پروانه چاه (13021447104)", "صدور پروانه چاه"),
        "with its code in words": ("عنوان خدمت: صدور پروانه چاه با کد 13021447104", "صدور پروانه چاه"),
        "quoted": ("عنوان خدمت: «صدور پروانه» چاه", "«صدور پروانه» چاه"),
        "arabic letters": ("عنوان خدمت: صدور پروانه چاه كشاورزي", "صدور پروانه چاه کشاورزی"),
        "a full stop inside": ("عنوان خدمت: صدور پروانه چاه (بند ۲.۱)", "صدور پروانه چاه (بند 2.1)"),
    },
)
def test_the_title_is_what_the_first_box_holds(line, title):
    assert document_of(f"{line}\nنام دستگاه اجرایی: سازمان نمونه\nماهیت خدمت: حاکمیتی").card.title == title


@cases(
    "head",
    {
        "the last line before the first label": "صدور پروانه چاه کشاورزی",
        "below the name of the form": "شناسنامه خدمت\nصدور پروانه چاه کشاورزی",
        "below the name of the table": "جدول (۱)- شناسنامه خدمت\nصدور پروانه چاه کشاورزی",
        "below a path of the site": "صفحه اصلی » خدمات\nصدور پروانه چاه کشاورزی",
        "over a date with its label": "صدور پروانه چاه کشاورزی\nتاریخ به روز رسانی: ۱۴۰۱/۰۷/۲۳",
        "below the words of an agreement": "توافقنامه سطح خدمت\nصدور پروانه چاه کشاورزی\nاین سند برای همه است.",
        "as a heading": "# صدور پروانه چاه کشاورزی\nتاریخ انتشار: ۱۲ مهر",
        "with its code": "صدور پروانه چاه کشاورزی (13021447104)",
        "before the label of its code": "صدور پروانه چاه کشاورزی        شناسه خدمت: 13021447104",
    },
)
def test_a_page_without_label_of_the_title_has_it_above(head):
    document = document_of(f"{head}\nشرح خدمت: رسیدگی به درخواست\nماهیت خدمت: حاکمیتی\nمدارک لازم: فرم درخواست")

    assert document.card.title == "صدور پروانه چاه کشاورزی"


def test_a_sub_service_is_the_service_and_names_its_parent():
    card = card_of("""
        عنوان خدمت: آب کشاورزی
        شناسه خدمت: 13021447000
        عنوان زیر خدمت: صدور پروانه چاه
        شناسه زیر خدمت: 13021447104
        نام دستگاه اجرایی: سازمان نمونه
    """)

    assert (card.title, card.service_id) == ("صدور پروانه چاه", "13021447104")
    assert (card.parent_service_title, card.parent_service_id) == ("آب کشاورزی", "13021447000")


@cases(
    "line",
    {
        "plain": "شناسه خدمت: 13021447104",
        "code": "کد خدمت: 13021447104",
        "persian digits": "شناسه خدمت: ۱۳۰۲۱۴۴۷۱۰۴",
        "groups": "شناسه خدمت: 1302 1447 104",
        "next line": "شناسه خدمت\n13021447104",
        "in parentheses": "شناسه خدمت: (13021447104)",
        "under the bare word": "شناسه: 13021447104",
        "after the instruction": "شناسه خدمت (این فیلد توسط سازمان تکمیل می شود)\n13021447104",
    },
)
def test_an_id_of_eleven_digits_is_read(line):
    assert titled(line).card.service_id == "13021447104"


@cases(
    ("text", "code"),
    {
        "pending": ("در حال اخذ", "id_text"),
        "ten digits": ("1012656000", "id_shape"),
        "twelve digits": ("130316670102", "id_shape"),
        "a phone": ("02634187105", "id_shape"),
        "an account": ("2176459001009", "id_shape"),
        "words": ("ندارد و درخواست شده", "id_text"),
    },
)
def test_what_is_no_id_in_the_box_is_warned_of_and_never_mended(text, code):
    document = titled(f"شناسه خدمت: {text}")

    assert document.card.service_id is None
    assert document.card.local_id is None
    assert (code, "card.service_id") in warned(document)


@cases(
    "text",
    {
        "instruction": "(این فیلد توسط سازمان مدیریت و برنامه ریزی کشور تکمیل می شود)",
        "dots": "....................",
        "nothing": "",
    },
)
def test_an_empty_box_of_the_id_is_no_fault(text):
    document = titled(f"شناسه خدمت: {text}")

    assert document.card.service_id is None
    assert warned(document) == set()


@cases("local", {"number": "42", "digit": "5", "letters and slashes": "KHJ/030/205/1-1", "letters": "FR-12"})
def test_a_local_code_is_kept_apart(local):
    card = titled(f"شناسه خدمت: {local}").card

    assert (card.local_id, card.service_id) == (local, None)


@cases("line", {"phone": "شماره تماس: 12345678901", "account": "شماره حساب: 12345678901"})
def test_eleven_digits_elsewhere_are_no_id(line):
    assert titled(line).card.service_id is None


@cases(
    "rows",
    {
        "executive": ["نام دستگاه اجرایی: سازمان آب", "نام دستگاه مادر: وزارت نیرو"],
        "next lines": ["نام دستگاه اجرایی", "سازمان آب", "نام دستگاه مادر", "وزارت نیرو"],
        "one row": ["نام دستگاه اجرایی\tسازمان آب\tنام دستگاه مادر\tوزارت نیرو"],
        "one line": ["نام دستگاه اجرایی: سازمان آب  نام دستگاه مادر: وزارت نیرو"],
        "form of the 1380s": ["دستگاه ارائه دهنده خدمت: وزارت نیرو", "شرکت ارائه دهنده خدمت: سازمان آب"],
        "provider": ["ارائه دهنده خدمت (نام دستگاه اجرایی): سازمان آب", "دستگاه مادر: وزارت نیرو"],
        "arabic letters": ["نام دستگاه اجرايي: سازمان آب", "نام دستگاه مادر: وزارت نيرو"],
    },
)
def test_provider_and_parent_are_told_apart(rows):
    card = document_of("\n".join(["عنوان خدمت: صدور پروانه چاه", *rows, "شرح خدمت: رسیدگی"])).card

    assert (card.executive_agency, card.parent_agency) == ("سازمان آب", "وزارت نیرو")


@cases("text", {"a dash": "-", "dots": ".........", "none": "ندارد", "nothing": ""})
def test_a_parent_that_nobody_named_is_none(text):
    assert titled(f"نام دستگاه مادر: {text}", "شرح خدمت: رسیدگی").card.parent_agency is None


@cases("text", {"a dash": "-", "dots": ".........", "none": "ندارد"})
def test_a_filler_is_warned_of(text):
    assert ("filler", "card.parent_agency") in warned(titled(f"نام دستگاه مادر: {text}"))


def test_the_text_below_a_filler_does_not_take_its_place():
    assert titled("نام دستگاه مادر: -", "متن آزاد").card.parent_agency is None


def test_a_row_number_is_not_the_answer_of_a_label_at_the_end_of_its_row():
    document = table_of("1 | سازمان نمونه", "2 | نام دستگاه مادر", "3 | ماهیت خدمت | حاکمیتی")

    assert document.card.parent_agency != "2"


@cases(
    "form",
    {
        "label behind its value": "<td>سازمان آب</td><td>نام دستگاه مادر</td>",
        "label before its value": "<td>نام دستگاه مادر</td><td>سازمان آب</td>",
        "an empty cell between": "<td>نام دستگاه مادر</td><td></td><td>سازمان آب</td>",
        "label over two rows": "<td rowspan=2>نام دستگاه مادر</td><td>سازمان آب</td></tr><tr><td></td>",
    },
)
def test_a_cell_answers_the_label_beside_it(form):
    head = "<tr><td>عنوان خدمت</td><td>صدور پروانه چاه</td></tr>"
    foot = "<tr><td>ماهیت خدمت</td><td>حاکمیتی</td></tr>"

    card = card_of(f"<table>{head}<tr>{form}</tr>{foot}</table>", "form.html")

    assert card.parent_agency == "سازمان آب"


@cases("line", {"national": "شناسه ملی", "payment": "شناسه پرداخت", "economic": "کد اقتصادی", "postal": "کد پستی"})
def test_other_numbers_of_eleven_digits_are_no_id(line):
    assert titled(f"{line}: 14003456789", "شرح خدمت: رسیدگی").card.service_id is None


def test_an_id_with_a_letter_typed_in_it_is_damaged_and_not_local():
    document = titled("شناسه خدمت: 13O21447104")

    assert (document.card.service_id, document.card.local_id) == (None, None)

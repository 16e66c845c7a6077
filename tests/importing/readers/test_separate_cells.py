"""What a form prints in cells and lines of their own: options, periods, columns of a list, codes of documents."""

from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.reading_forms import cases, contract_of, document_of, table_of, titled

AGENCY = "نام دستگاه اجرایی | سازمان نمونه"
PERIODS = {"boxes before": "☐ | ماه | ☐ | فصل | ☑ | سال", "boxes behind": "ماه | ☐ | فصل | ☐ | سال | ☑"}


@cases("boxes", PERIODS)
def test_a_period_in_the_cell_beside_its_box_is_read(boxes):
    document = table_of(f"آمار تعداد خدمت گیرندگان | 1,850 | در | {boxes}")

    assert document.card.recipients.model_dump() == {"count": 1850, "per": "year"}


def test_the_words_before_the_boxes_of_the_period_do_not_ask_for_the_audience():
    card = table_of("آمار تعداد خدمت گیرندگان | 45 | خدمت گیرندگان در | ☐ ماه | ☑ فصل | ☐ سال").card

    assert card.recipients.model_dump() == {"count": 45, "per": "season"}
    assert card.audience is None


@cases("boxes", PERIODS)
def test_times_in_a_cell_of_their_own_go_with_the_boxes_behind_them(boxes):
    frequency = table_of(f"تواتر | ☐ یکبار برای همیشه | 3 بار در | {boxes}").card.frequency

    assert frequency.model_dump() == {"once": False, "times": 3, "per": "year"}


def test_cells_are_a_gap_that_shows_to_which_option_a_lone_star_belongs():
    frequency = table_of(AGENCY, "تواتر | 12 بار در | ماه | فصل | * سال").card.frequency

    assert (frequency.times, frequency.per) == (12, "year")


@cases(
    "rows",
    {
        "boxes before": ("الگوی خدمت | ☐ | ثبت وقایع و اطلاعات", " | ☑ | ارائه تسهیلات حمایتی"),
        "boxes behind": ("الگوی خدمت | ثبت وقایع و اطلاعات | ☐", " | ارائه تسهیلات حمایتی | ☑"),
    },
)
def test_the_pattern_of_the_service_is_the_ticked_one_of_its_rows(rows):
    assert table_of(AGENCY, *rows).card.service_pattern == "ارائه تسهیلات حمایتی"


def test_other_with_its_words_is_an_option_of_its_row():
    card = table_of("رویداد مرتبط با | بیمه | ☐", " | سایر: سیل و زلزله | ☑").card

    assert (card.life_events, card.life_event_text) == (["other"], "سیل و زلزله")


def test_the_box_of_the_row_of_a_free_amount_is_that_of_electronic_payment():
    card = table_of("هزینه ارائه خدمت | مبلغ (مبالغ) | پرداخت بصورت الکترونیک", " | رایگان | ☐").card

    assert card.cost.free is True


def test_the_box_behind_electronic_payment_at_the_end_of_a_line_is_its_own():
    card = titled("هزینه ارائه خدمت: مبلغ: 2,500 ریال  شماره حساب: 2176459001009  پرداخت بصورت الکترونیک ☑").card

    assert card.cost.items[0].electronic is True


def test_a_form_to_download_may_be_called_form_number_one():
    card = titled("فرم های قابل دانلود:", "فرم شماره یک بیمه بیکاری", "ساعات ارائه خدمت: 7 تا 14").card

    assert card.forms == "فرم شماره یک بیمه بیکاری"
    assert card.service_hours == "7 تا 14"


def test_the_name_of_a_channel_is_no_value_of_the_label_behind_it():
    card = table_of(AGENCY, "تلفن گویا یا مرکز تماس | فرم های قابل دانلود").card

    assert card.forms is None


def test_names_stand_below_their_ids_where_the_header_names_the_id_first():
    head = ["فهرست خدمات", "شناسه خدمت", "عنوان خدمت", "شناسنامه"]
    rows = ["13021194000", "صدور مجوز دامداری", "13021194100", "تمدید مجوز دامداری", "13021187000", "تعیین کاربری"]

    services = document_of("\n".join([*head, *rows])).services

    assert [(service.service_id, service.title) for service in services] == list(
        zip(rows[::2], rows[1::2], strict=True)
    )


def test_documents_of_a_permit_have_codes_and_each_action_its_time():
    issue = ["صدور", "مدارک مورد نیاز", "کد 10001 - کارت ملی", "کد 10002 - شناسنامه", "زمان صدور: 30 روز"]
    renew = ["تمدید", "مدارک مورد نیاز", "کد 10001 - کارت ملی", "زمان تمدید: 10 روز"]
    page = "\n".join(["مجوز تاسیس آموزشگاه", "مرجع صدور مجوز: پلیس", *issue, *renew])

    first, second = contract_of(document_of(page))["permits"]

    assert "شناسنامه" in first["documents"]
    assert (first["duration"]["value"], second["duration"]["value"]) == (30, 10)


@cases(
    ("row", "field", "values"),
    {
        "type": ("نوع خدمت | G2C | G2B", "service_type", ["G2B"]),
        "level": ("سطح | ملی | استانی", "level", ["provincial"]),
    },
)
def test_a_row_of_marks_belongs_to_the_options_above_them(row, field, values):
    card = table_of(AGENCY, row, " | ☐ | ☑").card

    assert getattr(card, field) == values


def test_a_bare_number_has_the_unit_of_its_label():
    duration = titled("زمان ارائه خدمت (روز کاری): 20").card.average_duration

    assert (duration.value, duration.unit, duration.working) == (20, "day", True)


def test_columns_headed_by_one_word_are_those_of_cards():
    head = "عنوان;شناسه خدمت;نوع;ماهیت;سطح;مدت (روز);مراجعه"
    rows = ["معاینه بالینی;12031554101;G2C;حاکمیتی;استانی;3;2", "کالبدگشایی;12031554102;G2G;حاکمیتی;ملی;30;1"]
    rows.append("جمع;;;;;33;3")

    first, second = read_bytes("\n".join([head, *rows]).encode(), "cards.csv")

    assert [first.card.title, second.card.title] == ["معاینه بالینی", "کالبدگشایی"]
    assert (second.card.service_type, second.card.average_duration.value, second.card.visits.count) == (["G2G"], 30, 1)


def test_the_page_of_a_permit_may_ask_for_its_validity_by_one_word():
    issue = "<h2>صدور</h2><table><tr><td>اعتبار</td><td>60 ماه</td></tr></table>"
    page = f"<h1>پروانه بهره برداری معدن</h1><p>مرجع صدور: سازمان صمت</p>{issue}"

    document = document_of(page, "permit.html")

    assert document.kind == "permit_list"
    assert document.permits[0].validity == "60 ماه"


def test_a_box_before_once_for_all_is_where_its_answer_stands():
    document = table_of(AGENCY, "تواتر | ☐ یکبار برای همیشه")

    assert document.card.frequency.once is False
    assert document.trace["card.frequency.once"].raw == "☐ یکبار برای همیشه"

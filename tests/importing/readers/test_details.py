"""Sections 4 and 5 but for the cost: choices, lists, times, counts."""

from tests.importing.readers.reading_forms import cases, titled, warned

DURATION = "متوسط مدت زمان ارایه خدمت: "
VISITS = "تعداد بار مراجعه حضوری: "
PEOPLE = "آمار تعداد خدمت گیرندگان: "


@cases(
    ("line", "field", "value"),
    {
        "type": ("نوع خدمت: ☑ خدمت به شهروندان (G2C) ☐ خدمت به کسب و کار (G2B)", "service_type", ["G2C"]),
        "type written": ("نوع خدمت: G2C و G2B", "service_type", ["G2C", "G2B"]),
        "nature": ("ماهیت خدمت: ☐ حاکمیتی ☑ تصدی گری", "nature", "operational"),
        "nature behind": ("ماهیت خدمت: حاکمیتی ☒ تصدی گری □", "nature", "sovereign"),
        "level": ("سطح خدمت: ☑ ملی ☐ منطقه ای ☑ استانی ☐ شهری ☐ روستایی", "level", ["national", "provincial"]),
        "country": ("سطح خدمت: ملی (فقط ستاد) ☐ کشوری ☑", "level", ["country"]),
        "event": ("رویداد مرتبط با: ☐ تولد ☐ آموزش ☑ کسب و کار", "life_events", ["business"]),
        "trigger": ("نحوه آغاز خدمت: ☑ تقاضای گیرنده خدمت ☐ تشخیص دستگاه", "start_trigger", ["request"]),
        "permit": ("خدمت منجر به صدور مجوز: ☑ بله ☐ خیر", "leads_to_permit", True),
        "no permit": ("آیا خدمت منجر به صدور مجوز می شود؟ خیر", "leads_to_permit", False),
    },
)
def test_a_choice_is_read(line, field, value):
    document = titled(line)

    assert getattr(document.card, field) == value
    assert document.undecided == []


@cases(
    ("line", "types", "audience"),
    {
        "codes": ("نوع مخاطب (G2C/G2B): G2C و G2B", ["G2C", "G2B"], None),
        "people": ("نوع مخاطبین: کشاورزان", [], "کشاورزان"),
        "people with a code": ("نوع مخاطبین: کشاورزان (G2C)", ["G2C"], "کشاورزان (G2C)"),
    },
)
def test_codes_of_types_are_no_audience(line, types, audience):
    card = titled(line).card

    assert (card.service_type, card.audience) == (types, audience)


@cases(
    ("line", "field", "text"),
    {
        "other event": ("رویداد مرتبط با: ☐ تولد ☑ سایر: مهاجرت", "life_event_text", "مهاجرت"),
        "named date": ("نحوه آغاز خدمت: ☑ فرارسیدن زمانی مشخص: مهر هر سال", "start_trigger_text", "مهر هر سال"),
        "named event": ("نحوه آغاز خدمت: ☐ تشخیص دستگاه ☑ رخداد رویدادی مشخص: سیل", "start_trigger_text", "سیل"),
        "other trigger": ("نحوه آغاز خدمت: ☐ تشخیص دستگاه ☑ سایر: رأی دادگاه", "start_trigger_text", "رأی دادگاه"),
    },
)
def test_the_words_of_other_are_kept(line, field, text):
    assert getattr(titled(line).card, field) == text


@cases(
    ("lines", "values"),
    {
        "a line each": (["مدارک لازم:", "فرم درخواست", "کارت ملی"], ["فرم درخواست", "کارت ملی"]),
        "numbers": (["مدارک لازم: 1- فرم درخواست 2- کارت ملی"], ["فرم درخواست", "کارت ملی"]),
        "bullets": (["مدارک مورد نیاز", "• فرم درخواست", "• کارت ملی"], ["فرم درخواست", "کارت ملی"]),
        "one": (["مدارک لازم: فرم درخواست و کارت ملی"], ["فرم درخواست و کارت ملی"]),
        "photos": (["مدارک لازم: 1- فرم درخواست 2- عکس 4*3"], ["فرم درخواست", "عکس 4*3"]),
        "in a cell": (["مدارک لازم\t1- فرم درخواست 2- کارت ملی"], ["فرم درخواست", "کارت ملی"]),
    },
)
def test_documents_are_a_list(lines, values):
    assert titled(*lines, "ماهیت خدمت: حاکمیتی").card.documents == values


def test_laws_keep_their_dates_and_articles():
    card = titled("قوانین و مقررات بالادستی: 1- قانون معادن مصوب 1390/8/22 2- آیین نامه ماده 12", "ماهیت خدمت:").card

    assert card.laws == ["قانون معادن مصوب 1390/8/22", "آیین نامه ماده 12"]


@cases("text", {"none": "ندارد", "a dash": "-", "nothing": "", "dots": "....."})
def test_no_documents_are_no_list(text):
    assert titled(f"مدارک لازم: {text}", "ماهیت خدمت: حاکمیتی").card.documents == []


@cases(
    ("text", "duration"),
    {
        "days": ("20 روز", {"value": 20, "unit": "day"}),
        "working days": ("20 روز کاری", {"value": 20, "unit": "day", "working": True}),
        "a range": ("۱۰ تا ۱۵ روز", {"min": 10, "max": 15, "unit": "day"}),
        "at least": ("حداقل ۲ ماه", {"min": 2, "unit": "month"}),
        "at most": ("حداکثر ۲ هفته", {"max": 2, "unit": "week"}),
        "one visit": ("۱۰ دقیقه در هر مراجعه", {"value": 10, "unit": "minute", "basis": "visit"}),
        "words": ("بسته به پرونده", {}),
    },
)
def test_the_average_duration_is_read(text, duration):
    said = titled(DURATION + text).card.average_duration

    assert said.model_dump(exclude_none=True, exclude={"text"}) == duration
    assert said.text


@cases(
    ("text", "visits"),
    {
        "a count": ("2 بار", {"count": 2}),
        "in words": ("یک بار", {"count": 1}),
        "a range": ("1 الی 2 بار", {"count": 1, "max": 2}),
        "at most": ("حداکثر 3 بار", {"max": 3}),
        "both bounds": ("حداقل 1 و حداکثر 3 بار", {"count": 1, "max": 3}),
        "none": ("بدون مراجعه", {"count": 0}),
        "without need": ("بدون نیاز به مراجعه", {"count": 0}),
        "none needed": ("نیاز به مراجعه نیست", {"count": 0}),
        "not necessary": ("مراجعه حضوری لازم نیست", {"count": 0}),
        "without necessity": ("ضرورتی ندارد", {"count": 0}),
        "none at all": ("ندارد", {"count": 0}),
        "zero": ("0", {"count": 0}),
        "zero in words": ("صفر", {"count": 0}),
        "from afar": ("غیرحضوری", {"count": 0}),
        "it depends": ("بر حسب مورد", {}),
    },
)
def test_visits_are_counted(text, visits):
    assert titled(VISITS + text).card.visits.model_dump(exclude_none=True, exclude={"text"}) == visits


def test_what_is_counted_may_stand_behind_the_label():
    assert titled("مراجعه حضوری (بار): ۲").card.visits.count == 2


def test_people_a_day_are_no_visits():
    document = titled(VISITS + "۱۰-۲۰ نفر در روز")

    assert (document.card.visits.count, document.card.visits.max) == (None, None)
    assert ("wrong_kind", "card.visits") in warned(document)


def test_a_number_of_page_views_is_no_visit():
    assert titled("تعداد بازدید: 1250").card.visits.count is None


@cases(
    ("text", "count", "per"),
    {
        "box before": ("۱۲۰۰ خدمت گیرندگان در: ☐ ماه ☐ فصل ☑ سال", 1200, "year"),
        "box behind": ("300 خدمت گیرندگان در: ماه ☑ فصل ☐ سال ☐", 300, "month"),
        "words": ("1200 نفر در سال", 1200, "year"),
        "number in words": ("پنج هزار نفر در ماه", 5000, "month"),
        "grouped": ("۱۲٬۵۰۰ نفر در فصل", 12500, "season"),
        "only the count": ("1200", 1200, None),
        "no tick": ("۱۲۰۰ خدمت گیرندگان در: ☐ ماه ☐ فصل ☐ سال", 1200, None),
        "damaged month": ("40 خدمت گیرندگان در: ☑ م ☐ فصل ☐ سال", 40, "month"),
    },
)
def test_recipients_are_counted_by_period(text, count, per):
    said = titled(PEOPLE + text).card.recipients

    assert (said.count, said.per) == (count, per)


def test_the_period_may_stand_in_the_label():
    said = titled("تعداد خدمت گیرندگان در سال: 5000").card.recipients

    assert (said.count, said.per) == (5000, "year")


@cases("text", {"dots": "..... خدمت گیرندگان در: ☐ ماه ☐ فصل ☐ سال", "unknown": "نامشخص", "nothing": ""})
def test_recipients_that_nobody_counted_are_none(text):
    assert titled(PEOPLE + text, "ماهیت خدمت: حاکمیتی").card.recipients.count is None


@cases(
    ("line", "frequency"),
    {
        "once, box before": ("تواتر: ☑ یکبار برای همیشه", {"once": True}),
        "once, box behind": ("تواتر: یکبار برای همیشه ☑", {"once": True}),
        "once, in the next cell": ("تواتر\tیکبار برای همیشه ☑", {"once": True}),
        "not once": (
            "تواتر: ☐ یکبار برای همیشه    ۲ بار در: ☐ ماه ☐ فصل ☑ سال",
            {"once": False, "times": 2, "per": "year"},
        ),
        "times in words": ("تواتر: یک بار در سال", {"times": 1, "per": "year"}),
        "times": ("تواتر: 3 بار در ماه", {"times": 3, "per": "month"}),
        "written once": ("تواتر\tیک بار برای همیشه", {"once": True}),
        "printed dots": ("☐ یکبار برای همیشه ..... بار در: ☐ ماه ☐ فصل ☐ سال", {"once": False}),
        "an adverb": ("تواتر: سالانه", {"per": "year"}),
    },
)
def test_the_frequency_is_read(line, frequency):
    assert titled(line).card.frequency.model_dump(exclude_none=True) == frequency


@cases(
    ("line", "field", "value"),
    {
        "pattern": ("الگوی خدمت: احراز صلاحیت و اعتبارسنجی", "service_pattern", "احراز صلاحیت و اعتبارسنجی"),
        "hours": ("ساعات ارائه خدمت: ۸ تا ۱۴", "service_hours", "8 تا 14"),
        "unit": ("واحد پاسخگو: اداره مجوزها", "responsible_unit", "اداره مجوزها"),
        "maturity": ("سطح بلوغ خدمت: تراکنشی", "maturity", "تراکنشی"),
        "complaint": ("لینک شکایت: http://example.ir/c", "complaint_url", "http://example.ir/c"),
        "agreement": ("توافقنامه سطح خدمت: www.example.ir/sla", "sla_url", "www.example.ir/sla"),
        "url": ("آدرس دقیق و مستقیم خدمت در وبگاه: www.example.ir", "url", "www.example.ir"),
        "url mended": ("آدرس اینترنتی خدمت: http//example.ir/1", "url", "http://example.ir/1"),
        "system": ("نام سامانه مربوط به خدمت: سامانه سماک", "system_name", "سامانه سماک"),
        "audience": ("نوع مخاطبین: کشاورزان و دامداران", "audience", "کشاورزان و دامداران"),
    },
)
def test_a_box_of_text_is_kept(line, field, value):
    assert getattr(titled(line).card, field) == value


@cases("text", {"capitals": "WWW.", "scheme": "http://", "dots": "www......."})
def test_a_printed_prefix_is_no_address(text):
    document = titled(f"آدرس دقیق و مستقیم خدمت در وبگاه: {text}")

    assert document.card.url is None
    assert ("placeholder", "card.url") in warned(document)


def test_a_maturity_in_the_box_of_the_type_is_not_made_a_type():
    document = titled("نوع خدمت: تعاملی")

    assert document.card.service_type == []
    assert ("wrong_kind", "card.service_type") in warned(document)


def test_an_email_is_no_address_of_the_service():
    assert titled("آدرس اینترنتی خدمت: info@example.ir").card.url is None


@cases(
    ("text", "frequency"),
    {
        "once a year": ("سالی یک بار", {"times": 1, "per": "year"}),
        "an adverb and a number": ("سالانه ۲ بار", {"times": 2, "per": "year"}),
        "every month": ("هر ماه یکبار", {"times": 1, "per": "month"}),
        "a word that is no rate": ("نامحدود", {}),
        "every six months": ("هر شش ماه یکبار", {}),
    },
)
def test_a_rate_in_one_phrase_is_read(text, frequency):
    assert titled(f"تواتر: {text}").card.frequency.model_dump(exclude_none=True) == frequency


def test_the_period_on_a_line_of_its_own_is_no_audience():
    card = titled("آمار تعداد خدمت گیرندگان", "خدمت گیرندگان در:   □ ماه   ■ فصل   □ سال").card

    assert (card.recipients.per, card.audience) == ("season", None)


@cases(
    "lines",
    {
        "a line each": ["الگوی خدمت:", "☐ احراز صلاحیت", "☑ نظارت و پایش", "☐ آمار"],
        "items": ["الگوی خدمت:", "• ☐ احراز صلاحیت", "• ☑ نظارت و پایش", "• ☐ آمار"],
        "items, marks behind": ["الگوی خدمت:", "• احراز صلاحیت ☐", "• نظارت و پایش ☑", "• آمار ☐"],
        "one line, marks before": ["الگوی خدمت: ☐ احراز صلاحیت ☑ نظارت و پایش ☐ آمار"],
        "one line, marks behind": ["الگوی خدمت: احراز صلاحیت ☐ نظارت و پایش ☑ آمار ☐"],
    },
)
def test_of_a_pattern_with_boxes_only_the_ticked_is_kept(lines):
    assert titled(*lines).card.service_pattern == "نظارت و پایش"


def test_a_pattern_with_empty_boxes_is_not_said():
    assert titled("الگوی خدمت:", "☐ احراز صلاحیت", "☐ آمار").card.service_pattern is None


@cases(
    ("lines", "url"),
    {
        "an address": (["آدرس: https://example.ir   تلفن: 02112345678"], "https://example.ir"),
        "a street": (["آدرس: تهران، خیابان نمونه"], None),
        "a better label": (["آدرس: www.other.ir", "آدرس اینترنتی خدمت: www.example.ir"], "www.example.ir"),
    },
)
def test_a_plain_address_is_that_of_the_service_where_no_other_is_given(lines, url):
    assert titled(*lines).card.url == url

"""How rules read a form: what is blank, in doubt, a span, a place; what a box is called; how a value is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.form import StageAccess
from khedmat.cards.rules import reading
from khedmat.cards.rules.engine import RULES
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.places import is_national, is_provincial, place_in, province_in
from khedmat.cards.rules.quantities import names_number, names_unit, span_hours
from khedmat.cards.rules.rule import LONGEST, Breach, Rule, finding
from tests.cards.rules.example import example

DAY = 24.0
SPANS = [
    ("30 دقیقه", 0.5),
    ("نیم ساعت", None),
    ("یک ساعت", 1),
    ("۸ ساعت کاری", 8),
    ("یکی دو روز", 2 * DAY),
    ("3روز", 3 * DAY),
    ("۳ روز", 3 * DAY),
    ("٣ روز", 3 * DAY),
    ("سه‌روز", 3 * DAY),
    ("سه روز کاری", 3 * DAY),
    ("ده روزکاری", 10 * DAY),
    ("پانزده روز", 15 * DAY),
    ("بیست روز", 20 * DAY),
    ("دو هفته", 14 * DAY),
    ("یک ماه", 30 * DAY),
    ("6 ماه", 180 * DAY),
    ("شش ماهه", 180 * DAY),
    ("۲ تا ۶ ماه", 180 * DAY),
    ("از 10 روز تا 2 ماه", 60 * DAY),
    ("یک سال", 365 * DAY),
    ("یکساله", 365 * DAY),
    ("دو سال (قابل تمدید)", 730 * DAY),
    ("صد روز", 100 * DAY),
    ("0 روز", 0),
    ("روزانه", None),
    ("ماه", None),
    ("۱۲", None),
    ("دائم", None),
    ("تا پایان سال جاری", None),
    ("", None),
]
PROVINCES = [
    ("استان یزد", "یزد"),
    ("شهرستان‌های یزد و میبد", "یزد"),
    ("استان مرکزی", "مرکزی"),
    ("بیمه مرکزی", None),
    ("دفتر مرکزی شرکت", None),
    ("استان فارس", "فارس"),
    ("خلیج فارس", None),
    ("زبان فارسی", None),
    ("استان البرز", "البرز"),
    ("کوه‌های البرز", None),
    ("خراسان رضوی", "خراسان رضوی"),
    ("خراسان", None),
    ("آذربایجان شرقی", "آذربایجان شرقی"),
    ("اذربايجان غربي", "آذربایجان غربی"),
    ("سیستان‌وبلوچستان", None),
    ("سیستان و بلوچستان", "سیستان و بلوچستان"),
    ("تهرانپارس", None),
    ("کرمانشاه", "کرمانشاه"),
    ("قم", "قم"),
    ("قمقمه", None),
    ("", None),
]
PLACES = [
    ("شهرستان میبد", True),
    ("شهر تفت", True),
    ("روستای ده‌بالا", True),
    ("شهرداری میبد", True),
    ("بندر انزلی", True),
    ("منطقه آزاد کیش", True),
    ("استان یزد", True),
    ("شهرستان مربوطه", False),
    ("شهر محل سکونت", False),
    ("شهرهای کشور", False),
    ("شهرستان‌های تابعه", False),
    ("استان", False),
    ("شهر و روستا", False),
    ("همه استان‌ها", False),
    ("", False),
]
LABELS = [
    ("card.title", "عنوان خدمت"),
    ("card.documents.0", "مدارک لازم، ردیف ۱"),
    ("card.stages", "نحوهٔ دسترسی (چهار مرحله)"),
    ("card.stages.request", "درخواست خدمت"),
    ("card.stages.delivery.channels", "ارائهٔ خدمت، رسانه‌ها"),
    ("card.external_inquiries.2.modes", "ارتباط با دستگاه‌های دیگر، ردیف ۳، شیوهٔ تبادل"),
    ("card.cost.items.11", "هزینهٔ ارائهٔ خدمت، ردیف ۱۲"),
    ("permits.0.applicants", "فرم شمارهٔ یک، ردیف ۱، متقاضی مجوز"),
    ("inquiries.4", "فرم شمارهٔ دو، ردیف ۵"),
    ("services.0.title", "فهرست خدمات، ردیف ۱"),
    ("no.such.box", ""),
    ("", ""),
]
SHOWN = [
    (5, "۵"),
    (1234567, "۱٬۲۳۴٬۵۶۷"),
    (0.5, "۰.۵"),
    (3.0, "۳"),
    ("12 روز", "۱۲ روز"),
    ("G2B", "G2B"),
    ("https://a1.ir/2?x=3", "https://a1.ir/2?x=3"),
    ("www.a1.ir", "www.a1.ir"),
    ("info@a1.ir", "info@a1.ir"),
    (["یک", "2"], "«یک»، «۲»"),
    ([], ""),
    (None, "None"),
    ("100%", "۱۰۰%"),
]


def shown(value: object) -> str:
    rule = Rule(
        id="Z", severity="N", fields=("card",), message="%(value)s", fix="-", example="-", condition=lambda _: []
    )
    return finding(rule, Breach("card", {"value": value})).message


@pytest.mark.parametrize(("text", "hours"), SPANS)
def test_the_longest_span_that_a_text_names_is_read(text, hours):
    assert span_hours(text) == (None if hours is None else pytest.approx(hours))


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("۵ روز", True, True),
        ("پنج", False, True),
        ("روز", True, False),
        ("نه، ندارد", False, False),
        ("سی روز", True, False),
        ("ساعتی", True, False),
        ("", False, False),
    ],
)
def test_units_and_numbers_are_seen_in_words_and_figures(text, unit, number):
    assert (names_unit(text), names_number(text)) == (unit, number)


@pytest.mark.parametrize(("text", "province"), PROVINCES)
def test_a_province_is_read_by_its_name_and_not_within_other_words(text, province):
    assert province_in(text) == province


@pytest.mark.parametrize(("text", "named"), PLACES)
def test_a_place_has_a_name(text, named):
    assert bool(place_in(text)) == named


@pytest.mark.parametrize(
    ("agency", "national", "provincial"),
    [
        ("سازمان ثبت احوال کشور", True, False),
        ("شرکت گاز استان یزد", False, True),
        ("وزارت کشاورزی نوین", True, False),
        ("سازمان ملی فضای سبز", True, False),
        ("اداره باغبانی استان یزد", False, True),
        ("شهرداری میبد", False, False),
        ("شرکت شهرک‌های کل کشور", True, False),
        ("", False, False),
    ],
)
def test_how_far_an_agency_reaches_is_in_the_register_or_in_its_name(agency, national, provincial):
    assert (bool(is_national(agency)), bool(is_provincial(agency))) == (national, provincial)


@pytest.mark.parametrize("text", [None, "", "  ", "...", "…", "---", "ـــ", "،", "\u200c", "(   )", "«»", "_____"])
def test_dots_dashes_and_blanks_say_nothing(text):
    assert reading.blank(text)


@pytest.mark.parametrize("text", ["0", "ندارد", "-1", "x", ". الف ."])
def test_a_letter_or_a_figure_says_something(text):
    assert not reading.blank(text)


@pytest.mark.parametrize(
    ("lost", "asked", "in_doubt"),
    [
        ("level", "level", True),
        ("card.level", "level", True),
        ("stages", "stages.request.electronic", True),
        ("stages.request.electronic", "stages.request", True),
        ("stages.request.electronic", "stages.request.channels", False),
        ("stages.request", "stages.requests", False),
        ("cost", "cost.items", True),
        ("costs", "cost", False),
        ("permits.0", "level", False),
    ],
)
def test_a_doubt_touches_its_box_its_parts_and_what_it_is_part_of(lost, asked, in_doubt):
    assert reading.doubtful(example(undecided=[lost]), asked) == in_doubt


@pytest.mark.parametrize(
    ("stage", "attends", "untouched", "reason"),
    [
        ({}, False, True, False),
        ({"electronic": False, "non_electronic": False}, False, True, False),
        ({"electronic": True}, False, False, False),
        ({"non_electronic": True}, True, False, False),
        ({"visit_levels": ["county"]}, True, False, False),
        ({"visit_reasons": ["identity"]}, False, False, True),
        ({"visit_reason_text": "..."}, False, True, False),
        ({"visit_reason_text": "آزمون"}, False, False, True),
        ({"channel_other_text": "باجه"}, False, False, False),
    ],
)
def test_a_stage_is_read_by_its_marks(stage, attends, untouched, reason):
    access = StageAccess(**stage)

    assert bool(reading.attends(access)) == attends
    assert reading.is_untouched(access) == untouched
    assert bool(reading.gives_reason(access)) == reason


@pytest.mark.parametrize(("path", "name"), LABELS)
def test_a_box_is_called_as_on_the_form_with_its_row(path, name):
    assert field_label(path) == name


@pytest.mark.parametrize("field", sorted({field for rule in RULES for field in rule.fields} - {"*"}))
def test_every_field_that_a_rule_speaks_of_has_a_name(field):
    assert field_label(field.replace(".*", ".0").replace("stages.0", "stages.request"))


@pytest.mark.parametrize(("value", "text"), SHOWN)
def test_a_value_is_shown_as_people_read_it(value, text):
    assert shown(value) == text


@given(st.text(max_size=400))
def test_whatever_was_read_is_shown_whole_or_cut_to_length(text):
    assert len(shown(text)) <= LONGEST
    assert shown(text).endswith("…") or len(shown(text)) == len(text)

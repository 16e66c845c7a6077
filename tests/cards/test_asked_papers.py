"""A paper and the condition under which it is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.asked_papers import asked

CONDITIONED = [
    ("وکالت‌نامه (در صورت مراجعه وکیل)", "وکالت‌نامه", "در صورت مراجعه وکیل"),
    ("گواهی عدم سوء پیشینه در صورت نیاز به استعلام", "گواهی عدم سوء پیشینه", "در صورت نیاز به استعلام"),
    ("برای اشخاص حقوقی: اساسنامه و آگهی تأسیس", "اساسنامه و آگهی تأسیس", "برای اشخاص حقوقی"),
    ("کارت پایان خدمت، برای آقایان", "کارت پایان خدمت", "برای آقایان"),
    ("کارت پایان خدمت (ویژه آقایان)", "کارت پایان خدمت", "ویژه آقایان"),
    ("اجاره‌نامه، چنانچه ملک استیجاری باشد", "اجاره‌نامه", "چنانچه ملک استیجاری باشد"),
    ("در صورتی که ملک مشاع است، رضایت‌نامه شریکان", "رضایت‌نامه شریکان", "در صورتی که ملک مشاع است"),
]
WHOLE = [
    "اصل و تصویر شناسنامه",
    "سند مالکیت (تک برگ، دفترچه‌ای)",
    "درخواست کتبی برای صدور پروانه",
    "در صورت نیاز",
    "صورت مجلس تفکیکی",
    "(در صورت نیاز)",
    "",
]


@pytest.mark.parametrize(("line", "name", "condition"), CONDITIONED)
def test_a_condition_is_told_from_the_paper_wherever_it_stands(line, name, condition):
    assert asked(line) == (name, condition)


@pytest.mark.parametrize("line", WHOLE)
def test_a_line_without_a_condition_stays_whole(line):
    assert asked(line) == (line, "")


@given(st.text(max_size=80))
def test_no_line_loses_its_paper(line):
    found = asked(line)

    assert bool(found.name) >= bool(found.condition)

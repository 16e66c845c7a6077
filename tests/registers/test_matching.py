"""Which entry a written name means, and which it only looks like."""

import pytest

from khedmat.registers.matching import Names

TITLES = (
    "شناسنامه", "رونوشت شناسنامه", "کارت ملی", "گواهی فوت", "سند ازدواج", "سند طلاق", "گواهی ثبت اختراع",
    "پروانهٔ کسب", "گواهی عدم سوء پیشینه", "سند مالکیت خودرو",
)  # fmt: skip
NAMES = Names([*enumerate(TITLES), (2, "کارت هوشمند ملی"), (8, "مشترک"), (9, "مشترک")])


def meant(text):
    found = NAMES.find(text)
    return TITLES[found.entry] if found else None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("كارت  ملي", "کارت ملی"),
        ("کارت هوشمند ملی", "کارت ملی"),
        ("اصل و تصویر شناسنامه", "شناسنامه"),
        ("تصویر کارت ملی متقاضی", "کارت ملی"),
        ("۲- کارت ملی (معتبر)", "کارت ملی"),
        ("گواهی عدم سوءپیشینه", "گواهی عدم سوء پیشینه"),
        ("گواهی ثبت اختراعات", "گواهی ثبت اختراع"),
        ("رونوشت شناسنامه", "رونوشت شناسنامه"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, title):
    assert meant(text) == title


@pytest.mark.parametrize(
    "text", ["کارت مالی", "گواهی فوق", "پروانهٔ نصب", "سند", "کارت ملی مالک چاه", "مشترک", "", "ا" * 5000, "سند وکالت"]
)
def test_a_false_friend_is_nobody(text):
    assert meant(text) is None


def test_the_nearest_name_is_offered_and_prose_has_none():
    assert TITLES[NAMES.nearest("کارت مالی").entry] == "کارت ملی"
    assert NAMES.nearest("xyz") is None
    assert Names([]).nearest("کارت") is None

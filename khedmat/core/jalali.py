"""Jalali dates as people read and type them; what is stored stays Gregorian and UTC."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from khedmat.core.persian import latin_digits, persian_digits

TEHRAN = ZoneInfo("Asia/Tehran")
MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_TYPED = re.compile(r"\s*(\d{2,4})\s*[/\-.]\s*(\d{1,2})\s*[/\-.]\s*(\d{1,2})\s*")
_TWO_DIGITS_MEAN = 1300


def day_in_tehran(value: date | datetime) -> date:
    """An instant's day where people live: late in the evening UTC it is already tomorrow there."""
    if isinstance(value, datetime):
        return value.astimezone(TEHRAN).date()
    return value


def long(value: date | datetime) -> str:
    """«۱۹ خرداد ۱۴۰۳»."""
    day = JalaliDate(day_in_tehran(value))
    return persian_digits(f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def short(value: date | datetime) -> str:
    """«۱۴۰۳/۰۳/۱۹»."""
    day = JalaliDate(day_in_tehran(value))
    return persian_digits(f"{day.year}/{day.month:02}/{day.day:02}")


def with_time(value: datetime) -> str:
    """«۱۹ خرداد ۱۴۰۳، ۱۴:۰۵»: the clock of Tehran."""
    local = value.astimezone(TEHRAN)
    return persian_digits(f"{long(value)}، {local:%H:%M}")


def parse(text: str) -> date | None:
    """The day of a Jalali date typed with any digits, year first; None when there is no such day."""
    found = _TYPED.fullmatch(latin_digits(text))
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return JalaliDate(year if year > 99 else _TWO_DIGITS_MEAN + year, month, day).to_gregorian()
    except ValueError:
        return None

"""Jalali dates as people read them; what is stored stays Gregorian and UTC."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from persiantools.jdatetime import JalaliDate

from khedmat.core.persian import persian_digits

TEHRAN = ZoneInfo("Asia/Tehran")
MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)


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

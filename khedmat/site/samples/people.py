"""Who a newcomer may be: three people of one office, the centre, and an office that sees nothing of the first."""

from typing import NamedTuple

from khedmat.organizations.enums import Role

OFFICE = (
    "plan-east-azerbaijan",
    "isipo",
    "water-kerman",
    "civil-registration-kerman",
    "civil-registration-east-azerbaijan",
)
OTHERS = ("sabteahval", "pmo", "doe", "wrm", "mimt")
CENTRE = ("pbo",)


class Person(NamedTuple):
    """A sample sign-in and where it works."""

    username: str
    role: Role
    label: str
    full_name: str
    agencies: tuple[str, ...]


PEOPLE = (
    Person("sample-author", Role.AUTHOR, "نویسندهٔ دستگاه: پیش‌نویس‌ها و یافته‌ها", "نویسندهٔ نمونه", OFFICE),
    Person("sample-approver", Role.APPROVER, "تأییدکنندهٔ همان دستگاه", "تأییدکنندهٔ نمونه", OFFICE),
    Person("sample-reviewer", Role.REVIEWER, "بررسی‌کنندهٔ مرکز: می‌پذیرد یا بازمی‌گرداند", "بررسی‌کنندهٔ نمونه", CENTRE),
    Person("sample-publisher", Role.PUBLISHER, "منتشرکنندهٔ مرکز بررسی شناسنامه‌ها", "منتشرکنندهٔ نمونه", CENTRE),
    Person("sample-steward", Role.STEWARD, "متولی فهرست‌های پایه: مدارک، سامانه‌ها، مخاطبان", "متولی نمونه", CENTRE),
    Person("sample-legal", Role.LEGAL_STEWARD, "متولی قوانین و مقررات", "متولی قانون نمونه", CENTRE),
    Person("sample-reader", Role.READER, "همکاری که تنها می‌بیند", "خوانندهٔ نمونه", OFFICE),
    Person("sample-manager", Role.MANAGER, "مدیر کاربران: همکاران را دعوت می‌کند", "مدیر نمونه", OFFICE),
    Person("sample-other-author", Role.AUTHOR, "نویسندهٔ دستگاه‌های دیگر", "نویسندهٔ دیگر", OTHERS),
    Person("sample-other-approver", Role.APPROVER, "تأییدکنندهٔ دستگاه‌های دیگر", "تأییدکنندهٔ دیگر", OTHERS),
)

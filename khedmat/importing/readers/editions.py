"""Which generation of the printed form a card was filled in on: by the boxes that only one generation prints."""

import re

from khedmat.core.persian import squeeze
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.squeezed import Squeezed
from khedmat.importing.readers.wording import field_of


def _squeezed(*words: str) -> tuple[str, ...]:
    return tuple(map(squeeze, words))


_SEARCHED = 40000  # characters
_COUNTRY = re.compile(r"ملیفقطستاد|(?<!\w)کشوری")
_LEGACY = _squeezed(
    "تعریفخدمت", "زمانمیانگینبرایسرویس", "شرکتارائهدهنده", "بهایتمامشده", "کانالهایکنونی", "همکاریبینسازمانی"
)
_SHORT_PAGE = _squeezed(
    "ساعاتارائهخدمت",
    "ساعتارائهخدمت",
    "نمودارمراحل",
    "فرمهایقابلدانلود",
    "پرسشوپاسخ",
    "شکایتازخدمت",
    "توافقنامهسطحخدمت",
    "سوالاتمتداول",
)
_ANNEX = _squeezed(
    "رویدادمرتبط",
    "نحوهآغازخدمت",
    "آمارتعدادخدمتگیرندگان",
    "یکبار برای همیشه",
    "عناوینفرایندهای",
    "عناوینفرآیندهای",
    "دستگاهمادر",
    "تکمیلکنندهفرم",
    "عنوانفرایند",
    "عنوانفرآیند",
    "مشخصاتخدمت",
)
_NUMBERED = _squeezed("3ارائه دهنده خدمت", "4مشخصات خدمت", "5جزئیات خدمت", "6نحوه دسترسی به خدمت")  # its sections
_PROCESS = _squeezed(
    "2عنوان فرایند", "2عنوان فرآیند", "3مشخصات خدمت", "4جزئیات خدمت"
)  # of the variant without provider
# edition, its words, how many of them prove it
_PRINTED = (
    ("1393", _NUMBERED, 2),
    ("1393", _PROCESS, 2),
    ("1393", _ANNEX, 3),
    ("legacy", _LEGACY, 2),
    ("1396", _SHORT_PAGE, 1),
)


def edition(outline: Outline) -> str:
    """1400, 1393, legacy, 1396 or unknown."""
    lines = outline.sheet.text[:_SEARCHED].split("\n")
    letters = "".join(line.letters for line in map(Squeezed.of, lines))
    if _is_of_1400(letters, set(map(field_of, outline.answers))):
        return "1400"
    proven = (name for name, words, fewest in _PRINTED if _count(words, letters) >= fewest)
    return next(proven, "unknown")


def _is_of_1400(letters: str, fields: set[str]) -> bool:
    """«الگوی خدمت», or «کشوری» among the levels; a ministry of the country is named on older forms too."""
    has_country = "کشوری" in letters and "level" in fields and bool(_COUNTRY.search(letters))
    return "service_pattern" in fields or has_country


def _count(words: tuple[str, ...], letters: str) -> int:
    return sum(map(letters.__contains__, words))

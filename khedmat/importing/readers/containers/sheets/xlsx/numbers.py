"""Numbers as their sheet shows them: dates, shares, words around them, zeros before them."""

import math
import re
from datetime import date, timedelta
from typing import NamedTuple

from khedmat.core import jalali
from khedmat.core.persian import latin_digits

GENERAL = "General"
BUILT_IN = {  # number of a format → what it says: ECMA-376, 18.8.30
    9: "0%",
    10: "0.00%",
    22: "yyyy h",
    **dict.fromkeys((14, 15, 16, 17), "yyyy"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h"),
}
_BEGINNING, _DAYS_TO_1904 = date(1899, 12, 30), 1462
_LAST_DAY = 2_958_465  # 9999-12-31
_UNSAID = re.compile(r"\[(?![hms]+\])[^\]]*\]|_.|\*.")  # colours, calendars, spaces as wide as a letter
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[0#?](?:.*[0#?])?|General", re.S | re.I)
_ZEROS = re.compile("0{2,}")
_DATE, _TIME = re.compile("[yd]|mmm", re.I), re.compile("[hs]", re.I)
_PERSIAN = re.compile(r"\[\$-(?:fa[^\]]*,16|[0-9a-f]{0,2}16[0-9a-f]{4})", re.I)


def written(raw: str, code: str = GENERAL, *, since_1904: bool = False) -> str:
    """The text of a number in its format; what is no number stands as it is."""
    try:
        value = float(raw)
    except ValueError:
        return raw
    section = code.split(";")[0]
    bare = _QUOTED.sub("", _UNSAID.sub("", section)).replace(GENERAL, "")
    return _moment(value, bare, _Calendar(section, since_1904)) or _with_words(value, section, bare)


def _moment(value: float, bare: str, calendar: "_Calendar") -> str:
    """Nothing where the format shows neither a day nor a time."""
    if _DATE.search(bare) and 1 <= value < _LAST_DAY:
        return calendar.day(int(value))
    return _time(value) if _TIME.search(bare) and 0 <= value < _LAST_DAY else ""


class _Calendar(NamedTuple):
    """How a sheet counts days, and in which calendar it shows them."""

    section: str
    since_1904: bool

    def day(self, number: int) -> str:
        value = _BEGINNING + timedelta(days=number + self.since_1904 * _DAYS_TO_1904)
        return latin_digits(jalali.short(value)) if _PERSIAN.search(self.section) else value.isoformat()


def plain(value: float) -> str:
    """An ID of eleven digits is no power of ten."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".12g")


def _with_words(value: float, section: str, bare: str) -> str:
    """«5 روز» of 5, where the format says the word."""
    if not math.isfinite(value):
        return ""
    digits = plain(value * 100 if "%" in bare else value)
    if _ZEROS.fullmatch(bare.strip()):
        digits = digits.zfill(len(bare.strip()))
    words = _QUOTED.sub(r"\1\2", _UNSAID.sub("", section))
    found = _DIGITS.search(words)
    return f"{words[: found.start()]}{digits}{words[found.end() :]}".strip() if found else digits


def _time(value: float) -> str:
    minutes = round(value * 24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"

"""Numbers and spans of time in Persian words."""

import re
from functools import lru_cache

from khedmat.core.persian import key

HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 720.0, "year": 8760.0}
UNIT_WORDS = {"دقیقه": "minute", "ساعت": "hour", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year"}
NUMBER_WORDS = {
    word: place
    for place, words in enumerate(
        ("صفر", "یک یکی", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده")
    )
    for word in words.split()
} | {"پانزده": 15, "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "نود": 90, "صد": 100}
_SPAN = re.compile(rf"(\d+|{'|'.join(NUMBER_WORDS)}) ?(?:کاری )?({'|'.join(UNIT_WORDS)})")
_UNIT = re.compile("|".join(UNIT_WORDS))
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(word for word in NUMBER_WORDS if word not in ('نه', 'سی'))})\b")


@lru_cache(maxsize=4096)
def span_hours(text: str) -> float | None:
    """The longest span that a text names, in hours: «۲ تا ۶ ماه» is six months."""
    found = [_number(number) * HOURS[UNIT_WORDS[unit]] for number, unit in _SPAN.findall(key(text))]
    return max(found, default=None)


def names_unit(text: str) -> bool:
    """Whether a text names a unit of time."""
    return bool(_UNIT.search(key(text)))


def names_number(text: str) -> bool:
    """Whether a text holds a number, in digits or in words."""
    return bool(_NUMBER.search(key(text)))


def _number(text: str) -> float:
    return float(text) if text.isdigit() else float(NUMBER_WORDS[text])

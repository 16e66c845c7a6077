"""Refuses a page whose tags are without end or nested without end, before it is parsed."""

import re
from itertools import accumulate

from khedmat.importing.readers.unreadable import Unreadable

DEEPEST = 4000
MOST_TAGS = 500_000
_NESTING = re.compile(
    r"</?(?:div|span|table|section|article|main|ul|ol|li|b|i|u|p|font|center|form|td|tr|dl|dd|a|em|strong)\b", re.I
)


def refuse_deep(text: str) -> None:
    """The parser needs a minute for a hundred thousand tags inside each other; no form nests a hundred."""
    if max(accumulate(map(_step, _NESTING.findall(text))), default=0) > DEEPEST:
        raise Unreadable("برچسب‌های صفحه بی‌اندازه در هم تو رفته‌اند و خواندنی نیست؛ متن فرم را در فایلی تازه ذخیره کنید.")


def refuse_many(text: str) -> None:
    """A million tags take the walk seconds; the longest list of services has some hundred thousand."""
    if text.count("<") > MOST_TAGS:
        raise Unreadable("برچسب‌های صفحه برای یک فرم بسیار زیاد است؛ متن فرم را در فایلی تازه ذخیره کنید.")


def _step(tag: str) -> int:
    return -1 if tag.startswith("</") else 1

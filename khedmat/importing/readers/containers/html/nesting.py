"""Refuses a page whose tags are nested without end, before it is parsed."""

import re
from itertools import accumulate

from khedmat.importing.readers.unreadable import Unreadable

DEEPEST = 4000
_NESTING = re.compile(
    r"</?(?:div|span|table|section|article|main|ul|ol|li|b|i|u|p|font|center|form|td|tr|dl|dd|a|em|strong)\b", re.I
)


def refuse_deep(text: str) -> None:
    """The parser needs a minute for a hundred thousand tags inside each other; no form nests a hundred."""
    if max(accumulate(map(_step, _NESTING.findall(text))), default=0) > DEEPEST:
        raise Unreadable("برچسب‌های صفحه بی‌اندازه در هم تو رفته‌اند و خواندنی نیست؛ متن فرم را در فایلی تازه ذخیره کنید.")


def _step(tag: str) -> int:
    return -1 if tag.startswith("</") else 1

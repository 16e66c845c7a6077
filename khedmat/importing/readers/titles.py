"""The name of a service as it is kept: without its code, its number, and the words printed before it."""

import re

from khedmat.core.persian import fold_line
from khedmat.importing.readers.said import said

_WITH_CODE = re.compile(r"[\s(]*(?:با|به)?\s*(?:کد|شناسه)\s*(?:خدمت|زیر\s*خدمت)?\s*[:(]?\s*1\d{10}\s*\)?")
_BARE_CODE = re.compile(r"[\s(\[\-–:]*1\d{10}[\s)\]]*")
_KIND = re.compile(r"^(?:عنوان\s*)?زیر\s*خدمت\s+")
_AROUND, _QUOTES = ' :؛،-–_|"', "«»"


def clean_title(text: str) -> str | None:
    """Without the code that stands in it and the words «زیر خدمت» before it."""
    plain = without_code(fold_line(said(text) or ""))
    title = _KIND.sub("", plain).strip(_around(plain))
    return " ".join(title.split()) if any(map(str.isalpha, title)) else None


def without_code(text: str) -> str:
    """Without its code and the words that name it: «– شناسه: 13021447102»."""
    return _BARE_CODE.sub(" ", _WITH_CODE.sub(" ", text))


def _around(text: str) -> str:
    """A quotation mark without its other half belongs to no name."""
    return _AROUND + _QUOTES if text.count("«") != text.count("»") else _AROUND

"""Readers write numbers of their own into free text: codes, phones, accounts, e-mail. None is kept. Pure."""

import re

MASK, MAIL_MASK = "[شماره حذف شد]", "[رایانامه حذف شد]"
_DIGITS = re.compile(r"\d(?:[\s\-–./]{0,2}\d){7,}")  # a year, a day, a price or a count is shorter
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SERVICE_ID = 11


def masked(text: str, *, keep: str = "") -> str:
    """The text without long numbers and addresses of e-mail; the ID of the service itself may stay."""
    return _DIGITS.sub(lambda found: _kept(found, keep), _MAIL.sub(MAIL_MASK, text))


def _kept(found: re.Match[str], keep: str) -> str:
    digits = re.sub(r"\D", "", found[0])
    return found[0] if keep and len(digits) == _SERVICE_ID and digits == keep else MASK

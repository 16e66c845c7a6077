"""Numbers of accounts in what people write: «حساب ۲۱۷۰-۱۲۳ نزد بانک …», an IBAN in groups, a column of a letter."""

import re

from khedmat.core.persian import fold_line

LEAST, MOST = 8, 40  # digits of an account or an IBAN; fewer are a branch or a year
_RUN = re.compile(r"(?:IR ?)?\d(?:[ ./–-]?\d)*")


def numbers_in(text: str) -> list[str]:
    """Each number once, without what stands between its digits; nothing is padded or cut."""
    runs = (re.sub(r"[^IR\d]", "", run) for run in _RUN.findall(fold_line(text).upper()))
    return list(dict.fromkeys(run for run in runs if LEAST <= len(run) <= MOST))


def numbers_of(text: str) -> list[str]:
    """Of a pasted list, a line an account; more on a line are more."""
    return list(dict.fromkeys(number for line in text.splitlines() for number in numbers_in(line)))

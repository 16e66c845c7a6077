"""How a law is cited: its kind, a number or article, a date."""

import re
from functools import lru_cache
from typing import NamedTuple

from khedmat.core.persian import fold_line

KINDS = (
    "قانون",
    "آیین‌نامه",
    "آئین‌نامه",
    "آیین نامه",
    "آئین نامه",
    "دستورالعمل",
    "بخشنامه",
    "تصویب‌نامه",
    "تصویب نامه",
    "مصوبه",
    "مصوبات",
    "اساسنامه",
    "شیوه‌نامه",
    "شیوه نامه",
    "ضابطه",
    "نظام‌نامه",
    "کنوانسیون",
    "لایحه",
    "منشور",
)
LONGEST = 1000  # a citation is no chapter: what follows is not read
_FOUND_BY_DATE = frozenset({"قانون", "اساسنامه", "کنوانسیون", "لایحه"})
_KIND = re.compile("|".join(KINDS))
_NUMBER = re.compile(
    r"(?:شماره|ماده|مواد|بند|تبصره|اصل|ش)\u0654?\s*[:(]?\s*(?:\d|[الف-ی]\b|«)|\d+/\S*\d{3,}|\b\d{4,}/\S+"
)
_DATE = re.compile(
    r"\b(?:1[34]\d\d|\d\d)[/.-]\d{1,2}[/.-](?:1[34]\d\d|\d{1,2})\b"
    r"|(?<!شماره )(?<!شماره: )(?<!ماده )\b1[234]\d\d\b|مصوب\w*\s+(?:سال\s+)?\d{2,4}\b(?![/.-]\d)"
)
_KNOWN_TO_ALL = re.compile(r"قانون (?:اساسی|مدنی)")


class Citation(NamedTuple):
    """What a citation says of the law."""

    kind: str | None
    number: str | None
    date: str | None

    def missing(self) -> list[str]:
        """What one needs to find it. A law is found by its date; a circular by number and date."""
        wanted = {
            "نوع مقرره (قانون، آیین‌نامه، …)": self.kind,
            "تاریخ تصویب": self.date,
            "شماره یا ماده": self.number or self.kind in _FOUND_BY_DATE,
        }
        return [name for name, value in wanted.items() if not value]


@lru_cache(maxsize=4096)
def citation(text: str) -> Citation:
    """The parts of one citation."""
    line = fold_line(text[:LONGEST])
    without_date = _DATE.sub(" ", line)
    return Citation(_first(_KIND, line), _first(_NUMBER, without_date), _first(_DATE, line))


def is_known_to_all(text: str) -> bool:
    """The constitution and the civil code need no date."""
    return bool(_KNOWN_TO_ALL.search(fold_line(text)))


def _first(pattern: re.Pattern[str], line: str) -> str | None:
    found = pattern.search(line)
    return found.group() if found else None

"""How a law is cited: its kind, its number, the article of it, its date."""

import re
from functools import lru_cache
from typing import NamedTuple

from khedmat.cards.written_dates import Written, find
from khedmat.core.persian import fold_line, squeeze

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
_ARTICLE = re.compile(r"(?:(?:ماده|مواد|اصل)\u0654?\s*[(«]?\s*)(\d{1,4}(?:\s*(?:مکرر|[,،]|و|تا|الی)\s*\d{0,4})*)")
_OFFICIAL_NUMBER = re.compile(r"(?:شماره|به ش|ش)\u0654?\s*[:(]?\s*([\w/\-]*\d[\w/\-]*)|(?<!\d)(\d+/[\w/]*\d{3,}\w*)")
_BESIDE_NAME = re.compile(
    rf"{_ARTICLE.pattern}|{_OFFICIAL_NUMBER.pattern}|(?:مصوبه?|مورخه?|تاریخ|سال|تصویب|ابلاغی|ابلاغ)\b"
)
_KNOWN_TO_ALL = re.compile(r"قانون (?:اساسی|مدنی)")


class Citation(NamedTuple):
    """What a citation says of the law."""

    kind: str | None
    number: str | None
    date: str | None

    article: str | None = None
    official_number: str | None = None
    on: Written | None = None

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
    bare = _DATE.sub(" ", line)
    date = _first(_DATE, line)
    article, number = _ARTICLE.search(bare), _OFFICIAL_NUMBER.search(bare)
    return Citation(
        kind=_first(_KIND, line),
        number=_first(_NUMBER, bare),
        date=date,
        article=" ".join(article[1].split()) if article else None,
        official_number=(number[1] or number[2]) if number else None,
        on=find(date) if date else None,
    )


def own_name(text: str) -> str:
    """The law's own name, for people: without article, number and date, in whatever order they are written."""
    line = _BESIDE_NAME.sub(" ", fold_line(text[:LONGEST]))
    return " ".join(_DATE.sub(" ", line).split())


@lru_cache(maxsize=4096)
def name_of(text: str) -> str:
    """The letters of the law's own name."""
    return squeeze(own_name(text))


def cited(text: str) -> tuple[object, ...] | None:
    """What citations of one law or article of it share: «11/4/92» and «92/4/11» are one day. None without a name."""
    name, parts = name_of(text), citation(text)
    return (name, parts.kind, parts.article, parts.official_number, parts.on) if name else None


def is_known_to_all(text: str) -> bool:
    """The constitution and the civil code need no date."""
    return bool(_KNOWN_TO_ALL.search(fold_line(text)))


def _first(pattern: re.Pattern[str], line: str) -> str | None:
    found = pattern.search(line)
    return found.group() if found else None

"""G: what is asked or charged needs a law, and a law is cited so that it can be found."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from khedmat.cards.form import Document
from khedmat.cards.rules.reading import blank, card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule, at
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
_LAWLIKE = frozenset({"قانون", "اساسنامه", "کنوانسیون", "لایحه"})
_KIND = re.compile("|".join(KINDS))
_NUMBER = re.compile(
    r"(?:شماره|ماده|مواد|بند|تبصره|اصل|ش)\u0654?\s*[:(]?\s*(?:\d|[الف-ی]\b|«)|\d+/\S*\d{3,}|\b\d{4,}/\S+"
)
_DATE = re.compile(
    r"\b(?:1[34]\d\d|\d\d)[/.-]\d{1,2}[/.-](?:1[34]\d\d|\d{1,2})\b|\b1[234]\d\d\b|مصوب\w*\s+(?:سال\s+)?\d{2,4}"
)
_ALWAYS_COMPLETE = re.compile(r"قانون (?:اساسی|مدنی)")


class Citation(NamedTuple):
    """What a citation says of the law: which kind, a number or article, a date."""

    kind: str | None
    number: str | None
    date: str | None

    def missing(self) -> list[str]:
        """What one needs to find it. A law is found by its date; a circular by number and date."""
        wanted = {"نوع مقرره (قانون، آیین‌نامه، …)": self.kind, "تاریخ تصویب": self.date}
        if self.kind not in _LAWLIKE:
            wanted["شماره یا ماده"] = self.number
        return [name for name, value in wanted.items() if not value]


@lru_cache(maxsize=8192)
def citation(text: str) -> Citation:
    """The parts of one citation."""
    line = fold_line(text)
    kind, number, date = _KIND.search(line), _NUMBER.search(_DATE.sub(" ", line)), _DATE.search(line)
    return Citation(kind and kind.group(), number and number.group(), date and date.group())


def _without_basis(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    if document.kind == "service_card" and not card.laws and not doubtful(document, "laws"):
        needs = [
            name
            for name, is_there in (
                ("مدرک", bool(card.documents)),
                ("هزینه", any((item.amount_rial or 0) > 0 for item in card.cost.items)),
                ("صدور مجوز", bool(card.leads_to_permit)),
            )
            if is_there
        ]
        if needs:
            yield at("card.laws", needs=needs)
    for place, permit in enumerate(document.permits):
        if blank(permit.legal_basis):
            yield at(f"permits.{place}.legal_basis", needs=[permit.title or "مجوز"])


def _incomplete(document: Document) -> Iterator[Breach]:
    cited = [(f"card.laws.{place}", text) for place, text in enumerate(card_of(document).laws)]
    cited += [
        (f"permits.{place}.legal_basis", row.legal_basis)
        for place, row in enumerate(document.permits)
        if row.legal_basis
    ]
    for path, text in cited:
        missing = citation(text).missing()
        if missing and not blank(text) and not _ALWAYS_COMPLETE.search(fold_line(text)):
            yield at(path, text=text, missing=missing)


RULES = (
    Rule(
        id="G01",
        severity="A",
        fields=("card.laws", "permits.*.legal_basis"),
        kinds=("service_card", "permit_list"),
        condition=_without_basis,
        message="برای %(needs)s مستند قانونی نوشته نشده است.",
        fix="قانون یا مصوبه‌ای را بنویسید که اجازهٔ خواستن آن را می‌دهد: نوع، شماره یا ماده، تاریخ.",
        example="هزینه: ۵۰۰٬۰۰۰ ریال · قوانین: (خالی)",
    ),
    Rule(
        id="G03",
        severity="N",
        fields=("card.laws", "permits.*.legal_basis"),
        kinds=("service_card", "permit_list"),
        condition=_incomplete,
        message="ارجاع «%(text)s» کامل نیست؛ کم دارد: %(missing)s.",
        fix="نوع مقرره، شماره یا مادهٔ آن و تاریخ تصویب را بنویسید.",
        example="قوانین: قانون شهرداری",
    ),
)

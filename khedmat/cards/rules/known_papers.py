"""D04, O05: papers that the state already holds are not asked of people."""

from functools import lru_cache

from khedmat.cards.form import Document, ExternalInquiry
from khedmat.cards.rules.conditions import Said, each_with_form, said
from khedmat.cards.rules.reading import plain, words
from khedmat.cards.rules.rows import exchanges, papers
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import table
from khedmat.organizations import directory

_ELECTRONIC = {"online", "batch"}
_COMMON = frozenset(
    "اصل کپی تصویر فتوکپی کارت گواهی برگ فرم نامه مدرک مدارک ملی معتبر متقاضی برای".split()  # noqa: SIM905
)


def _held_by_inquired_agency(document: Document, text: str) -> Said:
    online = {_code(row.agency or ""): row.agency for _, row in exchanges(document) if "online" in row.modes}
    held = next((paper for paper in _holders(text) if paper[1] in online), None)
    return said(held, paper=held and held[0], agency=held and online[held[1]])


def _code(agency: str) -> str | None:
    found = directory.find(agency) or directory.national_of(agency)
    return found.code if found else None


@lru_cache(maxsize=8192)
def _holders(text: str) -> tuple[tuple[str, ...], ...]:
    """(paper, code of the agency that holds it) for each known paper that a line names."""
    return tuple(row for row in table("holders") if f" {plain(row[0])} " in f" {plain(text)} ")


def _asked_though_exchanged(document: Document, text: str) -> Said:
    rows = [row for _, row in exchanges(document) if _tells(row) & _telling(text)]
    shared = sorted(_tells(rows[0]) & _telling(text)) if rows else None
    return said(shared, paper=text, shared=shared, agency=rows and (rows[0].agency or "دستگاه دیگر"))


def _tells(row: ExternalInquiry) -> frozenset[str]:
    return _telling(row.fields or "") if _ELECTRONIC & set(row.modes) else frozenset()


@lru_cache(maxsize=8192)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) > 3) - _COMMON


RULES = (
    Rule(
        id="D04",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=each_with_form(papers, _held_by_inquired_agency),
        message="«%(paper)s» از متقاضی خواسته شده، در حالی که با «%(agency)s» تبادل برخط دارید و آن را دارد.",
        fix="این مدرک را از فهرست بردارید و از راه استعلام برخط بگیرید؛ اگر نمی‌شود علت را بنویسید.",
        example="مدرک: شناسنامه · استعلام برخط: سازمان ثبت احوال",
    ),
    Rule(
        id="O05",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=each_with_form(papers, _asked_though_exchanged),
        message="«%(paper)s» از متقاضی خواسته شده، ولی همین داده (%(shared)s) با «%(agency)s» الکترونیکی مبادله می‌شود.",
        fix="مدرک را از متقاضی نخواهید، یا بنویسید چرا تبادل الکترونیکی بس نیست.",
        example="مدرک: پروانهٔ ساخت · فیلد مورد تبادل: پروانهٔ ساخت",
    ),
)

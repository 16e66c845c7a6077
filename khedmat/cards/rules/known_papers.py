"""D04, O05: papers that the state already holds are not asked of people."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import each, said
from khedmat.cards.rules.reading import plain, words
from khedmat.cards.rules.rows import exchanges, papers
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import table
from khedmat.organizations import directory

_ELECTRONIC = {"online", "batch"}
_COMMON = frozenset(
    "اصل کپی تصویر فتوکپی کارت گواهی برگ فرم نامه مدرک مدارک ملی معتبر متقاضی برای".split()  # noqa: SIM905
)


def _held(document: Document) -> Iterator[tuple[str, dict[str, str]]]:
    """Each paper that an agency holds which is asked online."""
    online = {_code(row.agency or ""): row.agency or "" for _, row in exchanges(document) if "online" in row.modes}
    for path, text in papers(document):
        known = (row for row in _holders(text) if row[1] in online)
        yield from ((path, {"paper": name, "agency": online[code]}) for name, code in islice(known, 1))


def _code(agency: str) -> str | None:
    found = directory.find(agency) or directory.national_of(agency)
    return found.code if found else None


@lru_cache(maxsize=4096)
def _holders(text: str) -> tuple[tuple[str, ...], ...]:
    """(paper, code of the agency that holds it) for each known paper that a line names."""
    return tuple(row for row in table("holders") if f" {plain(row[0])} " in f" {plain(text)} ")


def _exchanged(document: Document) -> Iterator[tuple[str, dict[str, object]]]:
    """Each paper whose telling words are data of an electronic exchange."""
    known = _by_word(document)
    for path, text in papers(document):
        shared = sorted(_telling(text) & known.keys())
        if shared:
            yield path, {"paper": text, "shared": shared, "agency": known[shared[0]]}


def _by_word(document: Document) -> dict[str, str]:
    """Telling word of the exchanged data → the agency."""
    electronic = (row for _, row in exchanges(document) if _ELECTRONIC & set(row.modes))
    return {word: row.agency or "دستگاه دیگر" for row in electronic for word in _telling(row.fields or "")}


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) > 3) - _COMMON


RULES = (
    Rule(
        id="D04",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=each(_held, lambda one: said(True, **one)),
        message="«%(paper)s» از متقاضی خواسته شده، در حالی که با «%(agency)s» تبادل برخط دارید و آن را دارد.",
        fix="این مدرک را از فهرست بردارید و از راه استعلام برخط بگیرید؛ اگر نمی‌شود علت را بنویسید.",
        example="مدرک: شناسنامه · استعلام برخط: سازمان ثبت احوال",
    ),
    Rule(
        id="O05",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=each(_exchanged, lambda one: said(True, **one)),
        message="«%(paper)s» از متقاضی خواسته شده، ولی همین داده (%(shared)s) با «%(agency)s» الکترونیکی مبادله می‌شود.",
        fix="مدرک را از متقاضی نخواهید، یا بنویسید چرا تبادل الکترونیکی بس نیست.",
        example="مدرک: پروانهٔ ساخت · فیلد مورد تبادل: پروانهٔ ساخت",
    ),
)

"""D and O05: the papers that are asked for. One paper a line, named, and never one that the state already holds."""

import re
from collections.abc import Iterator
from functools import lru_cache

from khedmat.cards.form import Document, ExternalInquiry
from khedmat.cards.rules.reading import card_of, letters, plain, words
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.rules.words import table, word_set
from khedmat.core.persian import fold_line
from khedmat.organizations import directory

_BRACKETS = re.compile(r"\([^)]*\)|«[^»]*»")
_SEPARATOR = re.compile(r"[،؛;+]|\s[-–—/]\s")
_AND = re.compile(r"\sو\s")
_IF_NEEDED = re.compile(
    r"(?:در صورت (?:نیاز|لزوم|صلاحدید|ضرورت)|عنداللزوم|حسب مورد|بنا به مورد)(?!\s+(?:به|برای|در)\s)"
)
_ELSEWHERE = re.compile(
    r"^(?:حسب|طبق|مطابق|بر ?اساس|برابر|به شرح|مندرج در|رجوع|لینک|مراجعه به (?:سایت|وبگاه|سامانه|پورتال|درگاه))\b"
    r"|در (?:شناسنامه|سایت|وبگاه|پورتال|فایل پیوست|پیوست) (?:موجود|آمده|درج|ذکر|قرار)"
    r"|^(?:در )?(?:شناسنامه خدمت|پیوست|فایل پیوست|ضمیمه)$"
)
_ADDRESS = re.compile(r"^\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_COMMON = frozenset(
    [
        "اصل",
        "کپی",
        "تصویر",
        "فتوکپی",
        "کارت",
        "گواهی",
        "برگ",
        "فرم",
        "نامه",
        "مدرک",
        "مدارک",
        "ملی",
        "معتبر",
        "متقاضی",
        "از",
        "به",
        "در",
        "و",
        "یا",
        "با",
        "برای",
    ]
)


def _several_in_one_line(document: Document) -> Iterator[Breach]:
    items = card_of(document).documents
    one_line = _printed_together(document, items)
    if one_line:
        yield at("card.documents", line=one_line, count=len(items))
        return
    for place, text in enumerate(items):
        count = 0 if _refers_elsewhere(text) else _papers_in(text)
        if count:
            yield at(f"card.documents.{place}", line=text, count=count)


def _printed_together(document: Document, items: list[str]) -> str | None:
    """The printed line that holds two or more of the papers, where the reader has cut it for us."""
    raws = [step.raw for path, step in document.trace.items() if path.split(".")[:2] == ["card", "documents"]]
    for line in (line for raw in raws for line in raw.splitlines()):
        if sum(letters(item) in letters(line) for item in items) > 1 and _SEPARATOR.search(line):
            return fold_line(line)
    return None


@lru_cache(maxsize=8192)
def _papers_in(text: str) -> int:
    """How many papers one line names: 0 for one."""
    bare = _BRACKETS.sub("", text)
    parts = [part for part in _SEPARATOR.split(bare) if len(letters(part)) > 3]
    if len(parts) > 2 or sum(_begins_with_paper(part) for part in parts) > 1:
        return len(parts)
    joined = _AND.split(bare)
    return len(joined) if len(joined) > 1 and all(_begins_with_paper(part, 1) for part in joined) else 0


def _begins_with_paper(text: str, within: int = 2) -> bool:
    return any(word in word_set("papers") for word in words(text)[:within])


def _held_by_inquired_agency(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    holders = {
        agency: row for row in card.external_inquiries if "online" in row.modes and (agency := _agency_code(row))
    }
    for place, text in enumerate(card.documents):
        for name, code in _known_holders(text):
            if code in holders:
                yield at(f"card.documents.{place}", paper=name, agency=holders[code].agency)


def _agency_code(row: ExternalInquiry) -> str | None:
    found = directory.find(row.agency) or directory.national_of(row.agency) if row.agency else None
    return found.code if found else None


@lru_cache(maxsize=8192)
def _known_holders(text: str) -> tuple[tuple[str, str], ...]:
    line = f" {plain(text)} "
    return tuple((row[0], row[1]) for row in table("holders") if f" {plain(row[0])} " in line)


def _if_needed(document: Document) -> Iterator[Breach]:
    for place, text in enumerate(card_of(document).documents):
        if found := _IF_NEEDED.search(fold_line(text)):
            yield at(f"card.documents.{place}", paper=text, phrase=found.group())


def _elsewhere(document: Document) -> Iterator[Breach]:
    for place, text in enumerate(card_of(document).documents):
        if _refers_elsewhere(text):
            yield at(f"card.documents.{place}", paper=text)


def _refers_elsewhere(text: str) -> bool:
    return bool(_ADDRESS.match(text) or _ELSEWHERE.search(plain(text)))


def _asked_though_exchanged(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    exchanged = [row for row in card.external_inquiries if {"online", "batch"} & set(row.modes) and row.fields]
    for place, text in enumerate(card.documents):
        for row in exchanged:
            if shared := _telling(text) & _telling(row.fields or ""):
                yield at(
                    f"card.documents.{place}", paper=text, agency=row.agency or "دستگاه دیگر", shared=sorted(shared)
                )
                break


@lru_cache(maxsize=8192)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if len(word) > 3 and word not in _COMMON)


RULES = (
    Rule(
        id="D02",
        severity="A",
        fields=("card.documents",),
        condition=_several_in_one_line,
        message="در یک سطر %(count)s مدرک با هم آمده است: «%(line)s».",
        fix="هر مدرک را در ردیفی جدا بنویسید و نام آن را از فهرست مدارک برگزینید.",
        example="شناسنامه، کارت ملی، عکس",
    ),
    Rule(
        id="D04",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=_held_by_inquired_agency,
        message="«%(paper)s» از متقاضی خواسته شده، در حالی که با «%(agency)s» تبادل برخط دارید و آن را دارد.",
        fix="این مدرک را از فهرست بردارید و از راه استعلام برخط بگیرید؛ اگر نمی‌شود علت را بنویسید.",
        example="مدرک: شناسنامه · استعلام برخط: سازمان ثبت احوال",
    ),
    Rule(
        id="D05",
        severity="N",
        fields=("card.documents",),
        condition=_if_needed,
        message="«%(paper)s»: معلوم نیست «%(phrase)s» چه وقت است.",
        fix="بنویسید در چه حالتی این مدرک لازم است.",
        example="وکالت‌نامه در صورت لزوم",
    ),
    Rule(
        id="D06",
        severity="B",
        fields=("card.documents",),
        condition=_elsewhere,
        message="به‌جای نام مدرک، به جای دیگری ارجاع داده شده است: «%(paper)s».",
        fix="نام تک‌تک مدارک را همین‌جا بنویسید.",
        example="مدارک: در شناسنامه موجود است",
    ),
    Rule(
        id="O05",
        severity="A",
        fields=("card.documents", "card.external_inquiries"),
        condition=_asked_though_exchanged,
        message="«%(paper)s» از متقاضی خواسته شده، ولی همین داده (%(shared)s) با «%(agency)s» الکترونیکی مبادله می‌شود.",
        fix="مدرک را از متقاضی نخواهید، یا بنویسید چرا تبادل الکترونیکی بس نیست.",
        example="مدرک: پروانهٔ ساخت · فیلد مورد تبادل: پروانهٔ ساخت",
    ),
)

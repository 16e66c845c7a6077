"""D02, D05, D06: one paper a line, named here, and asked under a stated condition."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, breach, each, said
from khedmat.cards.rules.reading import card_of, letters, plain, words
from khedmat.cards.rules.rows import papers
from khedmat.cards.rules.rule import Breach, Rule
from khedmat.cards.rules.words import word_set
from khedmat.core.persian import fold_line

FIELD = "card.documents"
_BRACKETS = re.compile(r"\([^()]*\)|«[^«»]*»")
_SEPARATOR = re.compile(r"[،؛;+]|\s[-–—/]\s")
_AND = re.compile(r"\sو\s")
_IF_NEEDED = re.compile(
    r"(?:در صورت (?:نیاز|لزوم|صلاحدید|ضرورت)|عنداللزوم|حسب مورد|بنا به مورد)(?!\s+(?:به|برای|در)\s)"
)
_ELSEWHERE = re.compile(
    r"^(?:https?|www) |^(?:حسب|طبق|مطابق|بر ?اساس|برابر|به شرح|مندرج در|رجوع|لینک)\b"
    r"|^مراجعه به (?:سایت|وبگاه|سامانه|پورتال|درگاه)\b|^(?:در )?(?:شناسنامه خدمت|پیوست|فایل پیوست|ضمیمه)$"
    r"|در (?:شناسنامه|سایت|وبگاه|پورتال|فایل پیوست|پیوست) (?:موجود|آمده|درج|ذکر|قرار)"
)


def _together(document: Document) -> Iterator[Breach]:
    """By the printed line where the reader has parted the papers for us, else by each of them."""
    printed = next(_printed_lines(document), None)
    count = len(card_of(document).documents)
    yield from breach(FIELD, said(printed, line=printed, count=count))
    yield from () if printed else _EACH(document)


def _printed_lines(document: Document) -> Iterator[str]:
    steps = (step for path, step in document.trace.items() if f"{path}.".startswith(f"{FIELD}."))
    lines = chain.from_iterable(step.raw.splitlines() for step in steps)
    return (fold_line(line) for line in lines if _holds_several(line, card_of(document).documents))


def _holds_several(line: str, items: list[str]) -> bool:
    return _SEPARATOR.search(line) is not None and sum(letters(item) in letters(line) for item in items) > 1


def _several(text: str) -> Said:
    count = 0 if _ELSEWHERE.search(plain(text)) else _papers_in(text)
    return said(count, line=text, count=count)


_EACH = each(papers, _several)


@lru_cache(maxsize=4096)
def _papers_in(text: str) -> int:
    """How many papers one line names: 0 for one. «و» parts only what both begins with the name of a paper."""
    bare = _BRACKETS.sub("", text)
    parts = [part for part in _SEPARATOR.split(bare) if len(letters(part)) > 3]
    joined = _AND.split(bare)
    if any((len(parts) > 2, sum(_begins_with_paper(part, 2) for part in parts) > 1)):
        return len(parts)
    return len(joined) if all(_begins_with_paper(part, 1) for part in joined) and len(joined) > 1 else 0


def _begins_with_paper(text: str, within: int) -> bool:
    return not word_set("papers").isdisjoint(words(text)[:within])


def _if_needed(text: str) -> Said:
    found = _IF_NEEDED.search(fold_line(text))
    return said(found, paper=text, phrase=found and found.group())


RULES = (
    Rule(
        id="D02",
        severity="A",
        fields=(FIELD,),
        condition=_together,
        message="در یک سطر %(count)s مدرک با هم آمده است: «%(line)s».",
        fix="هر مدرک را در ردیفی جدا بنویسید و نام آن را از فهرست مدارک برگزینید.",
        example="شناسنامه، کارت ملی، عکس",
    ),
    Rule(
        id="D05",
        severity="N",
        fields=(FIELD,),
        condition=each(papers, _if_needed),
        message="«%(paper)s»: معلوم نیست «%(phrase)s» چه وقت است.",
        fix="بنویسید در چه حالتی این مدرک لازم است.",
        example="وکالت‌نامه در صورت لزوم",
    ),
    Rule(
        id="D06",
        severity="B",
        fields=(FIELD,),
        condition=each(papers, lambda text: said(_ELSEWHERE.search(plain(text)), paper=text)),
        message="به‌جای نام مدرک، به جای دیگری ارجاع داده شده است: «%(paper)s».",
        fix="نام تک‌تک مدارک را همین‌جا بنویسید.",
        example="مدارک: در شناسنامه موجود است",
    ),
)

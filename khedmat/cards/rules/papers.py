"""D02, D05, D06: one paper a line, named here, and asked under a stated condition."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain, repeat

from khedmat.cards.form import Document, Trace
from khedmat.cards.rules.conditions import Said, breach, each, said
from khedmat.cards.rules.reading import card_of, letters, plain, words
from khedmat.cards.rules.rows import papers
from khedmat.cards.rules.rule import Breach, Rule
from khedmat.cards.rules.words import word_set
from khedmat.core.persian import fold_line

FIELD = "card.documents"
BRACKETS = re.compile(r"\([^()]*\)|«[^«»]*»")
SEPARATOR = re.compile(r"[،؛;+]|\s[-–—/]\s")
AND = re.compile(r"\sو\s")
_IF_NEEDED = re.compile(
    r"(?:در صورت (?:نیاز|لزوم|صلاحدید|ضرورت)|عنداللزوم|حسب مورد|بنا به مورد)(?!\s+(?:به|برای|در)\s)"
)
ELSEWHERE = re.compile(
    r"^(?:https?|www) |^(?:حسب|طبق|مطابق|بر ?اساس|برابر|به شرح|مندرج در|رجوع|لینک)\b"
    r"|^مراجعه به (?:سایت|وبگاه|سامانه|پورتال|درگاه)\b|^(?:در )?(?:شناسنامه خدمت|پیوست|فایل پیوست|ضمیمه)$"
    r"|در (?:شناسنامه|سایت|وبگاه|پورتال|فایل پیوست|پیوست) (?:موجود|امده|درج|ذکر|قرار)"
)


def _together(document: Document) -> Iterator[Breach]:
    """By the printed line where the reader has parted the papers for us, else by each of them."""
    printed = next(_printed_lines(document), None)
    count = len(card_of(document).documents)
    yield from breach(FIELD, said(printed, line=printed, count=count))
    yield from () if printed else _EACH(document)


def _printed_lines(document: Document) -> Iterator[str]:
    lines = chain.from_iterable(step.raw.splitlines() for step in _steps(document))
    return map(fold_line, filter(partial(_holds_several, card_of(document).documents), lines))


def _steps(document: Document) -> Iterator[Trace]:
    return (step for path, step in document.trace.items() if f"{path}.".startswith(f"{FIELD}."))


def _holds_several(items: list[str], line: str) -> bool:
    held = filter(letters(line).__contains__, map(letters, items))
    return SEPARATOR.search(line) is not None and len(list(held)) > 1


def _several(text: str) -> Said:
    count = 0 if ELSEWHERE.search(plain(text)) else papers_in(text)
    return said(count, line=text, count=count)


_EACH = each(papers, _several)


@lru_cache(maxsize=4096)
def papers_in(text: str) -> int:
    """How many papers one line names: 0 for one. «و» parts only what both begins with the name of a paper."""
    bare = BRACKETS.sub("", text)
    parts, joined = list(filter(_is_phrase, SEPARATOR.split(bare))), AND.split(bare)
    if any((len(parts) > 2, sum(map(_begins_with_paper, parts, repeat(2))) > 1)):
        return len(parts)
    are_papers = all((len(joined) > 1, *map(_begins_with_paper, joined, repeat(1))))
    return len(joined) if are_papers else 0


def _is_phrase(text: str) -> bool:
    return len(letters(text)) > 2


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
        condition=each(papers, lambda text: said(ELSEWHERE.search(plain(text)), paper=text)),
        message="به‌جای نام مدرک، به جای دیگری ارجاع داده شده است: «%(paper)s».",
        fix="نام تک‌تک مدارک را همین‌جا بنویسید.",
        example="مدارک: در شناسنامه موجود است",
    ),
)

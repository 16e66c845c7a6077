"""A line of the papers that a service asks for → the paper, and on what condition or of whom it is asked."""

import re
from typing import NamedTuple

from khedmat.core.persian import ZWNJ, fold_line
from khedmat.core.remembering import remembered

_PEOPLE = (
    "اشخاص متقاضی متقاضیان اتباع شرکت افراد مالکان مردان زنان آقایان بانوان دانشجویان موسسات مؤسسات کارفرمایان".split()  # noqa: SIM905
)
_WORDS = r"در صورتی?(?:\s*که)?|چنانچه|اگر|هنگامی که|ویژه|مخصوص|فقط برای|تنها برای|مختص"
_CASE = rf"(?:{_WORDS}|برای (?:{'|'.join(_PEOPLE)}))"
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*((?:{_CASE})\b[^()\[\]]*)[)\]]")
_BEHIND = re.compile(rf"\s*[،,:\-–]?\s+((?:{_CASE})\b.*)$")
_BEFORE = re.compile(rf"^((?:{_CASE})\b[^:،]{{3,80}})[:،]\s*(.+)$")
SHORTEST = 3  # letters; what is left of a line beside its condition must be the name of a paper


class AskedPaper(NamedTuple):
    """`condition` is empty where everybody brings it."""

    name: str
    condition: str = ""


@remembered
def asked(line: str) -> AskedPaper:
    """«وکالت‌نامه (در صورت مراجعهٔ وکیل)», «برای اشخاص حقوقی: اساسنامه». A line that is all condition stays whole."""
    text = fold_line(line)
    plain = text.replace(ZWNJ, " ")
    for parted in (_bracketed(plain), _before(plain), _behind(plain)):
        if parted and len(parted.name) >= SHORTEST:
            return AskedPaper(_as_written(parted.name, text), _as_written(parted.condition, text))
    return AskedPaper(text)


def _bracketed(text: str) -> AskedPaper | None:
    found = _IN_BRACKETS.search(text)
    return AskedPaper(f"{text[: found.start()]}{text[found.end() :]}".strip(" ،."), found[1].strip()) if found else None


def _before(text: str) -> AskedPaper | None:
    found = _BEFORE.match(text)
    return AskedPaper(found[2].strip(), found[1].strip()) if found else None


def _behind(text: str) -> AskedPaper | None:
    found = _BEHIND.search(text)
    return AskedPaper(text[: found.start()].strip(" ،.:-–"), found[1].strip(" .")) if found else None


def _as_written(part: str, text: str) -> str:
    """With its half-spaces again."""
    at = text.replace(ZWNJ, " ").find(part)
    return text[at : at + len(part)] if at >= 0 else part

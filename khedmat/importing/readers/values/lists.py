"""A text of several items → items, only where numbers, bullets or lines part them."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from khedmat.core.persian import fold_line, latin_digits

_BULLET = re.compile(r"^\s*(?:[•·●○▪■□*»➢✓✔\-–—]|o(?=\s))\s*")
_NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s.؛;،,:)]))(\d{1,2})\s*[\-–.)_ـ]+\s*(?!\d)")
_NUMBERED_LINE = re.compile(r"\s*(\d{1,2})\s*[\-–.)_ـ]+\s*(?!\d)(.+)")
_ORDINAL = "اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم"
_LEADING = re.compile(
    r"^\s*(?:[\d۰-۹٠-٩]{1,2}\s*[\-–.)ـ]+\s*(?=[^\W\d])|(?:الف|ب|ج|د|ه|و|ز|ح|ط)\s*\)\s*"
    rf"|(?:مرحله|گام)\s*(?:[\d۰-۹٠-٩]{{1,2}}|{_ORDINAL})\s*[:\-–.)]\s*)"
)
_ALONE = re.compile(r"\s*[\d\W_]*$")


def items(texts: Iterable[str]) -> list[str]:
    """Lines are items; a line with numbers 1, 2, 3 … in it is parted there."""
    parts = map(_without_mark, chain.from_iterable(map(_parted, _lines(texts))))
    return list(filter(_holds_words, map(_trimmed, parts)))


def numbered(text: str) -> list[str] | None:
    """The items of «1- … 2- … 3- …», whatever stands before the first; None when no such run is there."""
    plain = latin_digits(text)
    run = _run(plain)
    if not _is_list(plain, run):
        return None
    ends = [*map(re.Match.start, run[1:]), len(text)]
    return [text[mark.end() : end].strip() for mark, end in zip(run, ends, strict=True)]


def numbered_lines(texts: Iterable[str]) -> list[str]:
    """Only the numbered items of some lines: the steps among sentences. Empty when fewer than two are numbered."""
    found = list(chain.from_iterable(map(_line_items, _lines(texts))))
    return list(filter(None, map(_trimmed, found))) if len(found) > 1 else []


def _lines(texts: Iterable[str]) -> list[str]:
    return "\n".join(texts).split("\n")


def _parted(line: str) -> list[str]:
    return numbered(line) or [_BULLET.sub("", line)]


def _without_mark(item: str) -> str:
    return _LEADING.sub("", _BULLET.sub("", item))


def _trimmed(item: str) -> str:
    return fold_line(item).strip(" ،؛")


def _holds_words(item: str) -> bool:
    return not _ALONE.match(item)


def _run(plain: str) -> list[re.Match[str]]:
    """The marks 1, 2, 3 … in their order: any other number is a word of an item."""
    run: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(plain):
        if int(mark[1]) == len(run) + 1:
            run.append(mark)
    return run


def _is_list(plain: str, run: Sequence[re.Match[str]]) -> bool:
    """Two or more, or one at the very beginning."""
    return len(run) > 1 or bool(run) and not plain[: run[0].start()].strip()


def _line_items(line: str) -> list[str]:
    start = _NUMBERED_LINE.match(latin_digits(line))
    return numbered(line) or ([line[start.start(2) :]] if start else [])

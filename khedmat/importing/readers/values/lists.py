"""A text of several items → items, only where numbers, bullets or lines part them."""

import re

from khedmat.core.persian import fold_line, latin_digits

_BULLET = re.compile(r"^\s*(?:[•·●○▪■□*»➢✓✔\-–—]|o(?=\s))\s*")
_NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s.؛;،,:)]))(\d{1,2})\s*[\-–.)_ـ]+\s*(?!\d)")
_LEADING = re.compile(r"^\s*[\d۰-۹٠-٩]{1,2}\s*[\-–.)ـ]+\s*(?=[^\W\d])")
_ALONE = re.compile(r"\s*[\d\W_]*$")


def items(texts: list[str]) -> list[str]:
    """Lines are items; a line with numbers 1, 2, 3 … in it is parted there."""
    found = [item for text in texts for line in text.split("\n") for item in numbered(line) or [_BULLET.sub("", line)]]
    folded = (fold_line(_LEADING.sub("", _BULLET.sub("", item))).strip(" ،؛") for item in found)
    return [item for item in folded if item and not _ALONE.match(item)]


def numbered(text: str) -> list[str] | None:
    """The items of «1- … 2- … 3- …», whatever stands before the first; None when there is no such run of two or more."""
    plain = latin_digits(text)
    marks = [mark for mark in _NUMBER.finditer(plain)]
    run = []
    for mark in marks:
        if int(mark[1]) == len(run) + 1:
            run.append(mark)
    if len(run) < 2 and not (run and plain[: run[0].start()].strip() == ""):
        return None
    ends = [mark.start() for mark in run[1:]] + [len(text)]
    return [text[mark.end() : end].strip() for mark, end in zip(run, ends, strict=True)]


def numbered_lines(texts: list[str]) -> list[str]:
    """Only the numbered items of some lines: the steps among sentences. Empty when fewer than two are numbered."""
    whole = [item for text in texts for line in text.split("\n") if (found := _line_items(line)) for item in found]
    folded = [fold_line(item).strip(" ،؛") for item in whole]
    return [item for item in folded if item] if len(whole) > 1 else []


def _line_items(line: str) -> list[str] | None:
    inline = numbered(line)
    if inline:
        return inline
    start = re.match(r"\s*(\d{1,2})\s*[\-–.)_ـ]+\s*(?!\d)(.+)", latin_digits(line))
    return [line[start.start(2) :]] if start else None

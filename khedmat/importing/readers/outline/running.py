"""Heads and feet of printed pages inside a form: page numbers, and what is printed beside them on every page."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, filterfalse, pairwise

from khedmat.core.persian import fold, squeeze
from khedmat.core.remembering import remembered
from khedmat.importing.readers.blocks import Line, Sheet

_OF = r"(?:از|of|/)"
_NAMED = rf"\W*(?:صفحه|page)\s*:?\s*\d{{1,3}}(?:\s*{_OF}\s*\d{{1,3}})?\W*"
_PAGE = re.compile(rf"{_NAMED}|[\s\-–—]*\d{{1,3}}\s*(?:از|of)\s*\d{{1,3}}\W*", re.I)
_BARE = re.compile(r"[\s\-–—]*\d{1,3}[\s\-–—]*")
_DIGIT = re.compile(r"\d")
_MAY_BEGIN = re.compile("[\\Wـ]*[\\dصpP\ufb50-\ufdff\ufe70-\ufefc]")  # such a line, in any letters
_SHORTEST_HEAD = 6  # letters


def running_lines(sheet: Sheet) -> set[Line]:
    """The lines that belong to the paper and not to the form."""
    paper = _Paper(sheet)
    return paper.lines if paper.numbers else set()


@dataclass(frozen=True)
class _Paper:
    sheet: Sheet

    @cached_property
    def numbers(self) -> set[Line]:
        """Lines of nothing but a number, alone or of so many."""
        return {line for line in self.sheet.lines if line.alone and _is_number(line.text)}

    @property
    def lines(self) -> set[Line]:
        """A bare number is that of a page only beside a running head."""
        return self.heads | set(filter(self._numbers_a_page, self.numbers))

    @cached_property
    def heads(self) -> set[Line]:
        """Lines that come more than once, and beside a number; a box of the form there is kept once."""
        found = list(filter(self._is_head, self.sheet.lines))
        return set(found) - set(_first_boxes(found))

    def _numbers_a_page(self, line: Line) -> bool:
        return _is_page(line.text) or not self.heads.isdisjoint(self._beside(line))

    def _is_head(self, line: Line) -> bool:
        return squeeze(line.text) in self._running

    @cached_property
    def _running(self) -> set[str]:
        """Texts of heads."""
        beside = filterfalse(self.numbers.__contains__, chain.from_iterable(map(self._beside, self.numbers)))
        near = map(squeeze, map(_text, beside))
        return set(filter(self._comes_again, near))

    def _comes_again(self, letters: str) -> bool:
        return len(letters) >= _SHORTEST_HEAD and self._often[letters] > 1

    @cached_property
    def _often(self) -> Counter[str]:
        return Counter(map(squeeze, map(_text, filter(_is_alone, self.sheet.lines))))

    def _beside(self, line: Line) -> set[Line]:
        return self._neighbours.get(line, set())

    @cached_property
    def _neighbours(self) -> dict[Line, set[Line]]:
        near: dict[Line, set[Line]] = {}
        for one, other in pairwise(self.sheet.lines):
            near.setdefault(one, set()).add(other)
            near.setdefault(other, set()).add(one)
        return near


def _text(line: Line) -> str:
    return line.text


def _is_alone(line: Line) -> bool:
    return line.alone


@remembered
def _is_number(text: str) -> bool:
    if not (_MAY_BEGIN.match(text) and _DIGIT.search(text)):
        return False
    return _is_page(text) or bool(_BARE.fullmatch(fold(text)))


def _is_page(text: str) -> bool:
    return bool(_PAGE.fullmatch(fold(text)))


def _first_boxes(heads: list[Line]) -> list[Line]:
    """«عنوان خدمت: …» may head every page."""
    boxes = filter(_is_box, reversed(heads))
    return list({squeeze(line.text): line for line in boxes}.values())


def _is_box(line: Line) -> bool:
    return ":" in line.text

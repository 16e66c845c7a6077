"""The table of words that Tesseract prints → lines of words. Pixels of the picture it was given."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_A_WORD = "5"  # of its levels: page, block, paragraph, line, word
_COLUMNS = 12
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x1f]")  # it prints marks of direction


class Seen(NamedTuple):
    """A word as it was seen on a page, counted from 0; `sure` 0 to 100."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    text: str

    @property
    def middle(self) -> float:
        """Along the line."""
        return (self.left + self.right) / 2


def lines_of(table: str) -> dict[int, tuple[Seen, ...]]:
    """The words of each page in the order in which they are read: a page is a line. Rows that are no words are left
    out."""
    pages = groupby(_words(table.splitlines()), lambda word: word.page)
    return {page: tuple(words) for page, words in pages}


def _words(rows: Iterable[str]) -> Iterator[Seen]:
    for row in rows:
        level, *cells = row.split("\t")
        if level == _A_WORD and len(cells) == _COLUMNS - 1 and (text := _UNSEEN.sub("", cells[-1]).strip()):
            yield _seen(cells, text)


def _seen(cells: list[str], text: str) -> Seen:
    left, top, width, height, sure = map(float, cells[5:10])
    return Seen(int(cells[0]) - 1, left, top, left + width, top + height, sure, text)

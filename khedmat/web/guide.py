"""The guide as a page: the article that a chapter rests on is said once, and beside a heading only where it differs."""

from collections import Counter
from typing import NamedTuple

from khedmat.cards.guide import CHAPTERS, Heading


class Chapter(NamedTuple):
    """A chapter with the article of most of its headings."""

    title: str
    article: str
    headings: tuple[Heading, ...]


def _chapter(title: str, headings: tuple[Heading, ...]) -> Chapter:
    ((article, _often),) = Counter(heading.article for heading in headings).most_common(1)
    return Chapter(title, article, headings)


BOOK = [_chapter(title, headings) for title, headings in CHAPTERS]

"""The words of people and what the forms call the same: a curated table in `data/synonyms`, one group a line. Pure.

«a، b = x؛ y»: whoever writes a or b means x, or else y. A phrase of several words is met when all of them are in the
question, in any order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from khedmat.core.word_lists import entries
from khedmat.search.analysis import DATA, STOPS, stem, stems, words
from khedmat.search.finglish import Sounds, sounds

FOLDER = DATA / "synonyms"
MOST_MEANINGS, LOOSE = 12, "words"
TELLING = frozenset(("من", "خودم", "هم", "دیگر", "دیگه", "جای", "بی", "چند", "از", "با", "یک", "ای", "کجا", "چی"))


class Meaning(NamedTuple):
    """A phrase of people that a question holds: its stems, as it stands in the table, and what it means.

    Loose: a single word of everyday speech (`words.txt`), which says little of the service by itself. Share: how much
    of the question these stems are, where it holds no phrase as a whole (`gist`).
    """

    said: frozenset[str]
    phrase: str
    meanings: tuple[tuple[str, ...], ...]
    is_loose: bool = False
    share: float = 1.0

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self.meanings))


class Row(NamedTuple):
    """A phrase and its meanings, as written."""

    phrase: str
    meanings: tuple[str, ...]
    is_loose: bool


@cache
def rows() -> tuple[Row, ...]:
    files = sorted(FOLDER.glob("*.txt"))
    return tuple(row for file in files for line in entries(file) for row in _rows(line, is_loose=file.stem == LOOSE))


def _rows(line: str, *, is_loose: bool) -> Iterator[Row]:
    said, _sign, meant = line.partition("=")
    meanings = tuple(filter(None, map(str.strip, meant.split("؛"))))
    for phrase in filter(None, map(str.strip, said.split("،"))):
        yield Row(phrase, meanings, is_loose)


@cache
def table() -> dict[str, list[Meaning]]:
    """By one stem of the phrase, that of the fewest phrases: a question looks up its own stems only."""
    said = [frozenset(_said(row.phrase)) for row in rows()]
    often = Counter(chain.from_iterable(said))
    found: dict[str, list[Meaning]] = defaultdict(list)
    for one, row in zip(said, rows(), strict=True):
        meant = tuple(tuple(stems(meaning)) for meaning in row.meanings)
        found[min(sorted(one), key=often.__getitem__)].append(Meaning(one, row.phrase, meant, row.is_loose))
    return dict(found)


def _said(phrase: str) -> list[str]:
    """Small words count in a phrase only where there are no others; some also beside a single one: «برق من» is an
    app, and «برق» is not."""
    found = _without(phrase, STOPS)
    return (found if len(found) > 1 else _without(phrase, STOPS - TELLING)) or _without(phrase, frozenset())


def _without(phrase: str, small: frozenset[str]) -> list[str]:
    return [stem(word) for word in words(phrase) if word not in small]


def meant_by(asked: Sequence[str]) -> list[Meaning]:
    """The phrases that these stems hold; a phrase that is part of a longer one is left out."""
    typed, plain = frozenset(asked), _plainly(asked)
    keys, rows_by = dict.fromkeys((*asked, *plain)), table()
    found = [
        row
        for one in keys
        for row in rows_by.get(one, ())
        if row.said <= typed or (plain and _is_held(row.said, typed, plain))
    ]
    longest = [row for row in found if not any(row.said < other.said for other in found)]
    once = {(row.said, row.meanings): row for row in reversed(longest)}  # «عوض» and «عوض کردن» are one phrase
    return list(reversed(once.values()))[:MOST_MEANINGS]


def _plainly(asked: Sequence[str]) -> dict[str, str]:
    """What single words of everyday speech stand for, with the word typed: who asks for «پول دفن» also asks for
    «هزینه دفن»."""
    loose = [(row, one) for one in asked for row in table().get(one, ()) if row.is_loose and len(row.said) == 1]
    return {meaning[0]: one for row, one in loose for meaning in row.meanings if len(meaning) == 1}


def _is_held(said: frozenset[str], typed: frozenset[str], plain: Mapping[str, str]) -> bool:
    """Each word of a phrase of several by another word of the question, also where none stands as it was typed."""
    others = said - typed
    if len(said) == 1 or not others <= plain.keys():
        return False
    by = {plain[one] for one in others}
    return len(by) == len(others) and by.isdisjoint(said)


@cache
def said_stems() -> frozenset[str]:
    """Every stem of a phrase of people: none of them is a mistyped word."""
    return frozenset(one for found in table().values() for row in found for one in row.said)


def is_said(one: str) -> bool:
    return one in said_stems()


@cache
def said_words() -> frozenset[str]:
    """The words of all phrases, as written: what a mistyped word may have been, where no title holds it."""
    return frozenset(chain.from_iterable(words(row.phrase) for row in rows()))


@cache
def known_words() -> frozenset[str]:
    """Those, and the words of what they mean."""
    return said_words() | frozenset(word for row in rows() for one in row.meanings for word in words(one))


@cache
def said_often() -> Mapping[str, int]:
    """How many phrases and meanings hold a word."""
    return Counter(word for row in rows() for one in (row.phrase, *row.meanings) for word in words(one))


@cache
def said_sounds() -> Sounds:
    """The words of all phrases as they sound."""
    return sounds(said_words())

"""The gist of a question: what it may mean where it holds several words that people use of one thing, though no phrase
as a whole. Pure.

All that the table of phrases holds for one meaning is a set of words; the sets are compared as texts are: rare words
say more, and a set of many words less.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from khedmat.search.analysis import stem
from khedmat.search.synonyms import Meaning, table

MOST, LEAST_WORDS = 3, 2
LENGTH = 0.4  # the power of a set's size by which its words say less


class Talk(NamedTuple):
    """What people say of one meaning: its stems, and by how much a set of its size says less."""

    meaning: tuple[str, ...]
    said: frozenset[str]
    size: float


class Talks(NamedTuple):
    """All of them; by a stem the places of those that hold it, and what it says by being rare."""

    every: Sequence[Talk]
    places: Mapping[str, Sequence[int]]
    rarity: Mapping[str, float]


@cache
def talks() -> Talks:
    """Of phrases alone: a single word of everyday speech stands beside everything."""
    every = [Talk(meaning, frozenset(said), len(said) ** LENGTH) for meaning, said in _said_of().items()]
    places: dict[str, list[int]] = defaultdict(list)
    for place, talk in enumerate(every):
        for one in talk.said:
            places[one].append(place)
    return Talks(every, dict(places), {one: math.log(1 + len(every) / len(held)) for one, held in places.items()})


def _said_of() -> Mapping[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in chain.from_iterable(table().values()):
        for meaning in () if row.is_loose else row.meanings:
            found[tuple(sorted(set(meaning)))] |= row.said
    return found


def gist(typed: Iterable[str]) -> list[Meaning]:
    """What these words may mean, the likest first; it counts as far as its words are all that was asked."""
    every, places, rarity = talks()
    by_stem = {one: word for word in typed if (one := stem(word)) in places}
    if len(by_stem) < LEAST_WORDS:
        return []
    often = Counter(chain.from_iterable(places[one] for one in by_stem))
    near = [every[place] for place, number in often.items() if number >= LEAST_WORDS]
    told = [(talk, talk.said & by_stem.keys()) for talk in near]
    worth = [(math.fsum(rarity[one] for one in said), talk, said) for talk, said in told]
    worth.sort(key=lambda row: (-row[0] / row[1].size, row[1].meaning))
    whole = math.fsum(rarity[one] for one in by_stem)
    best = [(talk, said, round(much / whole, 1)) for much, talk, said in worth[:MOST]]
    return [Meaning(said, _typed(said, by_stem), (talk.meaning,), share=share) for talk, said, share in best]


def _typed(said: frozenset[str], by_stem: Mapping[str, str]) -> str:
    """The words, in the order of the question."""
    return " ".join(word for one, word in by_stem.items() if one in said)

"""The words that titles and names hold: what a mistyped word may have been, and where two words ran together. Pure."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from khedmat.search.analysis import stem
from khedmat.search.finglish import Sounds, sounds

FORGIVEN = (4, 6)  # letters from which one slip, and one more, is forgiven
MOST, MOST_KEPT = 3, 20_000


class Lexicon:
    """Folded words of titles and names; stems of all texts are known too, but nothing is corrected into them."""

    def __init__(self, words: Iterable[str], *stems: Container[str]) -> None:
        self.words, self._stems = frozenset(words), stems
        self._nearest: dict[str, tuple[str, ...]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self.words or any(stem(str(word)) in held for held in self._stems)

    @cached_property
    def sounds(self) -> Sounds:
        return sounds(self.words)

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset().union(*self.words)

    @cached_property
    def _by_beginning(self) -> Mapping[tuple[str, int], list[str]]:
        """By the first letter and the number of letters."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self.words):
            found[word[0], len(word)].append(word)
        return dict(found)

    def nearest(self, word: str) -> tuple[str, ...]:
        """Known words that differ in one slip, else in two behind the same first letter, the likest first; none for a
        word that is known or too short."""
        if word in self.words or not _forgiven(word):
            return ()
        if word not in self._nearest:
            if len(self._nearest) >= MOST_KEPT:
                self._nearest.clear()
            self._nearest[word] = self._found(word)
        return self._nearest[word]

    def _found(self, word: str) -> tuple[str, ...]:
        near = sorted(self.words.intersection(_one_slip_from(word, self._letters)), key=lambda one: (len(one), one))
        return tuple(near[:MOST]) if near or _forgiven(word) < 2 else self._two_slips_from(word)

    def _two_slips_from(self, word: str) -> tuple[str, ...]:
        """To compare with every word would cost more than all the rest of a question."""
        lengths = range(len(word) - 2, len(word) + 3)
        near = [one for length in lengths for one in self._by_beginning.get((word[0], length), ())]
        found = extract(word, near, scorer=OSA.distance, score_cutoff=2, limit=MOST)
        return tuple(one for one, _slips, _place in found)

    def parted(self, word: str) -> tuple[str, ...]:
        """Two known words that were written as one, at the longest first half; none where there is no such place."""
        if word in self.words:
            return ()
        places = range(len(word) - 2, 1, -1)
        found = ((word[:place], word[place:]) for place in places)
        return next((pair for pair in found if pair[0] in self.words and pair[1] in self.words), ())


def _forgiven(word: str) -> int:
    return sum(len(word) >= least for least in FORGIVEN)


def _one_slip_from(word: str, letters: Iterable[str]) -> Iterator[str]:
    """A letter too many, two in the other order, another letter in the place of one, a letter missing."""
    for place in range(len(word)):
        before, at, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        yield before + after[:1] + at + after[1:]
        yield from (before + letter + after for letter in letters)
        yield from (before + letter + at + after for letter in letters)
    yield from (word + letter for letter in letters)

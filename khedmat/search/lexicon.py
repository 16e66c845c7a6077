"""The words that titles and names hold: what a mistyped word may have been, and where two words ran together. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from khedmat.search.analysis import stem
from khedmat.search.finglish import Sounds, sounds

FORGIVEN = (4, 6)  # letters from which one slip, and one more, is forgiven
MOST, MOST_KEPT = 3, 20_000


class Lexicon:
    """Folded words of titles and names; stems of other texts are known too, but nothing is corrected into them."""

    def __init__(self, words: Iterable[str], stems: Iterable[str] = ()) -> None:
        self.words, self._stems = frozenset(words), frozenset(stems)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            self._by_length[len(word)].append(word)
        self._nearest: dict[str, tuple[str, ...]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self.words or stem(str(word)) in self._stems

    @cached_property
    def sounds(self) -> Sounds:
        return sounds(self.words)

    def nearest(self, word: str) -> tuple[str, ...]:
        """Known words that differ in one slip or two, the likest first; none for a word that is known or too short."""
        if word in self.words or not _forgiven(word):
            return ()
        if word not in self._nearest:
            if len(self._nearest) >= MOST_KEPT:
                self._nearest.clear()
            self._nearest[word] = self._found(word)
        return self._nearest[word]

    def _found(self, word: str) -> tuple[str, ...]:
        slips = _forgiven(word)
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [one for length in lengths for one in self._by_length.get(length, ())]
        found = extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=MOST)
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

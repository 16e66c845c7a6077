"""The words that titles, names and people hold: what a mistyped word may have been, and where two words ran together.
Pure."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from khedmat.search.analysis import stem
from khedmat.search.finglish import Sounds, sounds
from khedmat.search.slips import is_likely, one_slip_from

FORGIVEN = (4, 6)  # letters from which one slip, and one more, is forgiven
MOST, MOST_KEPT = 3, 20_000
A_HALF, A_HALF_SAID = 2, 3  # letters of the shorter of two words that ran together


class Lexicon:
    """Folded words of titles and names, and behind them those that people say; stems of all texts are known too, but
    nothing is corrected into them."""

    def __init__(self, words: Iterable[str], *stems: Container[str], said: Iterable[str] = ()) -> None:
        self.words, self._stems = frozenset(words), stems
        self.said = self.words.union(said)
        self._nearest: dict[tuple[str, int], tuple[str, ...]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self.words or any(stem(str(word)) in held for held in self._stems)

    @cached_property
    def sounds(self) -> Sounds:
        return sounds(self.words)

    @cached_property
    def _letters(self) -> Mapping[bool, Sequence[str]]:
        """Latin ones, and the others: a finger that slips stays on its keyboard."""
        every = sorted(filter(str.isalpha, frozenset().union(*self.said)))
        return {is_latin: [one for one in every if one.isascii() == is_latin] for is_latin in (True, False)}

    @cached_property
    def _by_beginning(self) -> Mapping[tuple[str, int], list[str]]:
        """By the first letter and the number of letters."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self.said):
            found[word[0], len(word)].append(word)
        return dict(found)

    def nearest(self, word: str) -> tuple[str, ...]:
        """Known words that differ in one slip, the likest first; none for a word that is known or too short."""
        return self._remembered(word, 1)

    def less_near(self, word: str) -> tuple[str, ...]:
        """In two, behind the same first letter."""
        return self._remembered(word, 2)

    def _remembered(self, word: str, slips: int) -> tuple[str, ...]:
        if word in self.words or _forgiven(word) < slips:
            return ()
        if (word, slips) not in self._nearest:
            if len(self._nearest) >= MOST_KEPT:
                self._nearest.clear()
            self._nearest[word, slips] = self._one_slip_from(word) if slips == 1 else self._two_slips_from(word)
        return self._nearest[word, slips]

    def _one_slip_from(self, word: str) -> tuple[str, ...]:
        near = self.said.intersection(one_slip_from(word, self._letters[word.isascii()]))
        return tuple(sorted(near, key=lambda one: self._unlike(word, one))[:MOST])

    def _unlike(self, typed: str, meant: str) -> tuple[bool, bool, bool, bool, int, str]:
        """The least is the likest: of keys side by side and letters of one sound, then words of titles."""
        at_ends = typed[0] != meant[0], typed[-1] != meant[-1]
        return not is_likely(typed, meant), meant not in self.words, *at_ends, -len(meant), meant

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
        return halves(word, self.words, A_HALF) or halves(word, self.said, A_HALF_SAID)


def halves(word: str, known: Container[str], least: int) -> tuple[str, ...]:
    places = range(len(word) - least, least - 1, -1)
    found = ((word[:place], word[place:]) for place in places)
    return next((pair for pair in found if pair[0] in known and pair[1] in known), ())


def _forgiven(word: str) -> int:
    return sum(len(word) >= least for least in FORGIVEN)

"""A text without spaces, marks and punctuation, that remembers where each of its letters stood."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, compress, count, repeat

from khedmat.core import persian
from khedmat.core.remembering import remembered


@remembered
def _letter(character: str) -> str:
    """A mark alone would be folded to a letter of its own."""
    return "" if unicodedata.combining(character) else persian.squeeze(character)


def _places(given: list[str]) -> tuple[int, ...]:
    return tuple(chain.from_iterable(repeat(place, len(letters)) for place, letters in enumerate(given)))


def _is_dropped(character: str) -> bool:
    """A sign of a word that gives no letter of its own: hamza, vowels, the long stroke."""
    return (character.isalpha() or bool(unicodedata.combining(character))) and not _letter(character)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """`letters[i]` stood at `places[i]` of `raw`."""

    raw: str
    letters: str
    places: tuple[int, ...]

    @staticmethod
    @remembered
    def of(raw: str) -> "Squeezed":
        """One character may give no letter or several (ligatures)."""
        given = list(map(_letter, raw))
        letters, places = "".join(given), tuple(compress(count(), given))
        return Squeezed(raw, letters, places if len(places) == len(letters) else _places(given))

    def index_at(self, place: int) -> int:
        """Number of the first letter at or after a place of the raw text."""
        return bisect_left(self.places, place)

    def end_of(self, index: int) -> int:
        """Place in the raw text just behind letter number `index - 1` and the signs that belong to it («جزء»)."""
        place = self.places[index - 1] + 1 if index else 0
        while index and place < len(self.raw) and _is_dropped(self.raw[place]):
            place += 1
        return place

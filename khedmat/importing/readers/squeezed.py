"""A text without spaces, marks and punctuation, that remembers where each of its letters stood."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from khedmat.core import persian


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    return persian.squeeze(character)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """`letters[i]` stood at `places[i]` of `raw`."""

    raw: str
    letters: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, raw: str) -> "Squeezed":
        letters, places = [], []
        for place, character in enumerate(raw):
            for letter in _letter(character):
                letters.append(letter)
                places.append(place)
        return cls(raw, "".join(letters), tuple(places))

    def index_at(self, place: int) -> int:
        """Number of the first letter at or after a place of the raw text."""
        low, high = 0, len(self.places)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.places[middle] < place else (low, middle)
        return low

    def end_of(self, index: int) -> int:
        """Place in the raw text just behind letter number `index - 1`."""
        return self.places[index - 1] + 1 if index else 0

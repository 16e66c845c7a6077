"""Labels that a scan damaged: found by their likeness to a label of the dictionary."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from khedmat.importing.readers import marks
from khedmat.importing.readers.labels.dictionary import FIELDS, LIKENED, LONG, PRINTED
from khedmat.importing.readers.labels.hit import Hit, tail
from khedmat.importing.readers.labels.prose import reads_on
from khedmat.importing.readers.squeezed import Squeezed

LETTERS_A_DAMAGE = 8  # one wrong letter in so many; more, and «متولیان خدمت» meets «متولی خدمت»
LONGEST_LABEL = 90  # characters before its colon
LONGEST_ALONE = 60  # letters of a line that may be nothing but a label
LONGEST_LINE = 400  # letters; what begins a longer line is prose
SHORTEST_BEGINNING, LONGEST_BEGINNING = 9, 45  # letters of a label at the beginning of a line
_WORD_OF_SENTENCE = re.compile(r"\s(?:را|که|می|است|از|به|پس)$")  # ends no label
_GAP = re.compile(r"\s{3,}|\t")
_LAST_DIGITS = re.compile(r"\d+$")


class _Likeness(NamedTuple):
    """In the order of preference: the share of right letters, then the longest."""

    share: float
    end: int
    label: str


def before_colon(squeezed: Squeezed, place: int) -> Hit | None:
    """All before the colon is one label: it says more than a short label at its beginning («نام دستگاه اجرانی:»)."""
    colon = _colon(squeezed.raw, place)
    return _like(squeezed, squeezed.index_at(place), squeezed.index_at(colon)) if colon else None


def by_likeness(squeezed: Squeezed, place: int) -> Hit | None:
    """The whole line, or its beginning up to a word's end; not where a colon already bounds the label."""
    if _colon(squeezed.raw, place):
        return None
    index = squeezed.index_at(place)
    return _like_line(squeezed, index) or _like_cell(squeezed, place) or _like_beginning(squeezed, index)


def _colon(raw: str, place: int) -> int:
    """Where the label that begins at `place` may end; 0 when no colon is near."""
    colon = raw.find(":", place)
    return colon if 0 < colon - place <= LONGEST_LABEL else 0


def _like_line(squeezed: Squeezed, index: int) -> Hit | None:
    end = len(squeezed.letters)
    return _like(squeezed, index, end) if end - index <= LONGEST_ALONE else None


def _like_cell(squeezed: Squeezed, place: int) -> Hit | None:
    """All before a wide gap, where marks stand behind it: «سطح خذمت   □ ملی»."""
    gap = _GAP.search(squeezed.raw, place)
    if gap is None or not marks.is_marked(squeezed.raw[gap.end() :]):
        return None
    return _like(squeezed, squeezed.index_at(place), squeezed.index_at(gap.start()))


def _like(squeezed: Squeezed, index: int, end: int) -> Hit | None:
    letters = _LAST_DIGITS.sub("", squeezed.letters[index:end])
    like = _nearest(letters, LIKENED, end) if len(letters) >= 6 else None
    return _hit(squeezed, index, like) if like else None


def _like_beginning(squeezed: Squeezed, index: int) -> Hit | None:
    """The best of the beginnings that end with one of the first words."""
    ends = filter(partial(_ends_a_word, squeezed), _beginnings(index, len(squeezed.letters)))
    found = (_nearest(squeezed.letters[index:end], LONG, end) for end in ends)
    best = max(filter(None, found), default=None)
    return _hit(squeezed, index, best) if best else None


def _beginnings(index: int, end: int) -> range:
    """Where a label that begins at `index` may end, before the line does."""
    if end - index > LONGEST_LINE:
        return range(0)
    return range(index + SHORTEST_BEGINNING, min(index + LONGEST_BEGINNING, end))


def _ends_a_word(squeezed: Squeezed, end: int) -> bool:
    """And it is not in the middle of a sentence."""
    place = squeezed.end_of(end)
    return squeezed.places[end] > place and not _is_inside_sentence(squeezed.raw[:place], squeezed.raw[place:])


def _is_inside_sentence(before: str, rest: str) -> bool:
    return bool(_WORD_OF_SENTENCE.search(before)) or reads_on(rest)


def _nearest(letters: str, labels: Sequence[str], end: int) -> _Likeness | None:
    most = max(1, len(letters) // LETTERS_A_DAMAGE)
    best = process.extractOne(letters, labels, scorer=Levenshtein.distance, score_cutoff=most)
    return _Likeness(1 - best[1] / len(letters), end, best[0]) if best else None


def _hit(squeezed: Squeezed, index: int, like: _Likeness) -> Hit:
    start, end = squeezed.places[index], squeezed.end_of(like.end)
    length, colon = tail(squeezed.raw[end:])
    return Hit(FIELDS[like.label], PRINTED[like.label], start, end, end + length, round(like.share, 2), colon)

"""Labels that a scan damaged: found by their likeness to a label of the dictionary."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from khedmat.importing.readers import marks
from khedmat.importing.readers.labels.dictionary import FIELDS, LIKENED, LONG, PRINTED, SHORTEST
from khedmat.importing.readers.labels.hit import Hit, tail
from khedmat.importing.readers.labels.prose import reads_on
from khedmat.importing.readers.labels.suspects import BRIEF, Suspects, most_damages
from khedmat.importing.readers.squeezed import Squeezed

LONGEST_LABEL = 90  # characters before its colon
LONGEST_ALONE = 60  # letters of a line that may be nothing but a label
LONGEST_LINE = 400  # letters; what begins a longer line is prose
SHORTEST_BEGINNING, LONGEST_BEGINNING = 9, 45  # letters of a label at the beginning of a line
_WORD_OF_SENTENCE = re.compile(r"\s(?:را|که|می|است|از|به|پس)$")  # ends no label
_COLON = re.compile(r":(?!//)")
_GAP = re.compile(r"\s{3,}|\t")
_LAST_DIGITS = re.compile(r"\d+$")
_LIKENED = Suspects(LIKENED)


class _Likeness(NamedTuple):
    """In the order of preference: the share of right letters, then the longest."""

    share: float
    end: int
    label: str


def before_colon(squeezed: Squeezed, place: int) -> Hit | None:
    """All before the colon is one label: it says more than a short label at its beginning («نام دستگاه اجرانی:»)."""
    colon = _colon(squeezed.raw, place)
    if not colon:
        return None
    index, end = squeezed.index_at(place), squeezed.index_at(colon)
    return _like(squeezed, range(index, end), _LIKENED.near(squeezed.letters[index:end]))


def longer_by_likeness(squeezed: Squeezed, hit: Hit) -> Hit | None:
    """The whole line is nearly a label that begins with a shorter one: «مدارک لازم بررای انجام خدمت»."""
    if _colon(squeezed.raw, hit.start) or _ends_with_digit(squeezed):
        return None
    line = range(squeezed.index_at(hit.start), len(squeezed.letters))
    like = _like_line(squeezed, line, _LIKENED.near(squeezed.letters[line.start :]))
    return like if like and len(like.label) > len(hit.label) else None


def _ends_with_digit(squeezed: Squeezed) -> bool:
    """«کد خدمت 42» is a label with its answer."""
    return squeezed.letters[-1:].isdigit()


def by_likeness(squeezed: Squeezed, place: int) -> Hit | None:
    """The whole line, or its beginning up to a word's end; not where a colon already bounds the label."""
    if _colon(squeezed.raw, place):
        return None
    line = range(squeezed.index_at(place), len(squeezed.letters))
    near = _LIKENED.near(squeezed.letters[line.start :])
    whole = _like_line(squeezed, line, near) or _like_cell(squeezed, place, near)
    return whole or _like_beginning(squeezed, line, near)


def _colon(raw: str, place: int) -> int:
    """Where the label that begins at `place` may end; 0 when no colon is near."""
    colon = _COLON.search(raw, place)
    return colon.start() if colon and 0 < colon.start() - place <= LONGEST_LABEL else 0


def _like_line(squeezed: Squeezed, line: range, near: Sequence[str]) -> Hit | None:
    return _like(squeezed, line, near) if len(line) <= LONGEST_ALONE else None


def _like_cell(squeezed: Squeezed, place: int, near: Sequence[str]) -> Hit | None:
    """All before a wide gap, where marks stand behind it: «سطح خذمت   □ ملی»."""
    gap = _GAP.search(squeezed.raw, place)
    if gap is None or not marks.is_marked(squeezed.raw[gap.end() :]):
        return None
    return _like(squeezed, range(squeezed.index_at(place), squeezed.index_at(gap.start())), near)


def _like(squeezed: Squeezed, span: range, near: Sequence[str]) -> Hit | None:
    """All letters of a span are one label."""
    letters = _LAST_DIGITS.sub("", squeezed.letters[span.start : span.stop])
    labels = near if len(letters) > BRIEF else _LIKENED.brief
    like = _nearest(letters, labels, span.stop) if len(letters) >= SHORTEST else None
    return _hit(squeezed, span.start, like) if like else None


def _like_beginning(squeezed: Squeezed, line: range, near: Sequence[str]) -> Hit | None:
    """The best of the beginnings that end with one of the first words."""
    long = [label for label in near if len(label) >= LONG]
    ends = _ends_of_words(squeezed, line) if long else ()
    found = filter(None, (_nearest(squeezed.letters[line.start : end], long, end) for end in ends))
    best = max(filter(partial(_ends_a_word, squeezed), found), default=None)
    return _hit(squeezed, line.start, best) if best else None


def _ends_of_words(squeezed: Squeezed, line: range) -> list[int]:
    """Where a label at the beginning of a line may end before the line does."""
    if len(line) > LONGEST_LINE:
        return []
    places, ends = squeezed.places, line[SHORTEST_BEGINNING:LONGEST_BEGINNING]
    return [end for end in ends if places[end] - places[end - 1] > 1]


def _ends_a_word(squeezed: Squeezed, like: _Likeness) -> bool:
    """And it is not in the middle of a sentence."""
    place = squeezed.end_of(like.end)
    return squeezed.places[like.end] > place and not _is_inside_sentence(squeezed.raw[:place], squeezed.raw[place:])


def _is_inside_sentence(before: str, rest: str) -> bool:
    return bool(_WORD_OF_SENTENCE.search(before)) or reads_on(rest)


def _nearest(letters: str, labels: Sequence[str], end: int) -> _Likeness | None:
    length, most = len(letters), most_damages(len(letters))
    labels = [label for label in labels if -most <= len(label) - length <= most]
    best = process.extractOne(letters, labels, scorer=Levenshtein.distance, score_cutoff=most) if labels else None
    return _Likeness(1 - best[1] / length, end, best[0]) if best else None


def _hit(squeezed: Squeezed, index: int, like: _Likeness) -> Hit:
    start, end = squeezed.places[index], squeezed.end_of(like.end)
    length, colon = tail(squeezed.raw[end:])
    return Hit(FIELDS[like.label], PRINTED[like.label], start, end, end + length, round(like.share, 2), colon)

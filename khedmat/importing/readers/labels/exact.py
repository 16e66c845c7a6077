"""Labels that stand in the line letter for letter, whatever their spaces and punctuation."""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from khedmat.importing.readers.labels.dictionary import (
    BRIEF,
    BY_START,
    FIELDS,
    INLINE,
    ONLY_AT_BEGINNING,
    PRINTED,
    START,
)
from khedmat.importing.readers.labels.hit import Hit, tail
from khedmat.importing.readers.labels.prose import may_stand_without_colon
from khedmat.importing.readers.squeezed import Squeezed

_TRANSLATION = re.compile(r"\s*/\s*[A-Za-z][A-Za-z &'-]{1,40}(?=\s*(?:[:：\n]|$))")  # «عنوان خدمت / Title»
_CLOSING = re.compile(r"\s*\)")


def labels_at(squeezed: Squeezed, place: int) -> Iterator[Hit]:
    """The labels that begin at a place of the line, the longest first."""
    index = squeezed.index_at(place)
    return filter(None, map(partial(_hit, squeezed, index), words_at(squeezed, index)))


def asking_at(squeezed: Squeezed, place: int) -> Iterator[Hit]:
    """Those of them that ask inside a text: before a colon, and the few that are printed so.

    Told before the rest of the line is looked at: a line may bear thousands of words that are labels elsewhere.
    """
    index = squeezed.index_at(place)
    words = filter(partial(_may_ask, squeezed, index), words_at(squeezed, index))
    return filter(None, map(partial(_hit, squeezed, index), words))


def _may_ask(squeezed: Squeezed, index: int, label: str) -> bool:
    if label in ONLY_AT_BEGINNING:
        return False
    return FIELDS[label] in INLINE or _ending(squeezed, index, label).colon


def words_at(squeezed: Squeezed, index: int) -> list[str]:
    """The letters of the labels that begin with a letter, whether they are labels there or words of a sentence."""
    letters = squeezed.letters
    near = BY_START.get(letters[index : index + START], BRIEF)
    if not letters.startswith(near, index):  # most words: told at once
        return []
    return [label for label in near if letters.startswith(label, index)]


def _hit(squeezed: Squeezed, index: int, label: str) -> Hit | None:
    """Unless what follows shows the label to be a word of a sentence, or a colon parts its words."""
    start = squeezed.places[index]
    end, length, colon = _ending(squeezed, index, label)
    if ":" in squeezed.raw[start:end] or not colon and not may_stand_without_colon(label, squeezed.raw[end:]):
        return None
    return Hit(FIELDS[label], PRINTED[label], start, end, end + length, 1.0, colon)


class _Ending(NamedTuple):
    end: int
    tail: int
    colon: bool


def _ending(squeezed: Squeezed, index: int, label: str) -> _Ending:
    """Where a label ends, how long what parts it from its value is, and whether that is a colon."""
    end = _with_parenthesis(squeezed.raw, squeezed.places[index], squeezed.end_of(index + len(label)))
    translated = _TRANSLATION.match(squeezed.raw, end)
    end = translated.end() if translated else end
    return _Ending(end, *tail(squeezed.raw[end:]))


def _with_parenthesis(raw: str, start: int, end: int) -> int:
    """«شناسه (کد)» ends with its parenthesis, which is no letter."""
    closing = _CLOSING.match(raw, end) if "(" in raw[start:end] else None
    return closing.end() if closing else end

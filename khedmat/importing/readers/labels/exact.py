"""Labels that stand in the line letter for letter, whatever their spaces and punctuation."""

import re
from collections.abc import Iterator
from functools import partial

from khedmat.importing.readers.labels.dictionary import BY_START, FIELDS, PRINTED
from khedmat.importing.readers.labels.hit import Hit, tail
from khedmat.importing.readers.labels.prose import may_stand_without_colon
from khedmat.importing.readers.squeezed import Squeezed

_CLOSING = re.compile(r"\s*\)")


def labels_at(squeezed: Squeezed, place: int) -> Iterator[Hit]:
    """The labels that begin at a place of the line, the longest first."""
    index = squeezed.index_at(place)
    near = BY_START.get(squeezed.letters[index : index + 2], [])
    found = (label for label in near if squeezed.letters.startswith(label, index))
    return filter(None, map(partial(_hit, squeezed, index), found))


def _hit(squeezed: Squeezed, index: int, label: str) -> Hit | None:
    """Unless what follows shows the label to be a word of a sentence."""
    start = squeezed.places[index]
    end = _with_parenthesis(squeezed.raw, start, squeezed.end_of(index + len(label)))
    length, colon = tail(squeezed.raw[end:])
    if not colon and not may_stand_without_colon(label, squeezed.raw[end:]):
        return None
    return Hit(FIELDS[label], PRINTED[label], start, end, end + length, 1.0, colon)


def _with_parenthesis(raw: str, start: int, end: int) -> int:
    """«شناسه (کد)» ends with its parenthesis, which is no letter."""
    closing = _CLOSING.match(raw, end) if "(" in raw[start:end] else None
    return closing.end() if closing else end

"""The labels of one line: at its beginning in any state, later in it only word for word and with a colon."""

import re
from collections.abc import Iterator
from itertools import islice

from khedmat.core.sequences import first, first_where
from khedmat.importing.readers.labels.dictionary import INLINE, NO_LABELS
from khedmat.importing.readers.labels.exact import labels_at
from khedmat.importing.readers.labels.hit import Hit
from khedmat.importing.readers.labels.likeness import before_colon, by_likeness
from khedmat.importing.readers.squeezed import Squeezed

_NUMBERING = re.compile(r"[\s\W_]*(?:[\d۰-۹٠-٩]{1,2}\s*[-–ـ.)/]+\s*)?[\s\W_]*")  # matches every text
_WORD = re.compile(r"[^\W_]+")


def hits(text: str) -> list[Hit]:
    """The labels of one line in their order, never overlapping."""
    squeezed = Squeezed.of(text)
    if not squeezed.letters:
        return []
    found = _at_beginning(squeezed)
    return [found, *_later(squeezed, found.end)] if found else [*_later(squeezed, 0)]


def _at_beginning(squeezed: Squeezed) -> Hit | None:
    place = next(_NUMBERING.finditer(squeezed.raw)).end()
    return None if squeezed.letters in NO_LABELS else _best(squeezed, place)


def _best(squeezed: Squeezed, place: int) -> Hit | None:
    """Word for word where the label fills its place; else what damage may have left of a longer one."""
    exact = first(labels_at(squeezed, place))
    if exact and _stands_out(exact, squeezed.raw):
        return exact
    return before_colon(squeezed, place) or exact or by_likeness(squeezed, place)


def _stands_out(hit: Hit, raw: str) -> bool:
    return hit.colon or hit.end >= len(raw.rstrip())


def _later(squeezed: Squeezed, end: int) -> Iterator[Hit]:
    """At each later word that no earlier label covers."""
    for word in islice(_WORD.finditer(squeezed.raw), 1, None):
        hit = _asking(squeezed, word.start()) if word.start() >= end else None
        if hit:
            yield hit
            end = hit.end


def _asking(squeezed: Squeezed, place: int) -> Hit | None:
    """Without a colon the words of a label are words of a value, but for the few that are printed so."""
    return first_where(_asks_inside, labels_at(squeezed, place))


def _asks_inside(hit: Hit) -> bool:
    return hit.colon or hit.field in INLINE

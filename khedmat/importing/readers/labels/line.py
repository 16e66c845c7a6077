"""The labels of one line: at its beginning in any state, later in it only with a colon or behind a wide gap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from khedmat.core.sequences import first, first_where
from khedmat.importing.readers.labels.dictionary import INLINE, NO_LABELS
from khedmat.importing.readers.labels.exact import labels_at
from khedmat.importing.readers.labels.hit import Hit
from khedmat.importing.readers.labels.likeness import before_colon, by_likeness
from khedmat.importing.readers.labels.prose import reads_on
from khedmat.importing.readers.squeezed import Squeezed

_NUMBERING = re.compile(r"[\s\W_]*(?:[\d۰-۹٠-٩]{1,2}\s*[-–ـ.)/]+\s*)?[\s\W_]*")  # matches every text
_GAP = re.compile(r"\s{3}|\t")
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
    return _bounded(exact, squeezed, place) or exact or by_likeness(squeezed, place)


def _bounded(exact: Hit | None, squeezed: Squeezed, place: int) -> Hit | None:
    """The label that ends where its place does: at a colon or at the end of the line."""
    return exact if exact and _stands_out(exact, squeezed.raw) else before_colon(squeezed, place)


def _stands_out(hit: Hit, raw: str) -> bool:
    return hit.colon or hit.end >= len(raw.rstrip())


def _later(squeezed: Squeezed, end: int) -> Iterator[Hit]:
    """At each later word that no earlier label covers."""
    for before, word in pairwise(_WORD.finditer(squeezed.raw)):
        hit = _asking(squeezed, before.end(), word.start()) if word.start() >= end else None
        if hit:
            yield hit
            end = hit.end


def _asking(squeezed: Squeezed, before: int, place: int) -> Hit | None:
    """Inside a text the words of a label are words of a value, but for the few that are printed so."""
    if _GAP.search(squeezed.raw, before, place):
        return _behind_gap(squeezed, place)
    return first_where(_asks_inside, labels_at(squeezed, place))


def _behind_gap(squeezed: Squeezed, place: int) -> Hit | None:
    """As at the beginning of a line, but that a whole label stands there."""
    exact = first(labels_at(squeezed, place))
    return _bounded(exact, squeezed, place) or _unless_read_on(exact, squeezed.raw)


def _unless_read_on(hit: Hit | None, raw: str) -> Hit | None:
    return None if hit is None or reads_on(raw[hit.end :]) else hit


def _asks_inside(hit: Hit) -> bool:
    return hit.colon or hit.field in INLINE

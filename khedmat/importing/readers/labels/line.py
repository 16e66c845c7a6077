"""The labels of one line: at its beginning in any state, later in it only with a colon or behind a wide gap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from khedmat.core.remembering import remembered
from khedmat.core.sequences import first
from khedmat.importing.readers.labels.dictionary import IN_INLINE, NO_LABELS
from khedmat.importing.readers.labels.exact import asking_at, labels_at, words_at
from khedmat.importing.readers.labels.hit import Hit
from khedmat.importing.readers.labels.kin import damaged_kin, kin_alone, kin_before_colon
from khedmat.importing.readers.labels.likeness import before_colon, by_likeness, longer_by_likeness
from khedmat.importing.readers.labels.prose import reads_on
from khedmat.importing.readers.squeezed import Squeezed

_NUMBERING = re.compile(r"[\s\W_]*(?:[\d۰-۹٠-٩]{1,2}\s*[-–ـ.)/]+\s*)?[\s\W_]*")  # matches every text
_GAP = re.compile(r"\s{3}|\t")
_ASKING = re.compile(r"(?:\s{3}|\t)[\W_]*|[:：؟?=]")  # a wide gap up to its word, and what stands behind a label
_COLON = re.compile("[:：؟?=]")
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")  # digits alone ask nothing


@remembered
def hits(text: str) -> tuple[Hit, ...]:
    """The labels of one line in their order, never overlapping."""
    if not _LETTER.search(text):
        return ()
    squeezed = Squeezed.of(text)
    if not squeezed.letters:
        return ()
    found = _at_beginning(squeezed)
    return (found, *_later(squeezed, found.end)) if found else (*_later(squeezed, 0),)


def may_lie_over(text: str, joint: int) -> bool:
    """Whether some label with its colon may begin before a place of a text and end behind it."""
    return _COLON.search(text, joint) is not None and _lies_over(Squeezed.of(text), joint)


def _lies_over(squeezed: Squeezed, joint: int) -> bool:
    behind = squeezed.index_at(joint)
    words = map(re.Match.start, _WORD.finditer(squeezed.raw, 0, joint))
    begins = map(squeezed.index_at, (_beginning(squeezed.raw), *words))
    return any(begin + len(label) > behind for begin in begins for label in words_at(squeezed, begin))


def _at_beginning(squeezed: Squeezed) -> Hit | None:
    return None if squeezed.letters in NO_LABELS else _best(squeezed, _beginning(squeezed.raw))


def _beginning(raw: str) -> int:
    """Behind bullets and numbering."""
    return next(_NUMBERING.finditer(raw)).end()


def _best(squeezed: Squeezed, place: int) -> Hit | None:
    """Word for word where the label fills its place; else what damage may have left of a longer one."""
    exact = first(labels_at(squeezed, place))
    bounded = _bounded(exact, squeezed, place) or kin_alone(squeezed, place)
    return bounded or (_longer(squeezed, exact) if exact else _damaged(squeezed, place))


def _damaged(squeezed: Squeezed, place: int) -> Hit | None:
    return by_likeness(squeezed, place) or damaged_kin(squeezed, place)


def _longer(squeezed: Squeezed, exact: Hit) -> Hit:
    return longer_by_likeness(squeezed, exact) or _longer_kin(squeezed, exact) or exact


def _longer_kin(squeezed: Squeezed, hit: Hit) -> Hit | None:
    """All before a colon asks the same in more words, one of them damaged."""
    kin = damaged_kin(squeezed, hit.start)
    return kin if kin and kin.colon and kin.field == hit.field else None


def _bounded(exact: Hit | None, squeezed: Squeezed, place: int) -> Hit | None:
    """The label that ends where its place does: at a colon or at the end of the line."""
    if exact and _stands_out(exact, squeezed.raw):
        return exact
    return before_colon(squeezed, place) or kin_before_colon(squeezed, place)


def _stands_out(hit: Hit, raw: str) -> bool:
    return hit.colon or hit.end >= len(raw.rstrip())


def _later(squeezed: Squeezed, end: int) -> Iterator[Hit]:
    """At each later word that no earlier label covers."""
    for before, word in pairwise(_WORD.finditer(squeezed.raw, 0, _last_asking(squeezed))):
        hit = _asking(squeezed, before.end(), word.start()) if word.start() >= end else None
        if hit:
            yield hit
            end = hit.end


def _last_asking(squeezed: Squeezed) -> int:
    """Behind the beginning of the last word that may ask: most lines have none."""
    if any(map(squeezed.letters.__contains__, IN_INLINE)):
        return len(squeezed.raw)
    return max(map(re.Match.end, _ASKING.finditer(squeezed.raw)), default=-1) + 1


def _asking(squeezed: Squeezed, before: int, place: int) -> Hit | None:
    """Inside a text the words of a label are words of a value, but for the few that are printed so."""
    if _GAP.search(squeezed.raw, before, place):
        return _behind_gap(squeezed, place)
    return first(asking_at(squeezed, place))


def _behind_gap(squeezed: Squeezed, place: int) -> Hit | None:
    """As at the beginning of a line, but that a whole label stands there."""
    exact = first(labels_at(squeezed, place))
    return _bounded(exact, squeezed, place) or _unless_read_on(exact, squeezed.raw)


def _unless_read_on(hit: Hit | None, raw: str) -> Hit | None:
    return None if hit is None or reads_on(raw[hit.end :]) else hit

"""Labels in the words of an agency, where a colon, a question mark or the end of their place bounds them."""

import re
from collections.abc import Callable
from operator import itemgetter

from khedmat.core.sequences import grouped
from khedmat.importing.readers.labels.hit import Hit, tail
from khedmat.importing.readers.labels.kindred import DAMAGED, FIRST, SURE, damaged_kindred, kindred
from khedmat.importing.readers.squeezed import Squeezed

_LONGEST = 80  # characters
_START = min(map(len, FIRST))  # letters by which first words are looked up
_FIRST = {start: tuple(words) for start, words in grouped(FIRST, by=itemgetter(slice(_START))).items()}
_BOUNDED = re.compile(rf"([^:：؟?\n\t=]{{4,{_LONGEST}}})([:：؟?](?!//))")
_ALONE = re.compile(rf"[^:：؟?\n\t=]{{4,{_LONGEST}}}")
_PARENTHESES = re.compile(r"\([^()]*\)")


def kin_before_colon(squeezed: Squeezed, place: int) -> Hit | None:
    """All before the colon is one label."""
    end = _colon(squeezed, place) if _may_begin(squeezed, place) else 0
    return _hit(squeezed.raw, place, end) if end else None


def kin_alone(squeezed: Squeezed, place: int) -> Hit | None:
    """The whole line is one label."""
    end = _end(squeezed, place) if _may_begin(squeezed, place) else 0
    return _hit(squeezed.raw, place, end) if end else None


def damaged_kin(squeezed: Squeezed, place: int) -> Hit | None:
    """Either, with a word that a scan damaged."""
    end = _colon(squeezed, place) or _end(squeezed, place)
    hit = _hit(squeezed.raw, place, end, known=damaged_kindred) if end else None
    return hit._replace(sure=DAMAGED) if hit else None


def _may_begin(squeezed: Squeezed, place: int) -> bool:
    letters, index = squeezed.letters, squeezed.index_at(place)
    return letters.startswith(_FIRST.get(letters[index : index + _START], ()), index)


def _colon(squeezed: Squeezed, place: int) -> int:
    found = _BOUNDED.match(squeezed.raw, place)
    return found.end(1) if found else 0


def _end(squeezed: Squeezed, place: int) -> int:
    found = _ALONE.fullmatch(squeezed.raw.rstrip(), place)
    return found.end() if found else 0


def _hit(raw: str, place: int, end: int, *, known: Callable[[str], str | None] = kindred) -> Hit | None:
    label = raw[place:end].strip()
    field = known(_PARENTHESES.sub(" ", label))
    if field is None:
        return None
    length, colon = tail(raw[end:])
    return Hit(field, label, place, end, end + length, SURE, colon, kin=True)

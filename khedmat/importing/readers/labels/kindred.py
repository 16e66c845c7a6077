"""Labels that the dictionary lacks, known by their words: «مدت زمان مورد انتظار خدمت» asks what «مدت زمان» asks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, filterfalse, islice
from operator import attrgetter

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from khedmat.core.persian import ZWNJ, fold_line, squeeze
from khedmat.core.remembering import remembered
from khedmat.core.sequences import first_where
from khedmat.importing.readers.tables import table

SURE, DAMAGED = 0.9, 0.8  # a person is asked
_FEWEST, _MOST = 2, 9  # words
_SHORT = 4  # letters
_SERVICE = squeeze("خدمت")
_WORD = re.compile(r"[^\W_]+")
_TABLE = table("kindred")


def _words(name: str) -> frozenset[str]:
    return frozenset(map(squeeze, _TABLE.get(name, ())))


_COMMON = _words("common")


@dataclass(frozen=True)
class _Kin:
    """The words of the labels of a field."""

    field: str
    needed: tuple[frozenset[str], ...]  # one of each stands in the label
    first: frozenset[str]
    known: frozenset[str]

    def fits(self, words: list[str]) -> bool:
        """The label begins as such labels do, and holds nothing but their words."""
        said = set(words)
        return words[0] in self.first and said <= self.known and not any(map(said.isdisjoint, self.needed))


def _kin(name: str) -> _Kin:
    heads, first, own = (_words(f"{name}.{part}") for part in ("heads", "first", "words"))
    needed = tuple(filter(None, (heads, _words(f"{name}.with"), _words(f"{name}.with_too"))))
    return _Kin(name.split(".")[0], needed, heads | first, _COMMON.union(own, first, *needed))


_KIN = [_kin(name.removesuffix(".heads")) for name in _TABLE if name.endswith(".heads")]
_ALL = frozenset(chain.from_iterable(map(attrgetter("known"), _KIN)))
_LONG = sorted(word for word in _ALL if len(word) >= _SHORT)
_AS_LONG = {  # letters of a word → the words that it may be with one wrong letter
    length: [word for word in _LONG if abs(len(word) - length) <= 1]
    for length in range(_SHORT, len(max(_LONG, key=len)) + 2)
}
FIRST = tuple(sorted(set(chain.from_iterable(map(attrgetter("first"), _KIN)))))  # such a label begins with one of them
_BY_FIRST = {word: [kin for kin in _KIN if word in kin.first] for word in FIRST}


@remembered
def kindred(text: str) -> str | None:
    """The field that a text between the beginning of its place and a colon or the end of its place asks for."""
    words = _words_of(text)
    return _field(words) if _ALL.issuperset(words) else None


@remembered
def damaged_kindred(text: str) -> str | None:
    """The same of a text one of whose words a scan damaged."""
    words = _words_of(text)
    return None if _ALL.issuperset(words) else _field(list(map(_undamaged, words)))


def _words_of(text: str) -> list[str]:
    """All of them known, or all but one; empty where more of them are unknown, or where no such label begins so."""
    printed = _WORD.findall(fold_line(text).replace(ZWNJ, " "))
    if len(printed) > _MOST or not any(map(_may_begin, printed[:1])) or _has_two_unknown(printed):
        return []
    return list(_parts(printed))


@remembered
def _may_begin(word: str) -> bool:
    return _undamaged(_parted(squeeze(word))[0]) in _BY_FIRST


def _has_two_unknown(printed: Iterable[str]) -> bool:
    """Most texts are no such labels; the words behind the second are not looked at."""
    unknown = filterfalse(_ALL.__contains__, _parts(printed))
    return next(islice(unknown, 1, None), None) is not None


def _parts(printed: Iterable[str]) -> Iterator[str]:
    return chain.from_iterable(map(_parted, map(squeeze, printed)))


def _field(words: list[str]) -> str | None:
    near = _BY_FIRST.get(words[0], ()) if _FEWEST <= len(words) <= _MOST else ()
    kin = first_where(partial(_fits, words), near)
    return kin.field if kin else None


@remembered
def _parted(word: str) -> tuple[str, ...]:
    """One word, or two whose half-space was lost: «خدمتگیرندگان»."""
    ends = (place for place in range(2, len(word) - 1) if word[:place] in _ALL)
    end = first_where(lambda place: word[place:] in _ALL, ends) if word not in _ALL else None
    return (word[:end], word[end:]) if end else (word,)


def _undamaged(word: str) -> str:
    """One wrong letter at most; a short word is near to many, but for the one that stands in every label."""
    if word in _ALL or len(word) < _SHORT - 1:
        return word
    known = _AS_LONG.get(len(word), ()) if len(word) >= _SHORT else (_SERVICE,)
    near = process.extractOne(word, known, scorer=Levenshtein.distance, score_cutoff=1) if known else None
    return near[0] if near else word


def _fits(words: list[str], kin: _Kin) -> bool:
    return kin.fits(words)

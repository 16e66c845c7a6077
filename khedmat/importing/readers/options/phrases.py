"""The phrases of some groups of options, as letters."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from math import inf
from operator import itemgetter

from rapidfuzz.distance import Levenshtein

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first_where
from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.options.tokens import Name

LETTERS_A_DAMAGE = 5  # one wrong letter in so many
SHORTEST_DAMAGED = 4  # letters; a shorter word is near to many
_MONTH = squeeze("م")  # what a scan leaves of «ماه»


@lru_cache(maxsize=64)
def phrases(groups: tuple[str, ...]) -> list[tuple[str, Name]]:
    """The longest first, so that none is met inside a longer one; of two equal phrases that of the first group."""
    found: dict[str, Name] = {}
    for phrase, name in chain.from_iterable(map(_of_group, groups)):
        found.setdefault(squeeze(phrase), name)
    return sorted(found.items(), key=_length, reverse=True)


def group_named(letters: str, groups: Iterable[str]) -> str | None:
    """The first group that has an option of exactly these letters."""
    return first_where(partial(_has_phrase, letters), groups)


def _has_phrase(letters: str, group: str) -> bool:
    return letters in _letters_of(group)


@lru_cache(maxsize=64)
def _letters_of(group: str) -> frozenset[str]:
    return frozenset(letters for letters, _ in phrases((group,)))


def meant(letters: str, groups: tuple[str, ...]) -> Name | None:
    """The option whose damaged phrase this may be."""
    if letters == _MONTH and "period" in groups:
        return "period", "month"
    return _nearest(letters, groups) if len(letters) >= SHORTEST_DAMAGED else None


def _nearest(letters: str, groups: tuple[str, ...]) -> Name | None:
    near = [(_damage(letters, phrase), name) for phrase, name in _as_long(len(letters), groups)]
    least, name = min(near, key=itemgetter(0), default=(inf, None))
    return None if least == inf else name


@lru_cache(maxsize=1024)
def _as_long(length: int, groups: tuple[str, ...]) -> list[tuple[str, Name]]:
    """The phrases whose damages may leave so many letters."""
    return [(phrase, name) for phrase, name in phrases(groups) if abs(len(phrase) - length) <= _most_damages(phrase)]


def _damage(letters: str, phrase: str) -> float:
    """Letters that are wrong; infinite when they are too many for the phrase."""
    most = _most_damages(phrase)
    away = Levenshtein.distance(letters, phrase, score_cutoff=most)
    return away if away <= most else inf


def _most_damages(phrase: str) -> int:
    return max(1, len(phrase) // LETTERS_A_DAMAGE)


def _of_group(group: str) -> Iterator[tuple[str, Name]]:
    return ((phrase, (group, value)) for value, phrases in OPTIONS[group].items() for phrase in phrases)


def _length(pair: tuple[str, Name]) -> int:
    return len(pair[0])

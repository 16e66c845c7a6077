"""Which entry of a list a written name means: by its letters, without what stands around it, by likeness. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import filterfalse
from typing import NamedTuple

from rapidfuzz import fuzz, process

from khedmat.core.persian import fold_line, key, squeeze

LONGEST = 200  # no document has a longer name: prose is compared with none
NEAR_NAME, NEAR_WORD, SUGGESTED = 88, 84, 62  # likeness of a misspelt name, of each word in it, and of a suggestion
ALIKE = fuzz.token_sort_ratio
MOST_ASKED = 4096  # texts whose answers are kept: thousands of cards ask for the same few papers, each three times
SHORTEST_WORD = 5  # a letter more or less makes another word of «ملی», «فوت», «کسب»
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERED = re.compile(r"^[\d\s.\-–)]+")
_AROUND = (
    "اصل کپی تصویر فتوکپی رونوشت نسخه برگ برابر یک دو سه چهار قطعه سری و یا از ارائه ارایه داشتن دارا بودن اسکن عدد "
    "معتبر متقاضی متقاضیان مالک مالکین فرد افراد مربوطه مربوط مذکور لازم شخص صاحب گیرنده رنگی"
)
_AROUND_KEYS = frozenset(key(_AROUND).split())


class Meant(NamedTuple):
    """The entry of a list, and the name by which it was found."""

    entry: int
    name: str


class Names:
    """The names of a list; each (entry, name) pair. A name that two entries share is nobody's."""

    def __init__(self, pairs: Iterable[tuple[int, str]]) -> None:
        self.pairs = tuple(pairs)
        self.find = lru_cache(MOST_ASKED)(self._find)

    def _find(self, text: str) -> Meant | None:
        """The one entry that the text names; None rather than a false friend."""
        return next(filter(None, map(self._meant, _forms(text))), None)

    def nearest(self, text: str) -> Meant | None:
        """The name that looks most like the text: for a person to look at, never to be taken for granted."""
        found = process.extractOne(key(text[:LONGEST]), self._keys, scorer=ALIKE, score_cutoff=SUGGESTED)
        return Meant(*self.pairs[found[2]]) if found else None

    def _meant(self, form: str) -> Meant | None:
        return self._exact.get(squeeze(form)) or self._bare.get(_bare(form)) or self._alike(form)

    @cached_property
    def _exact(self) -> dict[str, Meant]:
        return _single((squeeze(name), entry, name) for entry, name in self.pairs)

    @cached_property
    def _bare(self) -> dict[str, Meant]:
        """«رونوشت شناسنامه» is a document of its own, and yet «تصویر شناسنامه» is the other one's."""
        rows = [(_bare(name), entry, name) for entry, name in self.pairs]
        return _single(rows) | _single(row for row in rows if row[0] == squeeze(row[2]))

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(key(name) for _, name in self.pairs)

    def _alike(self, text: str) -> Meant | None:
        words = _telling(text)
        if len(words) < 2:
            return None
        near = process.extract(" ".join(words), self._keys, scorer=fuzz.ratio, limit=8, score_cutoff=NEAR_NAME)
        found = {self.pairs[place][0]: place for name, _, place in near if _same_words(words, _telling(name))}
        return Meant(*self.pairs[next(iter(found.values()))]) if len(found) == 1 else None


def _single(rows: Iterable[tuple[str, int, str]]) -> dict[str, Meant]:
    """Letters → entry, without letters that stand for two; the first name of an entry is kept."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for letters, entry, name in rows:
        found[letters].setdefault(entry, name)
    return {letters: Meant(*next(iter(owners.items()))) for letters, owners in found.items() if len(owners) == 1}


def _forms(text: str) -> list[str]:
    """As written; without brackets and numbering."""
    line = fold_line(text[: LONGEST + 1])
    if len(line) > LONGEST:
        return []
    bare = " ".join(_BRACKETS.sub(" ", _NUMBERED.sub("", line)).split())
    return list(filter(None, dict.fromkeys((line, bare))))


def _telling(text: str) -> tuple[str, ...]:
    """The words that tell names apart; where nothing else would be left, all of them."""
    words = tuple(key(text).split())
    telling = tuple(word for word in filterfalse(_AROUND_KEYS.__contains__, words) if not word.isdigit())
    return telling or words


def _bare(text: str) -> str:
    return "".join(_telling(text))


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word for word near: one whole word that differs makes another document, however long the rest is."""
    return len(one) == len(other) and all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    is_long = min(len(one), len(other)) >= SHORTEST_WORD
    return one == other or (is_long and fuzz.ratio(one, other) >= NEAR_WORD)

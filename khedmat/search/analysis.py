"""Persian text as terms: folded words, light stems, joined neighbours and letter groups. Pure.

Stems come from a short list of endings, taken off while enough of the word is left. An own list beat five Persian
stemmers on words of government in the trial of this project; over-stemming costs little, for the index and the
question are cut alike.
"""

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from khedmat.core.persian import ZWNJ, fold, key
from khedmat.core.remembering import remembered
from khedmat.core.word_lists import entries

LONGEST_TEXT, LONGEST_WORD = 4_000, 30
SHORTEST_STEM = 3
_SPLIT = re.compile(rf"[\s{ZWNJ}/،؛,;:()«»\[\]\-–_.]+")
_INFINITIVE = re.compile("(?<=.[دت])ن$")  # «ترکیدن» and «ترکیده» are one stem
_VERB = re.compile(r"^ن?می(?=[آ-ی]{3})")
ENDINGS = frozenset((
    "هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "های", "ها", "ترین", "تر",
    "یشان", "یمان", "یتان", "شان", "مان", "تان", "مو", "تو", "شو", "رو",
    "ندگان", "گان", "یان", "ان", "ین", "ات", "ای", "ی", "م", "ت", "ش", "و", "ه",
))  # fmt: skip
LONGEST_ENDING = max(map(len, ENDINGS))
DATA = Path(__file__).parent / "data"
STOPS = frozenset(word for line in entries(DATA / "stops.txt") for word in key(line).split())
FILLERS = STOPS | frozenset(word for line in entries(DATA / "fillers.txt") for word in key(line).split())
WHOLE = frozenset(word for line in entries(DATA / "whole.txt") for word in key(line).split())
_ASIDES = re.compile(rf"\b(?:{'|'.join(map(key, entries(DATA / 'asides.txt')))})\b")


def without_asides(text: str) -> str:
    """A question without «چه کار کنم» and its like; kept whole where nothing else was asked."""
    plain = key(text[:LONGEST_TEXT])
    return _ASIDES.sub(" ", plain).strip() or text


def words(text: str) -> list[str]:
    """The words in order, folded; parts of a half-spaced word apart. At most a few hundred."""
    return list(_words(text[:LONGEST_TEXT]))


@remembered
def _words(text: str) -> tuple[str, ...]:
    """A title is asked for its words, stems, pairs and letters, one after the other."""
    return tuple(one for part in _SPLIT.split(fold(text)) for one in key(part).split())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Without the ending, twice at most («کتاب‌هایشان» → «کتاب»); what is short or no Persian word stays."""
    word = _INFINITIVE.sub("", _VERB.sub("", word[:LONGEST_WORD]))
    for _turn in range(2):
        word = word if word in WHOLE else word.removesuffix(_ending(word))
    return word


def _ending(word: str) -> str:
    """The longest that leaves enough of the word."""
    sizes = range(min(LONGEST_ENDING, len(word) - SHORTEST_STEM), 0, -1)
    return next((word[-size:] for size in sizes if word[-size:] in ENDINGS), "")


def stems(text: str) -> list[str]:
    """Stems of the words that say something; where none does, of all."""
    found = words(text)
    return [stem(word) for word in found if word not in FILLERS] or [stem(word) for word in found]


def joined(text: str) -> list[str]:
    """Neighbours written as one: «صورت حساب», «صورت‌حساب» and «صورتحساب» meet here."""
    found = words(text)
    return [stem(one + two) for one, two in pairwise(found)]


def letter_groups(text: str) -> list[str]:
    """Three letters in a row of each word, with its begin and end: what is left of a word that was mistyped."""
    return [group for word in words(text) if word not in FILLERS for group in groups_of(word)]


@lru_cache(maxsize=50_000)
def groups_of(word: str) -> tuple[str, ...]:
    framed = f"^{word[:LONGEST_WORD]}$"
    sizes = (3, 4) if len(framed) > SHORTEST_STEM else (3,)
    return tuple(framed[start : start + size] for size in sizes for start in range(len(framed) - size + 1))

"""Persian text as terms: folded words, light stems, joined neighbours and letter groups. Pure.

Stems come from a short list of endings, taken off while enough of the word is left. An own list beat five Persian
stemmers on words of government in the trial of this project; over-stemming costs little, for the index and the
question are cut alike.
"""

import re
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path

from khedmat.core.persian import ZWNJ, key
from khedmat.core.remembering import remembered
from khedmat.core.word_lists import entries
from khedmat.search.verbs import light_forms

LONGEST_TEXT, LONGEST_WORD = 4_000, 30
SHORTEST_STEM = A_GROUP = 3
_HALF_SPACE = re.compile(f"[{ZWNJ}\u00ac]")  # some write the sign «not» for it
_INFINITIVE = re.compile("(?<=.[دت])ن$")  # «ترکیدن» and «ترکیده» are one stem
BEFORE_VERBS = ("می", "نمی")
_BEFORE_VERBS = frozenset(BEFORE_VERBS)
_BEFORE_A_VERB = re.compile(r"\b(ن?می) (?=[آ-ی]{2})")
_VERB = re.compile(r"^ن?می(?=[آ-ی]{3})")
ENDINGS = frozenset((
    "هایشان", "هایمان", "هایتان", "هایی", "هایم", "هایت", "هایش", "های", "ها", "ترین", "تر",
    "هامون", "هاتون", "هاشون", "هامو", "هاتو", "هاشو", "هام", "هات", "هاش",
    "یشان", "یمان", "یتان", "شان", "مان", "تان", "شون", "مون", "تون", "مونو", "مو", "تو", "شو", "رو",
    "گان", "گی", "یان", "ان", "ین", "ات", "ای", "ی", "م", "ت", "ش", "و", "ه",
))  # fmt: skip
LONGEST_ENDING, LAST_LETTERS = max(map(len, ENDINGS)), frozenset(one[-1] for one in ENDINGS)
DATA = Path(__file__).parent / "data"
STOPS = frozenset(word for line in entries(DATA / "stops.txt") for word in key(line).split())
FILLERS = (
    light_forms() | STOPS | frozenset(word for line in entries(DATA / "fillers.txt") for word in key(line).split())
)
WHOLE = frozenset(word for line in entries(DATA / "whole.txt") for word in key(line).split())
PLAIN = frozenset(word for line in entries(DATA / "plain.txt") for word in key(line).split())
SPOKEN_FORMS = {
    word: written for line in entries(DATA / "spoken.txt") for written, *said in [key(line).split()] for word in said
}


def asked_words(text: str) -> list[str]:
    """The words of a question without «چه کار کنم» and its like; all of them where nothing else was asked."""
    typed = _with_verbs_whole(words(text))
    if _asides().keys().isdisjoint(typed):
        return typed
    found: list[str] = []
    place = 0
    while place < len(typed):
        length = _aside(typed, place)
        found += () if length else typed[place : place + 1]
        place += length or 1
    return found or typed


def _aside(typed: list[str], place: int) -> int:
    """How many words of one begin here."""
    begun = _asides().get(typed[place], ())
    return next((len(one) for one in begun if typed[place : place + len(one)] == one), 0)


@cache
def _asides() -> dict[str, list[list[str]]]:
    """By the first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    lines = [_with_verbs_whole(key(line).split()) for line in entries(DATA / "asides.txt")]
    for line in sorted(lines, key=len, reverse=True):
        found.setdefault(line[0], []).append(line)
    return found


def _with_verbs_whole(typed: list[str]) -> list[str]:
    """«می خواهم» is «می‌خواهم»."""
    if not _BEFORE_VERBS.isdisjoint(typed):
        parts = _BEFORE_A_VERB.sub(r"\1", " ".join(typed))
        return parts.split()
    return typed


def words(text: str) -> list[str]:
    """The words in order, folded; parts of a half-spaced word apart. At most a few hundred."""
    return list(_words(text[:LONGEST_TEXT]))


@remembered
def _words(text: str) -> tuple[str, ...]:
    """A title is asked for its words, pairs and letters, one after the other."""
    return tuple(key(_HALF_SPACE.sub(" ", text)).split())


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Without the ending, twice at most («کتاب‌هایشان» → «کتاب»); what is short or no Persian word stays."""
    word = SPOKEN_FORMS.get(word, word)[:LONGEST_WORD]
    word = word if word in WHOLE else _plain_verb(word)
    return without_ending(without_ending(word))


def without_ending(word: str) -> str:
    return word if word in WHOLE else word.removesuffix(_ending(word))


def _plain_verb(word: str) -> str:
    """Patterns are dear and few words are verbs."""
    word = _VERB.sub("", word) if word.startswith(BEFORE_VERBS) else word
    return _INFINITIVE.sub("", word) if word.endswith("ن") else word


def _ending(word: str) -> str:
    """The longest that leaves enough of the word."""
    if word[-1:] not in LAST_LETTERS:
        return ""
    for size in range(min(LONGEST_ENDING, len(word) - SHORTEST_STEM), 0, -1):
        if word[-size:] in ENDINGS:
            return word[-size:]
    return ""


def stems(text: str) -> list[str]:
    """Stems of the words that say something; where none does, of all."""
    found = list(chain.from_iterable(map(_said, text[:LONGEST_TEXT].split())))
    return found or [stem(word) for word in words(text)]


@lru_cache(maxsize=1 << 16)
def _said(written: str) -> tuple[str, ...]:
    """Of what stands between two spaces: texts are long and the words of a country are few."""
    return tuple(stem(word) for word in key(_HALF_SPACE.sub(" ", written)).split() if word not in FILLERS)


def joined(text: str) -> list[str]:
    """Neighbours written as one: «صورت حساب», «صورت‌حساب» and «صورتحساب» meet here."""
    return [stem(one + two) for one, two in pairwise(words(text))]


def letter_groups(text: str) -> list[str]:
    """Three letters in a row of each word, with its begin and end: what is left of a word that was mistyped."""
    return [group for word in words(text) if word not in FILLERS for group in groups_of(word)]


@lru_cache(maxsize=1 << 14)
def groups_of(word: str) -> tuple[str, ...]:
    framed = f"^{word[:LONGEST_WORD]}$"
    return tuple(framed[start : start + A_GROUP] for start in range(len(framed) - A_GROUP + 1))

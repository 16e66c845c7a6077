"""Persian typed in Latin letters as it sounds: «govahiname» is «گواهینامه». Pure.

Consonants decide: those of a Latin word are looked up among those of known words, each letter as what it sounds like
(«ث»، «س»، «ص» are s). Of words with the same consonants the one is meant whose written vowels come nearest. Only
vowels that Persian leaves unwritten may be left over: so an English word seldom sounds like anything.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import log10

from rapidfuzz.distance import Levenshtein

SHORT = 2  # such words have to sound exactly so
_PERSIAN = str.maketrans("اعءبپتطثسصجچحهخدذزضظرژشغقفکگلمنوی", "a  bpttsssjChhKdzzzzrZSqqfkglmnoi")
_TWO = {"kh": "K", "ch": "C", "sh": "S", "zh": "Z", "gh": "q", "ph": "f", "ck": "k", "ee": "i", "oo": "o", "ou": "o"}
_LATIN = str.maketrans("cwvuy", "koooi")
_SILENT = re.compile("(?<=[^a])h$")  # «بیمه» and bimeh end in a vowel, «چاه» and chah do not
_UNSAID = re.compile("(?<=خ)و(?=ا)")  # «خواهر» is khahar
_AGAIN = re.compile(r"(.)\1+")
_FIRST = re.compile("^[eo]|^(?=i)")  # «ا» begins a word whatever the vowel is
_VOWELS = re.compile("[aeoi]")
Sounds = Mapping[str, frozenset[str]]


def sounds(words: Iterable[str]) -> Sounds:
    """Persian words by their consonants."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if consonants := "" if word.isascii() else _consonants(_spoken(word)):
            found[consonants].add(word)
    return {one: frozenset(many) for one, many in found.items()}


def read(word: str, *known: Sounds, often: Mapping[str, int] | None = None) -> str:
    """The Persian word that sounds like this Latin one; nothing where none does. Each list counts a little less, and
    what is said more `often` a little more: «sabt» is «ثبت», though «ثابت» has its vowel."""
    if not (word.isascii() and word.isalpha()):
        return ""
    near = _near(word, _latin(word, _TWO), known) or _near(word, _latin(word, {}), known)  # the zh of ezhar is «ظه»
    return min((cost - _said(one, often or {}), place, one) for cost, place, one in near)[2] if near else ""


def _said(word: str, often: Mapping[str, int]) -> float:
    return log10(often.get(word, 0) + 1)


def _near(word: str, said: str, known: Sequence[Sounds]) -> list[tuple[int, int, str]]:
    """What sounds so, with its cost (of vowels that Persian writes, and of its list) and its list."""
    most, consonants = _unwritten(said), _consonants(said)
    alike = chain.from_iterable(((place, one) for one in by.get(consonants, ())) for place, by in enumerate(known))
    costs = [(_cost(said, one), place, one) for place, one in alike if _is_written(word, one)]
    return [(cost + place, place, one) for cost, place, one in costs if cost <= most]


def _is_written(word: str, one: str) -> bool:
    """v is always written in Persian, as «و»."""
    return one.count("و") >= word.count("v") + word.count("w")


def _latin(word: str, pairs: Mapping[str, str]) -> str:
    """Letters as sounds, one each."""
    for two, sound in pairs.items():
        word = word.replace(two, sound)
    one = _AGAIN.sub(r"\1", _SILENT.sub("", word.replace("x", "ks").translate(_LATIN)))
    return _FIRST.sub("a", one)


def _spoken(word: str) -> str:
    """What is written of the sounds; «ه» at the end is e."""
    return _AGAIN.sub(r"\1", _SILENT.sub("e", _UNSAID.sub("", word).translate(_PERSIAN).replace(" ", "")))


def _consonants(sounds_of: str) -> str:
    """«و» and «ی» are vowels as often as not: they decide nothing here."""
    return _AGAIN.sub(r"\1", _VOWELS.sub("", sounds_of))


def _cost(said: str, word: str) -> int:
    """Vowels too many in the Latin word cost one, all else two. i counts double: Persian nearly always writes it."""
    one, other = said.replace("i", "ii"), _spoken(word).replace("i", "ii")
    return int(Levenshtein.distance(one, other, weights=(2, 1, 2)))


def _unwritten(said: str) -> int:
    return len(_VOWELS.findall(said)) if len(said) > SHORT else 0

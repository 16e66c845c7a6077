"""Forms of everyday verbs, which no title holds: «بزنم»، «می‌زنند»، «نزده» are no slips of other words. Pure."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

from khedmat.core.persian import key
from khedmat.core.word_lists import entries

DATA = Path(__file__).parent / "data"
_BEFORE_PAST = ("", "ن", "می", "نمی")
_PAST_ENDS = ("", "م", "ی", "یم", "ین", "ید", "ن", "ند", "ه")
_PRESENT_ENDS = ("م", "ی", "د", "ه", "یم", "ین", "ید", "ن", "ند", "")
_APART = ("م", "د", "یم", "ید", "ند")  # «می گوید»: the sign of time stands apart
_OBJECTS = ("", "ش", "شان", "شون", "مون")


@cache
def forms() -> frozenset[str]:
    return light_forms() | _listed("verbs.txt")


@cache
def light_forms() -> frozenset[str]:
    """Of those that stand beside every noun: «کنن»، «بشه»، «می‌خواستم»."""
    return _listed("light_verbs.txt")


def _listed(name: str) -> frozenset[str]:
    lines = [[key(part).split() for part in line.split("|")] for line in entries(DATA / name)]
    return frozenset(form for line in lines for form in _forms(*line))


def _forms(past: Iterable[str], present: Iterable[str], during: Iterable[str] = ()) -> Iterator[str]:
    present = tuple(present)
    yield from map("".join, product(_BEFORE_PAST, past, _PAST_ENDS, _OBJECTS))
    yield from map("".join, product("بن", present, _PRESENT_ENDS, _OBJECTS))
    yield from map("".join, product(present, _APART))
    yield from map("".join, product(("می", "نمی"), tuple(during) or present, _PRESENT_ENDS, _OBJECTS))

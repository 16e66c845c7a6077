"""Phrases that a seed chooses: lists in `tables/`, with parts to choose from and lists inside lists."""

import re
from functools import cache
from pathlib import Path
from random import Random

TABLES = Path(__file__).parent / "tables"
_ENTRY = re.compile(r"^(\w[\w.]*) *=((?:\n .*)+)", re.M)
_CHOICE = re.compile(r"\{([^{}]*)\}")
_LIST = re.compile(r"\$(\w+)")


@cache
def table(name: str) -> dict[str, list[str]]:
    """`name`.txt: «key =», then a phrase a line."""
    text = (TABLES / f"{name}.txt").read_text("utf-8")
    return {key: [line.strip() for line in lines.strip().splitlines()] for key, lines in _ENTRY.findall(text)}


def say(rng: Random, name: str) -> str:
    """A phrase of a list of `words.txt`."""
    return spun(rng, rng.choice(table("words")[name]))


def several(rng: Random, name: str, most: int) -> tuple[str, ...]:
    """Two different phrases of a list or more, none the beginning of another."""
    found: dict[str, str] = {}
    for _ in range(rng.randint(2, most)):
        phrase = say(rng, name)
        found.setdefault(phrase.split()[0] + phrase.split()[-1], phrase)
    return tuple(found.values())


def spun(rng: Random, phrase: str) -> str:
    """The phrase with its choices made."""
    phrase = _LIST.sub(lambda found: say(rng, found[1]), phrase)
    while (made := _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), phrase)) != phrase:
        phrase = made
    digits = re.sub("#", lambda _: str(rng.randint(1, 9)), phrase)
    return " ".join(digits.split())

"""The words of the printed forms: labels, options and instructions, as text files that a person can read and mend."""

import re
from functools import cache
from importlib.resources import files

_ENTRY = re.compile(r"^(\w[\w.]*) *=(.*(?:\n .*)*)", re.M)
_BETWEEN = re.compile(r"[|\n]")


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """`name`.txt: «key = phrase | phrase | …», indented where it goes on in the next line; «#» begins a remark."""
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    return {key: _phrases(phrases) for key, phrases in _ENTRY.findall(text)}


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, _BETWEEN.split(text))))

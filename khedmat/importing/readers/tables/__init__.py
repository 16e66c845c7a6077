"""The words of the printed forms: labels, options and instructions, as text files that a person can read and mend."""

import re
from functools import cache
from importlib.resources import files
from itertools import chain, product

_ENTRY = re.compile(r"^(\w[\w.]*) *=(.*(?:\n .*)*)", re.M)
_BETWEEN = re.compile(r"[|\n]")
_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """`name`.txt: «key = phrase | phrase | …», indented where it goes on in the next line; «#» begins a remark.

    «[a/b/] c» stands for «a c», «b c» and «c».
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    return {key: _phrases(phrases) for key, phrases in _ENTRY.findall(text)}


def _phrases(text: str) -> tuple[str, ...]:
    phrases = filter(None, map(str.strip, _BETWEEN.split(text)))
    return tuple(dict.fromkeys(chain.from_iterable(map(_spelled_out, phrases))))


def _spelled_out(phrase: str) -> list[str]:
    """All that a phrase with choices stands for."""
    if "[" not in phrase:
        return [phrase]
    parts = (choices.split("/") if choices else [plain] for choices, plain in _PART.findall(phrase))
    return [" ".join("".join(chosen).split()) for chosen in product(*parts)]

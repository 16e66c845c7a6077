"""The words of the printed forms: labels, options and instructions, as text files that a person can read and mend."""

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """`name`.txt: «key = phrase | phrase | …» over any number of lines; «#» begins a remark."""
    found: dict[str, str] = {}
    key = ""
    for line in files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", " ")):
            key, line = (part.strip() for part in line.split("=", 1))
        if key and not line.startswith("#"):
            found[key] = f"{found.get(key, '')}|{line}"
    return {key: _phrases(text) for key, text in found.items()}


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("|"))))

"""The word lists that ship with the rules: one entry a line, columns apart by tabs, `#` for remarks."""

from functools import cache
from pathlib import Path

from khedmat.core.persian import key
from khedmat.core.sequences import grouped
from khedmat.core.word_lists import entries

DATA = Path(__file__).parent / "data"


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list as written."""
    return tuple(tuple(line.split("\t")) for line in entries(DATA / f"{name}.txt"))


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of single entries, folded for comparing."""
    return frozenset(key(row[0]) for row in table(name))


@cache
def by_word(name: str) -> dict[str, tuple[str, ...]]:
    """Folded first column → the row as written."""
    return {key(row[0]): row for row in table(name)}


@cache
def phrases(name: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The entries of `by_word` that are more than one word, by their first word: in a text hardly one begins."""
    many = (entry for entry in by_word(name).items() if " " in entry[0])
    return grouped(many, by=lambda entry: entry[0].partition(" ")[0])

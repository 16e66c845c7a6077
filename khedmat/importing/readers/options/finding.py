"""Finds the options and marks of a text: phrases first, then what a scan damaged, then boxes."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from khedmat.core.persian import squeeze
from khedmat.core.sequences import grouped
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.options.phrases import meant, phrases
from khedmat.importing.readers.options.tokens import Mark, Option, Token
from khedmat.importing.readers.squeezed import Squeezed

_MARK = re.compile(f"[{TICKED}{EMPTY}]")
_CHUNK = re.compile(f"[^{TICKED}{EMPTY}\n]+")


@dataclass
class _Found:
    """No character belongs to two options: `taken` has a one for each that belongs to one."""

    text: str
    taken: bytearray
    options: list[Option] = field(default_factory=list)

    def add(self, option: Option) -> None:
        """Unless it is a part of a longer option or of a longer word."""
        place, end = option.place, option.end
        if not self.is_taken(place, end) and _is_whole(self.text, place, end):
            self.taken[place:end] = bytes([1]) * (end - place)
            self.options.append(option)

    def is_taken(self, place: int, end: int) -> bool:
        """A part of it belongs to an option."""
        return any(self.taken[place:end])


def find(text: str, groups: tuple[str, ...]) -> list[Token]:
    """All tokens of a text that `marks.normalise` gave, in their order."""
    found = _phrases(text, groups)
    _mend(found, groups)
    tokens: list[Token] = [*found.options, *map(_mark, _MARK.finditer(text))]
    if marks.any_in(text):
        tokens += _damaged(found, groups)
    return sorted(tokens, key=attrgetter("place"))


def _mend(found: _Found, groups: tuple[str, ...]) -> None:
    """«غییر الکترونیکی» is no «الکترونیکی»: a whole piece that is nearly a longer phrase."""
    chunks = list(_CHUNK.finditer(found.text))
    starts = list(map(re.Match.start, chunks))
    inside = grouped(found.options, by=lambda option: bisect_right(starts, option.place) - 1)
    found.options = list(chain.from_iterable(_mended(chunks[number], own, groups) for number, own in inside.items()))


def _mended(chunk: re.Match[str], options: list[Option], groups: tuple[str, ...]) -> list[Option]:
    name = meant(squeeze(chunk.group()), groups) if len(options) == 1 else None
    return [Option(*chunk.span(), name)] if name and name != options[0].name else options


def _mark(box: re.Match[str]) -> Mark:
    return Mark(box.start(), box.end(), box.group() == TICKED)


def _phrases(text: str, groups: tuple[str, ...]) -> _Found:
    squeezed, found = Squeezed.of(text), _Found(text, bytearray(len(text)))
    for phrase, name in phrases(groups):
        for start in _places(squeezed.letters, phrase) if phrase in squeezed.letters else ():
            found.add(Option(squeezed.places[start], squeezed.end_of(start + len(phrase)), name))
    return found


def _places(letters: str, phrase: str) -> Iterator[int]:
    start = letters.find(phrase)
    while start >= 0:
        yield start
        start = letters.find(phrase, start + 1)


def _is_whole(text: str, place: int, end: int) -> bool:
    """Not a part of a longer word; a mark's letter may be glued to it."""
    before, after = text[place - 1 : place], text[end : end + 1]
    return not (_same_script(before, text[place]) or _same_script(text[end - 1], after))


def _same_script(one: str, other: str) -> bool:
    return one.isalpha() and other.isalpha() and one.isascii() == other.isascii()


def _damaged(found: _Found, groups: tuple[str, ...]) -> Iterator[Option]:
    """A piece between marks that is nearly one of the phrases."""
    for chunk in _CHUNK.finditer(found.text):
        letters = "" if found.is_taken(*chunk.span()) else squeeze(chunk.group().split(":")[0])
        if name := meant(letters, groups):
            yield Option(*chunk.span(), name)

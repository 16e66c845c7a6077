"""Where the words of a trace stand in the original: block and characters, counted without spaces as pages are."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple, Protocol

from khedmat.core.persian import fold
from khedmat.importing.readers.blocks import Block

BEGINNINGS = (40, 20, 12)  # characters by which words are found that stand in several blocks
FURTHEST = 60  # blocks in which the further lines of an answer are looked for


class Place(Protocol):
    """Where a value stood: a trace of the contract, or one that is kept beside a version."""

    @property
    def raw(self) -> str: ...
    @property
    def block(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Span(NamedTuple):
    """From one character of a block to another, spaces not counted."""

    block: int
    start: int
    end: int


class Held:
    """What one block holds of an answer, line by line."""

    def __init__(self, words: str) -> None:
        self.words, self.at = words, 0

    def takes(self, line: str) -> bool:
        """Whether a line stands in it, behind those that it took."""
        found = self.words.find(line, self.at)
        self.at = found + len(line) if found >= 0 else self.at
        return found >= 0


def spans_of(trace: Place, blocks: Sequence[Block], *, first: int = 0) -> list[Span]:
    """Block numbers counted from `first`. None where the file does not say it any more: readers change."""
    found = _said(trace, blocks)
    if found is None:
        return []
    held = Held(tight(blocks[found.block].text)[found.start : found.end])
    lines = filter(None, map(tight, trace.raw.split("\n")))
    spans = [found, *_below(filterfalse(held.takes, lines), found, blocks)]
    return [span._replace(block=span.block + first) for span in spans]


def _said(trace: Place, blocks: Sequence[Block]) -> Span | None:
    """As the trace says; else where the first line of its words stands first."""
    if trace.block < len(blocks):
        text = blocks[trace.block].text
        words, before = tight(text[trace.start : trace.end]), len(tight(text[: trace.start]))
        if words and words in tight(trace.raw):
            return Span(trace.block, before, before + len(words))
    return _behind(tight(trace.raw.split("\n")[0]), Span(0, 0, 0), blocks)


def _below(lines: Iterable[str], last: Span, blocks: Sequence[Block]) -> Iterator[Span]:
    """Each line behind the one before it."""
    near = blocks[: last.block + FURTHEST]
    for line in lines:
        if found := _behind(line, last, near):
            yield found
            last = found


def _behind(words: str, last: Span, blocks: Sequence[Block]) -> Span | None:
    for number in range(last.block, len(blocks)) if words else ():
        at = tight(blocks[number].text).find(words, last.end if number == last.block else 0)
        if at >= 0:
            return Span(number, at, at + len(words))
    return None


def spans_of_words(words: str, blocks: Sequence[Block], *, first: int = 0) -> list[Span]:
    """Where folded words stand first, of which nobody kept the place; their beginning where the rest stands apart."""
    asked = tight(words)
    texts = [_folded(tight(block.text)) for block in blocks]
    for length in filter(None, (len(asked), *(min(len(asked), part) for part in BEGINNINGS))):
        for number, (text, places) in enumerate(texts):
            if (at := text.find(asked[:length])) >= 0:
                return [Span(number + first, places[at], places[at + length - 1] + 1)]
    return []


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as it is kept, and of each of its characters the place in the original."""
    letters = [(letter, place) for place, written in enumerate(text) for letter in _folded_letter(written)]
    return "".join(letter for letter, _place in letters), [place for _letter, place in letters]


@lru_cache(maxsize=1024)
def _folded_letter(letter: str) -> str:
    return fold(letter)


def tight(text: str) -> str:
    """Without spaces and line ends, which a page and its blocks set differently."""
    return "".join(text.split())

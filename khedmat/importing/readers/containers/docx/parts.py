"""A part of a file, told by its stretches where they say all, else by the tree of the whole part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from itertools import zip_longest
from operator import attrgetter
from typing import NamedTuple

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx import runs
from khedmat.importing.readers.containers.docx.names import w
from khedmat.importing.readers.containers.docx.story import DELETED, Story
from khedmat.importing.readers.containers.docx.stretches import Stretch, stretch
from khedmat.importing.readers.containers.docx.walking import Handler, walk
from khedmat.importing.readers.containers.docx.xml import declares_word, parsed
from khedmat.importing.readers.named import Box, boxes_in

_SECTION = w("sectPr")
_WHOLE = re.compile(
    rb"""(?:<\?xml version="1\.0"(?: encoding="UTF-8")?(?: standalone="(?:yes|no)")?\s*\?>\s*)?"""
    rb"(<(w:document|w:hdr|w:ftr)(?: [^<>]*)?>)(.*)</\2>\s*",
    re.S | re.I,
)
_WORDS = re.compile(rb'<w:t(?: xml:space="preserve")?>([^<]*)</w:t>')
_FOREIGN = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)|]]>|\xef\xbf[\xbe\xbf]")
_CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n")
_DEEPEST = 100  # elements; a parser of trees refuses some more
_FRAME, _INNER = "[rc]", re.compile(r"\[[rc]*\]")  # tables as stretches tell of them
_tables = attrgetter("tables")


class Tree:
    """The whole part, walked."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self.sections = list(root.iter(_SECTION))
        self.tracked = next(root.iter(*DELETED), None) is not None
        self.boxes = boxes_in(root)

    def tell(self, story: Story) -> None:
        """In reading order."""
        walk(self._root, story)


class Stretched(NamedTuple):
    """Stretches, with the words behind each but the last. Nothing was deleted in it (`tracked`), no box is named."""

    stretches: Sequence[Stretch]
    words: Sequence[str]
    tracked: bool = False
    boxes: Sequence[Box] = ()

    @property
    def sections(self) -> list[_Element]:
        """As they come."""
        return [section for one in self.stretches for section in one.sections]

    def tell(self, story: Story) -> None:
        """The same."""
        walk = _Walk(story)
        for one, words in zip_longest(self.stretches, self.words):
            walk.take(one)
            if words is not None and not walk.skipped:
                runs.say(words, story)


Part = Stretched | Tree


def part_of(xml: bytes) -> Part:
    """Unreadable when it is damaged, endless or declares anything of its own."""
    return _stretched(xml) or Tree(parsed(xml))


@dataclass
class _Walk:
    """`opened`: elements that may hold words. `skipped`: how many of them when one of them was skipped, or 0."""

    story: Story
    opened: list[_Element] = field(default_factory=list)
    skipped: int = 0

    def take(self, stretch: Stretch) -> None:
        """Step by step."""
        for handler, element, turn in stretch.steps:
            if turn:
                _TURNS[turn](self, handler, element)
            elif not self.skipped:
                handler(element, self.story)

    def begin(self, handler: Handler, element: _Element) -> None:
        """What is in it is skipped where its handler says so."""
        self.opened.append(element)
        if not self.skipped and handler(element, self.story):
            self.skipped = len(self.opened)

    def end(self, handler: Handler, _element: _Element) -> None:
        """Of the element that was begun, which another stretch may have said."""
        element = self.opened.pop()
        if self.skipped > len(self.opened):
            self.skipped = 0
        if not self.skipped:
            handler(element, self.story)


_TURNS = {"begin": _Walk.begin, "end": _Walk.end}


def _stretched(xml: bytes) -> Stretched | None:
    """None where only its tree can tell."""
    whole = _WHOLE.fullmatch(xml)
    if whole is None or not declares_word(whole[1]):
        return None
    pieces = _WORDS.split(whole[3])
    words = _words(pieces[1::2])
    stretches = list(iter(map(partial(stretch, whole[1]), pieces[::2]).__next__, None))  # up to one that does not tell
    return Stretched(stretches, words or []) if _fit(stretches, words) else None


def _words(told: list[bytes]) -> list[str] | None:
    """None where a parser would read them in ways of its own."""
    whole = b"\n".join(told)
    if _FOREIGN.search(whole) or len(whole.translate(None, _CONTROLS)) < len(whole):
        return None
    try:
        words = [one.decode() for one in told]
    except UnicodeDecodeError:
        return None
    return list(map(unescape, words)) if b"&" in whole else words


def _fit(stretches: Sequence[Stretch], words: Sequence[str] | None) -> bool:
    """Whether all are told, each closes what those before it opened, and no table is a frame around a text."""
    if words is None or len(stretches) <= len(words):
        return False
    opened: tuple[bytes, ...] = ()
    for one in stretches:
        left = len(opened) - len(one.closes)
        if opened[left:] != one.closes or left > _DEEPEST:
            return False
        opened = opened[:left] + one.opens
    return not opened and not _holds_frame("".join(map(_tables, stretches)))


def _holds_frame(tables: str) -> bool:
    """Whether some table has a single cell; the inner ones are looked at first, and are no cells of the outer ones.
    Rows and cells of no table, as damage leaves them, stand there to the end."""
    before = ""
    while tables != before and _FRAME not in tables:
        before, tables = tables, _INNER.sub("", tables)
    return _FRAME in tables

"""Stretches of tags between the words of a part. Word writes the same ones again and again: each is parsed once."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import starmap
from operator import attrgetter
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from khedmat.cards.printing.word.controls import NAMESPACE
from khedmat.importing.readers.containers.docx import controls, runs, tables
from khedmat.importing.readers.containers.docx.names import w
from khedmat.importing.readers.containers.docx.walking import BEGIN, END, HOLDING, SKIPPED, Handler
from khedmat.importing.readers.containers.docx.xml import fragment, without_looks

MOST_STRETCHES = 1024
LONGEST_STRETCH = 6000  # bytes; a longer one hardly comes twice, and would fill the memory of a worker
_TAG = re.compile(rb"""<(/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>""")
_SESSION = re.compile(rb' (?:w:rsid[A-Za-z]*|w14:paraId|w14:textId)="[0-9A-F]*"')  # who wrote it when
_OF_TREES = re.compile(  # other names, what was deleted while changes were tracked, boxes that bear names of ours
    rb"""xmlns(?::w)?=|<w:(?:del|moveFrom)[\s/>]|["']%b""" % NAMESPACE.encode()
)
_OF_TABLES = {
    b"w:tbl": "[",
    b"/w:tbl": "]",
    **dict.fromkeys((b"w:tr", b"w:tr/"), "r"),
    **dict.fromkeys((b"w:tc", b"w:tc/"), "c"),
}
_name = attrgetter("name")
_ASKED_BY_PARENT = {*map(w, ("tcPr", "trPr", "sdtPr")), "{urn:schemas-microsoft-com:vml}imagedata"}
_SECTION = w("sectPr")


class Step(NamedTuple):
    """What a tag does. Of an element that goes on in other stretches only its `begin` or its `end` is here."""

    handler: Handler
    element: _Element
    turn: str = ""  # «begin» and «end» of what may hold words, which may have to be skipped


class Stretch(NamedTuple):
    """`closes`: names of the elements that it ends and others began, the outer ones first; `opens`: the other way."""

    closes: tuple[bytes, ...]
    opens: tuple[bytes, ...]
    steps: tuple[Step, ...]
    sections: tuple[_Element, ...]
    tables: str  # «[» and «]» for each that begins or ends, «r» and «c» for rows and cells


class _Tag(NamedTuple):
    """`closing` and `empty` hold their stroke, or nothing."""

    closing: bytes
    name: bytes
    said: bytes
    empty: bytes


class _Tags(NamedTuple):
    """The same of a stretch before it is parsed."""

    closes: tuple[bytes, ...]
    opens: tuple[bytes, ...]
    tables: str


def stretch(root: bytes, tags: bytes) -> Stretch | None:
    """None where only the tree of the whole part can tell. `root`: the tag around all, which declares the names."""
    made = _remembered if len(tags) <= LONGEST_STRETCH else _made
    return made(root, tags)


def _made(root: bytes, tags: bytes) -> Stretch | None:
    bare = without_looks(_SESSION.sub(b"", tags))
    made = _bare_remembered if len(bare) <= LONGEST_STRETCH else _of_bare
    return made(root, bare)


def _of_bare(root: bytes, tags: bytes) -> Stretch | None:
    found = _tags_of(tags)
    parsed = fragment(_whole(root, tags, found)) if found else None
    return _stretch(parsed, found) if found and parsed is not None else None


_remembered, _bare_remembered = map(lru_cache(MOST_STRETCHES), (_made, _of_bare))


def _tags_of(stretch: bytes) -> _Tags | None:
    """None where something else stands among them, or what the tree of the whole part must tell."""
    if b"<" in _TAG.sub(b"", stretch) or _OF_TREES.search(stretch):
        return None
    found = list(starmap(_Tag, _TAG.findall(stretch)))
    closes, opens = _unpaired(found)
    if any(b"xmlns" in tag.said for tag in opens):
        return None
    tables = "".join(_OF_TABLES.get(tag.closing + tag.name + tag.empty, "") for tag in found)
    return _Tags(tuple(map(_name, reversed(closes))), tuple(map(_name, opens)), tables)


def _unpaired(tags: Iterable[_Tag]) -> tuple[list[_Tag], list[_Tag]]:
    """The ends whose beginnings, and the beginnings whose ends, stand elsewhere."""
    closes: list[_Tag] = []
    opens: list[_Tag] = []
    for tag in tags:
        if not tag.closing:
            opens += [] if tag.empty else [tag]
        elif opens:
            opens.pop()
        else:
            closes.append(tag)
    return closes, opens


def _whole(root: bytes, tags: bytes, found: _Tags) -> bytes:
    """With the tags of other stretches that it needs to be a tree."""
    begun = b"".join(map(b"<%b>".__mod__, found.closes))
    ended = b"".join(map(b"</%b>".__mod__, reversed(found.opens)))
    name = root[1:-1].split(None, 1)[0]
    return b"%b%b%b%b</%b>" % (root, begun, tags, ended, name)


def _stretch(root: _Element, found: _Tags) -> Stretch | None:
    begun = _line(root, 0, len(found.closes))
    left_open = _line(root, -1, len(found.opens))
    if _is_parted(begun, left_open):
        return None
    steps = tuple(_steps(root, begun, left_open))
    return Stretch(*found[:2], steps, tuple(root.iter(_SECTION)), found.tables)


def _line(root: _Element, place: int, length: int) -> list[_Element]:
    """So many elements, each in the one before."""
    line: list[_Element] = []
    for _ in range(length):
        root = root[place]
        line.append(root)
    return line


def _is_parted(begun: list[_Element], left_open: list[_Element]) -> bool:
    """Whether words part what must be whole: an element from what is asked of it, or what is no text."""
    asked = any(one.tag in _ASKED_BY_PARENT for parent in begun for one in parent)
    return asked or any(one.tag in SKIPPED for one in (*begun, *left_open))


def _steps(root: _Element, begun: list[_Element], left_open: list[_Element]) -> Iterator[Step]:
    walk = etree.iterwalk(root, events=("start", "end"), tag=list(_BEGIN))
    for event, element in walk:
        if event == "start" and element.tag in SKIPPED:
            walk.skip_subtree()
        if event == "start" and element not in begun:
            yield Step(_beginning(element), element, "begin" if element.tag in HOLDING else "")
        elif event == "end" and element.tag in HOLDING and element not in left_open:
            yield Step(END.get(element.tag, _nothing), element, "end")


def _nothing(element: _Element, story: object) -> None:
    """Most elements end in silence."""


def _beginning(element: _Element) -> Handler:
    """What can be known of the element is known before it comes again."""
    known = _KNOWN.get(element.tag)
    return known(element) if known else _BEGIN[element.tag]


_BEGIN = BEGIN | {w("tbl"): tables.begin_rows}  # no part with a frame is told by its stretches
_KNOWN: dict[str, Callable[[_Element], Handler]] = {
    w("rFonts"): runs.of_font,
    w("tc"): tables.of_cell,
    w("sdt"): controls.of_control,
}

"""Boxes and fields of ActiveX: what one holds is in a part of its own, in words or in bytes ([MS-OFORMS] 2.2.5)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.docx.names import ID
from khedmat.importing.readers.containers.docx.story import Story
from khedmat.importing.readers.containers.docx.xml import parsed

_NAMES = "{http://schemas.microsoft.com/office/2006/activeX}"
_CLASS, _NAME, _VALUE = f"{_NAMES}classid", f"{_NAMES}name", f"{_NAMES}value"
_FORMS = "-EC42-11CE-9E0D-00AA006002F3}"  # ends the number of every control of MS Forms 2.0
_BOXES = {f"{{8BD21D{kind}{_FORMS}" for kind in ("40", "50")}  # one of many, one of few
_FIELDS = {f"{{8BD21D{kind}{_FORMS}" for kind in ("10", "20", "30")}  # of text, with a list, with a list behind it
_BYTES = "activeXControlBinary"  # the relation of a control to them
_MARKS = {"1": TICKED, "0": EMPTY}
_NAMED_BY_WORD = re.compile(r"(?:CheckBox|OptionButton)\d+")

_NUMBER = 16  # bytes: the number of its class stands before a control
_HEAD = 12  # bytes: version, length, and a bit for each property that is there
_SIZES = {  # bit → bytes of what is kept of it, in their order; of a text its length
    **dict.fromkeys(range(4), 4),
    **dict.fromkeys(range(4, 8), 1),
    9: 2,
    10: 4,
    11: 2,
    12: 2,
    13: 2,
    14: 2,
    15: 2,
    **dict.fromkeys((16, 17, 18, 20, 21), 1),
    **dict.fromkeys(range(22, 27), 4),
    **dict.fromkeys(range(27, 30), 2),
    32: 4,
}
_EXTENT, _TEXTS = 8, (22, 23)  # bits; how large it is on the page takes eight bytes too
_LONGEST = 10_000  # characters
_ONE_BYTE = 1 << 31  # of a length: its letters are of one byte


class _Held(NamedTuple):
    value: str = ""
    caption: str = ""


def say(control: _Element, story: Story) -> None:
    """The state of a box and its words, or what was typed or chosen; nothing of what cannot be told."""
    relation = story.relations.get(control.get(ID, ""))
    xml = story.known.read(relation.target) if relation and not relation.outside else b""
    if not relation or not xml:
        return
    root = parsed(xml)
    kind = root.get(_CLASS, "").upper()
    if kind in _BOXES | _FIELDS:
        named = dict(_properties(root))
        held = _Held(named.get("Value", ""), named.get("Caption", ""))
        story.say(_words(kind, held if named else held_by(story.known.related(relation.target, _BYTES))))


def _words(kind: str, held: _Held) -> str:
    if kind in _FIELDS:
        return f" {held.value} "
    caption = "" if _NAMED_BY_WORD.fullmatch(held.caption) else held.caption
    return f" {_MARKS.get(held.value, '')} {caption} "


def _properties(root: _Element) -> Iterator[tuple[str, str]]:
    """Where they are kept as words."""
    return ((one.get(_NAME, ""), one.get(_VALUE, "")[:_LONGEST]) for one in root)


def held_by(data: bytes) -> _Held:
    """What its bytes say; nothing of those that are cut or of another make."""
    control = data[_NUMBER:]
    bits = int.from_bytes(control[4:_HEAD], "little")
    kept, place = _kept(control, bits)
    texts = []
    for bit in _TEXTS:
        length = kept.get(bit, 0) & ~_ONE_BYTE
        letters = control[place : place + min(length, _LONGEST)]
        texts.append(letters.decode("latin-1" if kept.get(bit, 0) & _ONE_BYTE else "utf-16-le", "replace"))
        place += length + -length % 4
    return _Held(*texts)


def _kept(control: bytes, bits: int) -> tuple[dict[int, int], int]:
    """bit → number, and where the texts begin: each stands at a multiple of its own size."""
    kept, place = {}, _HEAD
    for bit, size in _SIZES.items():
        if bits >> bit & 1:
            place += -place % size
            kept[bit] = int.from_bytes(control[place : place + size], "little")
            place += size
    return kept, place + -place % 4 + _EXTENT * (bits >> _EXTENT & 1)

"""The XML of a workbook, read as it comes: no tree of a million cells, no entities, nothing fetched."""

import re
from collections.abc import Callable
from typing import NamedTuple, NoReturn, Protocol
from xml.parsers import expat

from khedmat.importing.readers.unreadable import Unreadable

MOST_TAGS = 300_000  # of a part that is kept whole
MOST_SIGNS = 2_000_000  # that begin a tag or its end: six for a cell with its formula
_BEGINNING = 4000  # bytes
_PREFIXED = re.compile(rb"<\w+:(?:worksheet|sst|workbook|styleSheet|Relationships)\b")
_BROKEN = "فایل Excel خراب است: بخشی از درون آن خواندنی نیست؛ آن را در Excel باز کنید و دوباره ذخیره کنید."
_DECLARED = "این فایل Excel تعریف‌های XML از خود دارد و برای ایمنی خوانده نمی‌شود؛ آن را در Excel دوباره ذخیره کنید."
_LONG = "این فایل Excel بی‌اندازه بزرگ است (بیش از ۳۰۰٬۰۰۰ خانه)؛ آن را به چند فایل بخش کنید یا از نو ذخیره کنید."

Attributes = dict[str, str]


class Reader(Protocol):
    """What is told of a part as it comes; names without their prefix."""

    def begin(self, name: str, attributes: Attributes) -> None: ...
    def end(self, name: str) -> None: ...
    def say(self, text: str) -> None: ...


class Tag(NamedTuple):
    """`path`: its name behind those of the tags around it."""

    path: str
    attributes: Attributes


def walk(xml: bytes, reader: Reader) -> None:
    """Unreadable where it is damaged, has tags without end, or declares anything of its own."""
    if xml.count(b"<") > MOST_SIGNS:
        raise Unreadable(_LONG)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = _handlers(xml, reader)
    parser.CharacterDataHandler = reader.say
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError):
        raise Unreadable(_BROKEN) from None


def _handlers(xml: bytes, reader: Reader) -> tuple[Callable[[str, Attributes], None], Callable[[str], None]]:
    """Few programs put a prefix before every name, and to look for one at each of a million tags takes a second."""
    if not _PREFIXED.search(xml[:_BEGINNING]):
        return reader.begin, reader.end
    return lambda name, attributes: reader.begin(_plain(name), attributes), lambda name: reader.end(_plain(name))


def tags(xml: bytes) -> list[Tag]:
    """All tags of a part in their order; none where there is no such part."""
    found = _Tags()
    if xml:
        walk(xml, found)
    return found.tags


def relation(attributes: Attributes) -> str:
    """The name of the relation that a tag points to: the one `id` with a prefix."""
    return next((value for name, value in attributes.items() if name.endswith(":id")), "")


class _Tags:
    def __init__(self) -> None:
        self.tags: list[Tag] = []
        self.around: list[str] = []

    def begin(self, name: str, attributes: Attributes) -> None:
        self.around.append(name)
        self.tags.append(Tag("/".join(self.around[-4:]), attributes))
        if len(self.tags) > MOST_TAGS:
            raise Unreadable(_LONG)

    def end(self, name: str) -> None:
        self.around.pop()

    def say(self, text: str) -> None:
        """What stands between tags says nothing here."""


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*declared: object) -> NoReturn:
    raise Unreadable(_DECLARED)

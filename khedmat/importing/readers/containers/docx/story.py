"""What is being written while a part of the file is walked: the page so far, and all that is still open."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.fields import Field
from khedmat.importing.readers.containers.docx.names import w
from khedmat.importing.readers.containers.docx.numbering import Lists
from khedmat.importing.readers.containers.docx.package import Relation
from khedmat.importing.readers.containers.docx.styles import Looks, Styles
from khedmat.importing.readers.containers.docx.xml import LONG
from khedmat.importing.readers.unreadable import Unreadable

DELETED = (w("del"), w("moveFrom"))
MOST_WRITTEN = 3_000_000  # characters of a part: a thousand pages
_SPECIAL = re.compile("[&<>]")
_PIECE = 20  # what each piece costs beside its characters


@dataclass(frozen=True)
class Known:
    """Of the whole file. `private`: letters of a lost font of pictures stand in it. `read`: bytes of another part.

    `related`: bytes of what a part refers to, by its kind.
    """

    styles: Styles
    lists: Lists
    private: bool
    read: Callable[[str], bytes]
    related: Callable[[str, str], bytes]


@dataclass
class Line:
    """An open paragraph. `boxes`: what text boxes hold that hang on it, with their place in the line."""

    pieces: list[str] = field(default_factory=list)
    looks: Looks = Looks()
    label: str = ""
    heading: int = 0
    boxes: list[tuple[int, str]] = field(default_factory=list)
    goes_on: bool = False  # its end was deleted: the next paragraph is the rest of it
    of_page: bool = False  # a page number stands in it


@dataclass
class Flow:
    """Paragraphs and tables one under another: the body, a cell or a text box, with the element that opened it."""

    owner: _Element | None = None
    in_cell: bool = False
    out: list[str] = field(default_factory=list)


@dataclass
class Table:
    """`frame`: a single cell drawn around a text, no table. `row`: cells of the open row, their ends still missing."""

    frame: bool
    row: list[str] = field(default_factory=list)
    nests: bool = False  # the open row holds another table


@dataclass
class Story:
    """One part while it is walked. Nothing is said while `muted`; in a box with a state only its `mark` is.

    `tracked`: something was deleted in it while changes were tracked.
    """

    known: Known
    relations: Mapping[str, Relation]
    tracked: bool = False
    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    alternates: list[int] = field(default_factory=list)
    controls: list[tuple[str, bool]] = field(default_factory=list)  # the mark of each, whether nobody filled it
    looks: Looks = Looks()
    rest: list[str] = field(default_factory=list)  # of a paragraph that goes on in the next
    muted: int = 0
    mark: str | None = None
    said: int = 0
    pictured: int | None = None  # what had been said when a picture was the last of it
    room: int = MOST_WRITTEN  # for more; unreadable without: a few bytes may say the same a million times
    left: bool = False  # another document is set in, which was not read

    @property
    def line(self) -> Line:
        """The open paragraph; where none is open, one that is never written."""
        return self.lines[-1] if self.lines else Line()

    @property
    def is_heard(self) -> bool:
        """Whether what is said now is text of the form."""
        return not (self.muted or self.looks.hidden)

    def say(self, text: str) -> None:
        """Words of the open paragraph."""
        if self.mark is not None:
            text, self.mark = self.mark, ""
        if text and self.lines and not (self.muted or self.looks.hidden):
            self.put(escape(text, quote=False) if _SPECIAL.search(text) else text)

    def put(self, html: str) -> None:
        """The same as HTML of ours. Words outside of any paragraph are none that Word shows."""
        if self.lines:
            self.said += 1
            self.room -= len(html) + _PIECE
            self.lines[-1].pieces.append(html)
            if self.room < 0:
                raise Unreadable(LONG)

    def write(self, html: str) -> None:
        """Whole paragraphs or tables."""
        self.room -= len(html) + _PIECE
        self.flows[-1].out.append(html)
        if self.room < 0:
            raise Unreadable(LONG)

    @property
    def html(self) -> str:
        """The page when all is walked."""
        return "".join([*self.flows[0].out, *self.rest])

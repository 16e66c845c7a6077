"""What a page of a form is made of before it is printed: boxes with known answers, and rows that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TICK, BOX = "\ue000", "\ue001"  # a tick and an empty box until the container draws them


@dataclass(frozen=True)
class Words:
    """Text in a box. `kept`: path → "text", "has" or "list": answered by its lines; `told`: path → answer."""

    lines: tuple[str, ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)
    link: bool = False  # an address that a page may hide behind words
    listed: bool = False

    def answers(self) -> dict[str, Any]:
        """Path → what a reader must find."""
        return dict(self.told) | {path: self._kept(how) for path, how in self.kept.items()}

    def _kept(self, how: str) -> Any:
        return list(self.lines) if how == "list" else {"has": " ".join(self.lines)} if how == "has" else self.lines[0]


@dataclass(frozen=True)
class Choice:
    """Options of one group: (value, phrase) in printed order. `words`: path → text written behind an option."""

    path: str
    options: tuple[tuple[str, str], ...]
    ticked: frozenset[str]
    one: bool = False  # the group admits one value
    words: Mapping[str, str] = field(default_factory=dict)
    head: str = ""  # printed before the options and no option itself

    def answers(self) -> dict[str, Any]:
        """Path → what a reader must find where the marks can be read."""
        found = [value for value, _ in self.options if value in self.ticked]
        return {self.path: (found[0] if self.one else found) if found else None, **self.words}

    def lost(self) -> dict[str, Any]:
        """The same where the marks are lost."""
        return {self.path: "?"}


Box = Words | Choice
Boxes = Box | tuple[Box, ...]  # several stand on one line


@dataclass(frozen=True)
class Pair:
    """A label and its box; `name` is the field, for the choice of a label."""

    name: str
    label: str
    box: Boxes


@dataclass(frozen=True)
class Section:
    """A heading; its rows may stand beside it."""

    text: str


@dataclass(frozen=True)
class Line:
    """A line of text that answers nothing."""

    text: str


Cell = str | Choice | tuple[str | Choice, ...]


@dataclass(frozen=True)
class Table:
    """Rows of cells under their headers. `answers`: path → answer."""

    rows: tuple[tuple[Cell, ...], ...]
    answers: Mapping[str, Any]


Row = Pair | Section | Line | Table


@dataclass(frozen=True)
class Page:
    """A form before it is printed. `told`: answers that no box gives (kind, edition, null paths)."""

    rows: tuple[Row, ...]
    told: Mapping[str, Any]
    edition: str

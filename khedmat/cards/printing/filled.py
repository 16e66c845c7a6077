"""A document while it is printed: what each box says, by its path."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any

from khedmat.cards.editing.boxes import value_at, whole
from khedmat.cards.editing.shapes import shape_at
from khedmat.cards.form import Document, as_contract
from khedmat.cards.printing.pieces import Cell, Line, Lines, Note, Piece, Text, Tick, Words
from khedmat.cards.printing.saying import NO, YES, said_as
from khedmat.cards.vocabulary import label
from khedmat.core.persian import prose

LOST, SILENT = "در فرم روشن نیست", "ذکر نشده"
NO_CASE = "مصداق ندارد:"  # before the reason why a box does not apply
IN_FIGURES = Words("به عدد:")  # begins the line of what was read from the words above it
_CODES = ("service_id", "parent_service_id", "url", "account", "email", "phone", "sla_url", "complaint_url")


class Filled:
    """`is_whole`: with the accounts and the filler, which are never published."""

    def __init__(self, document: Document, *, is_whole: bool) -> None:
        self.document, self.is_whole = document, is_whole

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The contract's JSON."""
        return as_contract(self.document)

    @cached_property
    def undecided(self) -> Collection[str]:
        """By whole path."""
        return set(map(whole, self.document.undecided))

    @property
    def reasons(self) -> Mapping[str, str]:
        """Why a box does not apply, by whole path."""
        return self.document.not_applicable

    def at(self, path: str) -> Any:
        """The plain value of a box."""
        return value_at(self.plain, path)

    def count(self, path: str) -> int:
        """Rows of a list."""
        return len(self.at(path) or [])

    def says(self, path: str) -> bool:
        """A value, a doubt or a reason."""
        return self.at(path) is not None or path in self.undecided or path in self.reasons

    def notes(self, path: str, *, silent: bool = False) -> Line:
        """What is to be said of a box beside its value; `silent`: an empty square alone does not say which it is."""
        if path in self.reasons:
            return (Note("!", path, self.reasons[path]),)
        if path in self.undecided:
            return (Note("?", path, LOST),)
        return (Note("~", path, SILENT),) if silent and self.at(path) is None else ()

    def text(self, path: str) -> Line:
        """A box for words, a figure or one option in words."""
        said = said_as(shape_at(path), self.at(path))
        notes = self.notes(path)
        return notes if notes and said is None else (Text(path, said, path.endswith(_CODES)), *notes)

    def lines(self, path: str, *, is_numbered: bool = True) -> Line:
        """A box for a list."""
        items = tuple(map(prose, filter(None, self.at(path) or ())))
        notes = self.notes(path)
        return notes if notes and not items else (Lines(path, items, is_numbered), *notes)

    def ticks(self, path: str, *, only: Sequence[str] = (), behind: Mapping[str, Line] = MappingProxyType({})) -> Line:
        """The options of a box with their squares; `behind`: what is written beside some of them."""
        shape, picked = shape_at(path), self.picked(path)
        printed = {*(only or shape.options), *picked}
        pieces: list[Piece] = []
        for value in filter(printed.__contains__, shape.options):
            pieces += [Tick(f"{path}.{value}", label(shape.words, value), value in picked), *behind.get(value, ())]
        return (*pieces, *self.notes(path))

    def picked(self, path: str) -> Collection[str]:
        """The options of a box that are ticked."""
        value = self.at(path)
        return value if isinstance(value, list) else [value]

    def square(self, path: str, words: str) -> Line:
        """One square, ticked or not; not said is told in words, since an empty square is a no."""
        return Tick(path, words, self.at(path) is True), *self.notes(path, silent=True)

    def yes_no(self, path: str) -> Line:
        """A question with a square for each of its answers."""
        value = self.at(path)
        return Tick(f"{path}.yes", YES, value is True), Tick(f"{path}.no", NO, value is False), *self.notes(path)

    def figures(self, *parts: tuple[str, str, str]) -> Line:
        """«به عدد: ۲ تا ۳ روز»: (words before, path, words behind) of those that are said."""
        said = [self._figure(*part) for part in parts if self.at(part[1]) is not None]
        return (IN_FIGURES, *chain.from_iterable(said)) if said else ()

    def _figure(self, before: str, path: str, behind: str) -> Line:
        box = Text(path, said_as(shape_at(path), self.at(path)))
        return tuple(filter(any, (Words(before), box, Words(behind))))

    def worded(self, path: str, *parts: tuple[str, str, str]) -> Cell:
        """The words of the form, and below them the figures that were read from them."""
        figures = self.figures(*parts)
        words = () if figures and not self.says(path) else self.text(path)
        return tuple(filter(None, (words, figures)))

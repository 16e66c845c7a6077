"""The card while it is read: values by dotted path with their traces, and what a person should look at."""

from itertools import filterfalse
from typing import Any

from pydantic import TypeAdapter

from khedmat.cards import form
from khedmat.importing.readers.choosing import Choice
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.nesting import bounded, is_empty
from khedmat.importing.readers.outline import Answer
from khedmat.importing.readers.remarks import remark, remark_of_doubt
from khedmat.importing.readers.said import said
from khedmat.importing.readers.worded import kept_text, worded

__all__ = ["Draft", "said"]

NOWHERE = Place()
_TRACES = TypeAdapter(dict[str, form.Trace])


class Draft:
    """Filled by the sections, made into a card at the end."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.trace: dict[str, dict[str, Any]] = {}
        self.doubts: list[str] = []
        self.remarks: list[form.Warning] = []

    @property
    def undecided(self) -> list[str]:
        """Paths whose boxes cannot be read: a form that says it once more, and clearly, leaves no doubt."""
        return list(filterfalse(self.values.__contains__, self.doubts))

    @property
    def warnings(self) -> list[form.Warning]:
        """What a person should look at, without the doubts that another box settled."""
        settled = list(map(remark_of_doubt, filter(self.values.__contains__, self.doubts)))
        return [made for made in self.remarks if (made.code, made.field) not in settled]

    def set(self, path: str, value: Any, place: Place = NOWHERE) -> None:
        """Keeps a value that says something; the first one to come stays."""
        if is_empty(value) or path in self.values:
            return
        self.values[path] = value
        if trace := place.trace():
            self.trace[path] = trace

    def tick(self, path: str, tick: bool | None, place: Place) -> None:
        """A tick is not taken back by an empty box that is printed once more."""
        if tick and self.values.get(path) is False:
            del self.values[path]
        self.set(path, tick, place)

    def text(self, path: str, answer: Answer | None, *, lines: bool = False) -> None:
        """The first piece of an answer, or all its lines, as text."""
        if answer is None:
            return
        pieces = worded(answer)
        chosen = pieces if lines else pieces[:1]
        self.set(path, "\n".join(map(kept_text, chosen)), Place(answer, chosen))
        if not chosen:
            self.filler(path, answer)

    def choose_one(self, path: str, choice: Choice, place: Place) -> None:
        """The one value of a choice, or that it cannot be told."""
        self.set(path, choice.one, place)
        self.doubt(path, choice)

    def choose_all(self, path: str, choice: Choice, place: Place) -> None:
        """Its values, or that they cannot be told."""
        self.set(path, choice.values, place)
        self.doubt(path, choice)

    def doubt(self, path: str, choice: Choice) -> None:
        """That a choice cannot be told, if it cannot."""
        if choice.undecided:
            self.undecide(path, choice.text)

    def filler(self, path: str, answer: Answer | None) -> None:
        """Says that a box holds a dash, dots or the like."""
        if answer and answer.text:
            self.warn("filler", path, answer.text)

    def undecide(self, path: str, found: str = "") -> None:
        """The form says it and we cannot tell what: never guessed."""
        if path not in self.doubts:
            self.doubts.append(path)
            self.warn("undecided", path, found)

    def warn(self, code: str, path: str, found: str) -> None:
        """Something a person should look at, with the raw text."""
        self.remarks.append(remark(code, path, found))

    def card(self) -> form.Card:
        """The values as the contract's card. A number that it does not hold is left to a person."""
        card, beyond = bounded(form.Card, self.values)
        for path in beyond:
            value, trace = self.values.pop(path), self.trace.pop(path, None)
            self.warn("beyond", path, trace["raw"] if trace else str(value))
        return card

    def card_trace(self) -> dict[str, form.Trace]:
        """The traces by whole path, all made at once: one by one they take as long as the card."""
        return _TRACES.validate_python({f"card.{path}": step for path, step in self.trace.items()})

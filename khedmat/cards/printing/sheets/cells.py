"""What a cell of a sheet says."""

from collections.abc import Callable, Iterable
from typing import Any

from khedmat.cards.editing.shapes import shape_at
from khedmat.cards.printing.filled import LOST, Filled
from khedmat.cards.printing.saying import BETWEEN, said_as
from khedmat.cards.vocabulary import labels
from khedmat.core.persian import prose

Said = str | int | float | None
_LARGEST = 10**12
_NUMBERS = ("whole", "measure")
_LINK = "card.diagram.links."


def said_in(filled: Filled, path: str) -> Said:
    """A number as a number, all else as words; a doubt is said, beside the list of all doubts of the form."""
    if path in _OF_THE_FORM:
        return "\n".join(_OF_THE_FORM[path](filled)) or None
    value = filled.at(path)
    if value is None:
        return LOST if path in filled.undecided else None
    return prose(value) if path.startswith(_LINK) else _said(path, value)


def _reasons(filled: Filled) -> Iterable[str]:
    return (f"{box}: {reason}" for box, reason in filled.reasons.items())


_OF_THE_FORM: dict[str, Callable[[Filled], Iterable[str]]] = {
    "undecided": lambda filled: filled.document.undecided,
    "not_applicable": _reasons,
}


def _said(path: str, value: Any) -> Said:
    shape = shape_at(path)
    if shape.kind == "some":
        return BETWEEN.join(labels(shape.words, value))
    if shape.kind == "lines":
        return "\n".join(map(_on_one_line, filter(None, value)))
    return value if shape.kind in _NUMBERS and _is_kept(value) else said_as(shape, value)


def _on_one_line(item: str) -> str:
    return prose(item.replace("\n", " "))


def _is_kept(number: float) -> bool:
    """A sheet keeps fifteen digits, and programs show fewer; any other number is written in words."""
    return abs(number) < _LARGEST and round(number, 3) == number

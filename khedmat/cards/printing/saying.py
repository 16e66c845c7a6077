"""A value of the contract as the form prints it, and as a person writes it back."""

from collections.abc import Callable
from typing import Any

from khedmat.cards.editing.shapes import Shape
from khedmat.cards.vocabulary import label
from khedmat.core.persian import fold, latin_digits, number, prose, squeeze

YES, NO = "بله", "خیر"
BETWEEN = "؛ "  # options of one cell: their own words hold commas
_DECIMAL = str.maketrans("٫", ".", "٬")


_SAID: dict[str, Callable[[Any], str]] = {
    "text": prose,
    "whole": number,
    "measure": number,
    "yes": {True: YES, False: NO}.__getitem__,
}


def said_as(shape: Shape, value: Any) -> str | None:
    """A plain value in words, with Persian digits; None where nothing is said."""
    if value is None:
        return None
    return label(shape.words, value) if shape.kind == "one" else _SAID[shape.kind](value)


def meant_by(shape: Shape, written: str) -> Any:
    """The plain value again. ValueError where the words are none of the box."""
    return _WAYS[shape.kind](shape, written) if written.strip() else None


def _option(shape: Shape, written: str) -> str:
    """By its label however it is spelt, or by its code."""
    names = {squeeze(label(shape.words, value)): value for value in shape.options}
    found = names.get(squeeze(written), written.strip())
    if found not in shape.options:
        raise ValueError(written)
    return found


def _yes(_: Shape, written: str) -> bool:
    return [squeeze(NO), squeeze(YES)].index(squeeze(written)) == 1


def _figure(written: str) -> str:
    return latin_digits(written).translate(_DECIMAL).replace(",", "").strip()


_WAYS: dict[str, Callable[[Shape, str], Any]] = {
    "text": lambda _, written: fold(written).strip() or None,
    "whole": lambda _, written: int(_figure(written)),
    "measure": lambda _, written: float(_figure(written)),
    "yes": _yes,
    "one": _option,
    "some": lambda shape, written: [_option(shape, one) for one in written.split(BETWEEN.strip())],
    "lines": lambda _, written: [fold(one).strip() for one in written.split("\n")],
}

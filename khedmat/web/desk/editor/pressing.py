"""The buttons of a list: take a row out, move it up or down; they work on what is typed, saved or not."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict

from khedmat.core.persian import fold_line
from khedmat.web.desk.editor import flow

LONGEST_PLACE = 10  # thousands of digits are no number to Python either


def _drop(rows: list[Any], place: int) -> Any:
    return rows.pop(place)


def _up(rows: list[Any], place: int) -> None:
    if place:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]


def _down(rows: list[Any], place: int) -> None:
    if place + 1 < len(rows):
        rows[place + 1], rows[place] = rows[place], rows[place + 1]


BUTTONS: dict[str, Callable[[list[Any], int], Any]] = {"drop": _drop, "up": _up, "down": _down}


def pressed(raws: dict[str, Any], post: QueryDict) -> dict[str, Any]:
    """The raw values after the button, whose value is «path:row»; a row that is gone already is left alone."""
    for name, press in BUTTONS.items():
        leaf, _colon, place = post.get(name, "").rpartition(":")
        if _is_there(raws.get(leaf), place):
            gone = press(raws[leaf], int(place))
            _forget(raws, leaf, gone)
    return raws


def _is_there(rows: Any, place: str) -> bool:
    is_number = place.isascii() and place.isdigit() and len(place) < LONGEST_PLACE
    return isinstance(rows, list) and is_number and int(place) < len(rows)


def _forget(raws: dict[str, Any], leaf: str, gone: Any) -> None:
    """A process or a box that was taken out is no more in the diagram, unless it stands there twice."""
    name = fold_line(gone) if leaf in (flow.PROCESSES, flow.BOXES) and gone else ""
    if name and name not in map(fold_line, raws[leaf]):
        flow.without(raws, name)

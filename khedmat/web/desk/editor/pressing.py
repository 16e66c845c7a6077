"""The buttons of a list: take a row out, move it up or down; they work on what is typed, saved or not."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict

from khedmat.core.persian import fold_line
from khedmat.web.counting import counted
from khedmat.web.desk.editor import flow


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
        leaf, _colon, text = post.get(name, "").rpartition(":")
        rows, place = raws.get(leaf), counted(text)
        if isinstance(rows, list) and place is not None and place < len(rows):
            _forget(raws, leaf, press(rows, place))
    return raws


def _forget(raws: dict[str, Any], leaf: str, gone: Any) -> None:
    """A process or a box that was taken out is no more in the diagram, unless it stands there twice."""
    name = fold_line(gone) if leaf in (flow.PROCESSES, flow.BOXES) and gone else ""
    if name and name not in map(fold_line, raws[leaf]):
        flow.without(raws, name)

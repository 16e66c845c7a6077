"""The buttons of a list: take a row out, move it up or down; they work on what is typed, saved or not."""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict


def _drop(rows: list[Any], place: int) -> None:
    del rows[place]


def _up(rows: list[Any], place: int) -> None:
    if place:
        rows[place - 1], rows[place] = rows[place], rows[place - 1]


def _down(rows: list[Any], place: int) -> None:
    if place + 1 < len(rows):
        rows[place + 1], rows[place] = rows[place], rows[place + 1]


BUTTONS: dict[str, Callable[[list[Any], int], None]] = {"drop": _drop, "up": _up, "down": _down}


def pressed(raws: dict[str, Any], post: QueryDict) -> dict[str, Any]:
    """The raw values after the button, whose value is «path:row»; a row that is gone already is left alone."""
    for name, press in BUTTONS.items():
        leaf, _colon, place = post.get(name, "").rpartition(":")
        rows = raws.get(leaf)
        if isinstance(rows, list) and place.isascii() and place.isdigit() and int(place) < len(rows):
            press(rows, int(place))
    return raws

"""Two people on one card: changes of different boxes are both kept, two different ones of one box are a clash."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from khedmat.cards.editing.boxes import Boxes


class Clash(NamedTuple):
    """A box that somebody else filled otherwise since the page was opened."""

    path: str
    mine: Any
    theirs: Any


def changed(before: Boxes, after: Boxes) -> dict[str, dict[str, Any]]:
    """What was and what is, of each box that differs."""
    paths = dict.fromkeys([*before, *after])
    pairs = {path: {"was": before.get(path), "now": after.get(path)} for path in paths}
    return {path: pair for path, pair in pairs.items() if pair["was"] != pair["now"]}


def rewind(now: Boxes, edits: Iterable[Mapping[str, Mapping[str, Any]]]) -> Boxes:
    """The boxes before some edits; the newest edit comes first."""
    boxes = dict(now)
    for edit in edits:
        boxes |= {path: change["was"] for path, change in edit.items()}
    return boxes


def merge(*, seen: Boxes, now: Boxes, posted: Boxes) -> tuple[Boxes, list[Clash]]:
    """What to write, and the clashes; `seen` is what the person had before the eyes while typing."""
    mine = {path: value for path, value in posted.items() if value != seen.get(path) and value != now.get(path)}
    theirs = {path for path in mine if now.get(path) != seen.get(path)}
    clashes = [Clash(path, mine[path], now.get(path)) for path in mine if path in theirs]
    return {path: value for path, value in mine.items() if path not in theirs}, clashes

"""The cards that a change of a register touches, as its steward may see them."""

from collections import Counter
from typing import Any, NamedTuple

from khedmat.cards.enums import OF_THE_OFFICE, Stage
from khedmat.cards.lines.actions import Preview
from khedmat.cards.models.asked import Line

MOST_SHOWN = 200


class Touched(NamedTuple):
    """A line of a card: what it meant before and after; empty is unknown to the register."""

    line: Any
    before: str
    after: str


class Cards(NamedTuple):
    """`inside`: cards that no agency sent yet; they are their office's own, and only counted."""

    rows: list[Touched]
    published: int
    all: int
    inside: int


def cards_of(shown: Preview) -> Cards:
    titles = {shown.kept.pk: shown.kept.title, shown.gone.pk: shown.gone.title, None: ""}
    will = {(move.letters, move.was): move.will for move in shown.moved}
    open_lines = [line for line in shown.lines if line.version.stage not in OF_THE_OFFICE]
    rows = [
        Touched(line, titles[line.entry_id], titles.get(will[line.letters, line.entry_id], ""))
        for line in open_lines[:MOST_SHOWN]
    ]
    return Cards(rows, *_counts(shown.lines))


def _counts(lines: list[Line]) -> tuple[int, int, int]:
    """Of versions: published ones, all, and those that are still inside."""
    stages = {line.version_id: line.version.stage for line in lines}
    counted = Counter(stages.values())
    return counted[Stage.PUBLISHED], len(stages), sum(map(counted.__getitem__, OF_THE_OFFICE))

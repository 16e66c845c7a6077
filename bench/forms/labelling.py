"""Labels for the boxes of a card: as the form prints them, or as agencies word them."""

from dataclasses import replace
from random import Random

from bench.forms.boxes import emptied
from bench.forms.model import Boxes, Pair, Words
from bench.forms.words import spun, table

_FILLERS: tuple[tuple[str, ...], ...] = ((), (), (), ("-",), ("--",), (".......",), ("…………",), ("---",))


def printed(rng: Random, name: str) -> str:
    """The label of the annex."""
    return spun(rng, rng.choice(table("labels")[name]))


def free(rng: Random, name: str) -> str:
    """A label of an agency's own page."""
    return spun(rng, rng.choice(table("labels")[f"free.{name}"]))


def maybe_empty(rng: Random, pair: Pair, share: float = 0.12) -> Pair:
    """A part of the boxes is printed and left empty."""
    if pair.name in {"title", "sub_title"} or isinstance(pair.box, tuple) or rng.random() > share:
        return pair
    box = emptied(pair.box)
    return Pair(pair.name, pair.label, replace(box, lines=rng.choice(_FILLERS)) if isinstance(box, Words) else box)


def pair(rng: Random, name: str, box: Boxes, *, number: str = "") -> Pair:
    """With the printed label."""
    return Pair(name, number + printed(rng, name), box)

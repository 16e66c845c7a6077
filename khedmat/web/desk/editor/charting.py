"""Section 10 as fields: the boxes in their order, a place for a new one before the end, the arrows in pairs."""

from collections.abc import Sequence
from typing import NamedTuple

from khedmat.cards.printing.drawing import ENDS
from khedmat.core.persian import fold_line
from khedmat.web import words
from khedmat.web.desk.editor.flow import END, START
from khedmat.web.desk.editor.showing import Line, Shown

MOST_CHOICES = 900  # so many options of arrows a page bears; a bigger diagram is typed with suggestions
BLANK_ARROWS = 2


class Chart(NamedTuple):
    """`lines` stand before the place of a new box, `rest` behind it; `missing`: what may be drawn and is not.

    `is_big`: arrows are typed, since so many lists of boxes would be too much for a page.
    """

    name: str
    lines: list[Line]
    rest: list[Line]
    missing: list[str]
    options: list[str]
    arrows: list[tuple[str, str]]
    is_big: bool


def chart(shown: Sequence[Shown]) -> Chart | None:
    """The fields of the diagram of a page; None on a page without it."""
    diagram = next((one for one in shown if one.box.path == "diagram"), None)
    return _chart(diagram) if diagram else None


def _chart(diagram: Shown) -> Chart:
    boxes, links = diagram.by["boxes"], diagram.by["links"]
    said = [text for text in map(_seen, boxes.raw) if text]
    split = len(said) - 1 if len(said) > 1 and said[-1] in ENDS else len(said)  # a first box is the start
    arrows = [(_seen(one), _seen(other)) for one, other in links.raw] + [("", "")] * BLANK_ARROWS
    options = list(dict.fromkeys([*said, *filter(None, (end for pair in arrows for end in pair))]))
    return Chart(
        name=boxes.name,
        lines=[Line(place, text, place + 1) for place, text in enumerate(said[:split])],
        rest=[Line(split + 2, text, split + 1) for text in said[split:]],
        missing=_missing(diagram, said),
        options=options,
        arrows=arrows,
        is_big=2 * len(arrows) * len(options) > MOST_CHOICES,
    )


def _seen(text: str) -> str:
    """As the fields show it: what is compared on the page is written alike."""
    return words.prose(fold_line(text))


def _missing(diagram: Shown, said: Sequence[str]) -> list[str]:
    may = [START, *map(_seen, diagram.page.said["card.processes"] or []), END]
    return [one for one in may if one not in said]

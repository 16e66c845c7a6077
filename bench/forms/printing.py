"""Boxes as lines of text, in one style for the whole page; ticks and boxes stay signs that the container draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from bench.forms.model import BOX, TICK, Box, Boxes, Cell, Choice, Page, Pair, Row, Section, Table, Words


class Flat(NamedTuple):
    """A row of a page as text. `kind`: pair, section, line or table; `cells`: label and lines, or rows of cells."""

    kind: str
    label: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    link: bool = False


@dataclass(frozen=True)
class Style:
    """`marks`: boxes, ticks (no empty boxes), written (names alone), lost. `listing`: what stands before an item."""

    marks: str
    behind: bool
    gap: str
    stacked: bool  # an option a line
    listing: str
    inline: bool  # a list on one line


LISTINGS = ("{}- ", "{}) ", "{}. ", "• ", "- ", "")


def style(rng: Random, *, marks: str = "") -> Style:
    """A random one."""
    kind = marks or rng.choice(("boxes", "boxes", "boxes", "boxes", "written"))
    listing = rng.choice(LISTINGS)
    inline = rng.random() < 0.4
    gap = rng.choice(("  ", "   ", " ", "     "))
    return Style(kind, rng.random() < 0.4, gap, rng.random() < 0.3, listing, inline)


def flat(page: Page, style: Style) -> list[Flat]:
    """All rows in their order."""
    return [_flat(row, style) for row in page.rows]


def _flat(row: Row, style: Style) -> Flat:
    if isinstance(row, Pair):
        link = isinstance(row.box, Words) and row.box.link
        return Flat("pair", row.label, tuple(lines_of(row.box, style)), link=link)
    if isinstance(row, Table):
        return Flat("table", "", rows=tuple(tuple(_cell(cell, style) for cell in cells) for cells in row.rows))
    return Flat("section" if isinstance(row, Section) else "line", row.text)


def _cell(cell: Cell, style: Style) -> str:
    parts = cell if isinstance(cell, tuple) else (cell,)
    told = (part if isinstance(part, str) else " ".join(_options(part, style)) for part in parts)
    return " ".join(told).strip()


def lines_of(box: Boxes, style: Style) -> list[str]:
    """What stands in a box."""
    if isinstance(box, tuple):
        return ["  ".join(" ".join(_lines(part, style)) for part in box)]
    return _lines(box, style)


def _lines(box: Box, style: Style) -> list[str]:
    if isinstance(box, Words):
        return _listed(box, style) if box.listed else list(box.lines)
    drawn = _options(box, style)
    return drawn if style.stacked and len(box.options) > 1 else [style.gap.join(drawn)]


def _listed(box: Words, style: Style) -> list[str]:
    if style.inline:
        return [_on_one_line(box.lines, style)] if box.lines else []
    return [style.listing.format(number) + line for number, line in enumerate(box.lines, start=1)]


def _on_one_line(lines: Sequence[str], style: Style) -> str:
    """Numbered, or parted by commas."""
    if "{}" in style.listing:
        return " ".join(style.listing.format(number) + line for number, line in enumerate(lines, start=1))
    return "، ".join(lines)


def _options(choice: Choice, style: Style) -> list[str]:
    head = [choice.head] if choice.head else []
    return head + [_option(phrase, value in choice.ticked, style) for value, phrase in choice.options]


def _option(phrase: str, ticked: bool, style: Style) -> str:
    mark = _mark(ticked, style)
    if style.behind:
        return f"{phrase} {mark}".strip()
    return f"{mark} {phrase}".strip()


def _mark(ticked: bool, style: Style) -> str:
    if style.marks == "lost":
        return ""
    return TICK if ticked else "" if style.marks == "ticks" else BOX

"""The diagram of section 10 as a drawing: boxes in rows by their links, drawn by the server as SVG."""

from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from khedmat.cards import form

WIDTH, LINE, PAD, GAP_X, GAP_Y = 300, 24, 11, 32, 34
LETTERS_A_LINE = 40
FOOT = attrgetter("foot")
BULLETS = " \t•·▪●○■□*-–—"  # a form that lists its boxes marks them so
ENDS = ("شروع", "آغاز", "پایان", "خاتمه")


class Box(NamedTuple):
    """A box with its place and its text cut in lines: (y, words). Whole numbers, which no language writes otherwise."""

    text: str
    left: int
    top: int
    high: int
    round: bool
    lines: tuple[tuple[int, str], ...]

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def centre(self) -> int:
        return self.left + WIDTH // 2

    @property
    def foot(self) -> int:
        return self.top + self.high


class Arrow(NamedTuple):
    """A line from the foot of one box to the head of another, as an SVG path."""

    path: str
    back: bool


class Drawing(NamedTuple):
    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(diagram: form.Diagram) -> Drawing | None:
    """None when the form draws nothing. Links are drawn only where the form has them."""
    if not diagram.boxes:
        return None
    links, count = _links(diagram), len(diagram.boxes)
    rows = _rows(ranks(count, links) if links else list(range(count)))
    broad = max(map(len, rows))
    width = broad * WIDTH + (broad + 1) * GAP_X
    boxes = _place(diagram.boxes, rows, width)
    height = max(map(FOOT, boxes)) + PAD
    return Drawing(width, height, boxes, tuple(_arrow(boxes[a], boxes[b]) for a, b in links))


def _links(diagram: form.Diagram) -> list[tuple[int, int]]:
    """Only between boxes that are drawn."""
    drawn = filter(set(diagram.boxes).issuperset, diagram.links)
    return [(diagram.boxes.index(a), diagram.boxes.index(b)) for a, b in drawn]


def ranks(count: int, links: list[tuple[int, int]]) -> list[int]:
    """How far each box stands from the start. A link back (a loop) does not push its goal down."""
    forward = [(a, b) for a, b in links if a < b]
    rank = [0] * count
    for a, b in sorted(forward):
        rank[b] = max(rank[b], rank[a] + 1)
    return rank


def _rows(rank: list[int]) -> list[list[int]]:
    """The places of boxes, those of one rank side by side."""
    ordered = sorted(range(len(rank)), key=rank.__getitem__)
    return [list(row) for _, row in groupby(ordered, key=rank.__getitem__)]


def _place(texts: list[str], rows: list[list[int]], width: int) -> tuple[Box, ...]:
    placed: dict[int, Box] = {}
    y = PAD
    for row in rows:
        free = width - len(row) * WIDTH - (len(row) - 1) * GAP_X
        for column, place in enumerate(row):
            x = width - free // 2 - (column + 1) * WIDTH - column * GAP_X
            placed[place] = _box(texts[place], x, y)
        y = max(map(FOOT, map(placed.__getitem__, row))) + GAP_Y
    return tuple(map(placed.__getitem__, sorted(placed)))


def _box(text: str, left: int, top: int) -> Box:
    said = text.lstrip(BULLETS).rstrip() or text
    cut = wrap(said)
    first = top + PAD + LINE * 7 // 10
    lines = tuple((first + LINE * place, words) for place, words in enumerate(cut))
    return Box(text, left, top, 2 * PAD + LINE * len(cut), said in ENDS, lines)


def wrap(text: str) -> list[str]:
    """Lines short enough for a box; a word is never cut."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= LETTERS_A_LINE or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _arrow(start: Box, goal: Box) -> Arrow:
    if goal.top <= start.top:
        side = max(start.left, goal.left) + WIDTH
        out, into = start.top + start.high // 2, goal.top + goal.high // 2
        return Arrow(f"M{side} {out}C{side + 26} {out} {side + 26} {into} {side + 5} {into}", True)
    bend = (goal.top - start.foot) // 2
    first, last = f"{start.centre} {start.foot + bend}", f"{goal.centre} {goal.top - bend}"
    return Arrow(f"M{start.centre} {start.foot}C{first} {last} {goal.centre} {goal.top - 5}", False)

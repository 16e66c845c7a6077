"""What was cut and what was seen in it → a page of lines and tables, and its places in the picture as it came."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from operator import attrgetter

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.geometry import Box as Place
from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Area, Line, Page, Places, Word, cells_of
from khedmat.importing.readers.containers.scan.cut import Box, Cut
from khedmat.importing.readers.containers.scan.tsv import Seen

_SLACK = 2.0  # points: a line of flat letters is lower than a box


def page_of(cut: Cut, seen: Mapping[int, Sequence[Seen]]) -> Page:
    """Its lines from above, boxes among their words. `seen`: the words of each line."""
    lines = list(map(partial(_line, cut), filter(None, seen.values())))
    cells = cells_of(cut.tables)
    for box in cut.boxes:
        _put(box, lines, cells)
    return Page(cut.size, sorted(lines, key=attrgetter("area.top")), cut.tables)


def _line(cut: Cut, words: Iterable[Seen]) -> Line:
    return Line(tuple(map(partial(_placed, cut), words)))


def _placed(cut: Cut, word: Seen) -> Word:
    x, y, *_ = cut.lines[word.page]
    seen = word.left, word.top, word.right, word.bottom
    left, top, right, bottom = ((edge - cut.margin) / cut.scale for edge in seen)
    return Word(word.text, Area(x + left, y + top, x + right, y + bottom))


def _put(box: Box, lines: list[Line], cells: Places) -> None:
    """Into the line beside it, before the first word that stands to its left; alone where there is none."""
    word = Word(TICKED if box.filled else EMPTY, box.area)
    beside = [n for n, line in enumerate(lines) if _is_beside(box.area, line.area, cells)]
    if beside:
        place = min(beside, key=lambda n: _distance(box.area, lines[n].area))
        lines[place] = _with(word, lines[place])
    else:
        lines.append(Line((word,)))


def _with(word: Word, line: Line) -> Line:
    x = word.area.middle[0]
    at = next((n for n, other in enumerate(line.words) if other.area.right <= x), len(line.words))
    return Line((*line.words[:at], word, *line.words[at:]))


def _is_beside(box: Area, line: Area, cells: Places) -> bool:
    is_level = line.top - _SLACK <= box.middle[1] <= line.bottom + _SLACK
    return is_level and cells.at(*box.middle) == cells.at(*line.middle)


def _distance(box: Area, line: Area) -> float:
    """Along the line; 0 within it."""
    return max(line.left - box.right, box.left - line.right, 0.0)


def turned(place: Place, size: PageSize, degrees: float) -> Place:
    """Where it stands in the picture as it came, which leans by so many degrees against the clock."""
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    x, y = (place.left + place.right - size.width) / 2, (place.top + place.bottom - size.height) / 2
    right, down = x * cos + y * sin - x, y * cos - x * sin - y
    moved = (place.left + right, place.top + down, place.right + right, place.bottom + down)
    return Place(place.page, *moved, place.letters)

"""Small drawn squares and circles of a page, and whether something is drawn in them. A row of them holds digits."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, combinations, starmap
from math import dist
from operator import attrgetter, itemgetter
from typing import NamedTuple

from khedmat.core.sequences import first_where, grouped
from khedmat.importing.readers.containers.layout import Area, Rule, Rules
from khedmat.importing.readers.containers.pdf.paths import Path, Point, area_of
from khedmat.importing.readers.containers.pdf.rules import rules_of

# Points.
_LEAST, _MOST = 5.0, 16.5
_SAME, _BESIDE = 2.0, 1.5
_CORNERS = 5  # points of an outline that comes back to its beginning: a triangle has fewer
_HOLLOW = 0.34  # of its side: so far an outline keeps from its middle
_SQUARE = 1.25  # longer side to shorter one
_WITHIN = 0.8  # of a square: what stands on its edge is not in it
_MOST_SQUARES = 300  # of one page: it is a drawing


class Square(NamedTuple):
    """`is_marked`: something is drawn in it. `is_full`: it is filled, as are bullets too."""

    area: Area
    is_marked: bool
    is_full: bool


class Found(NamedTuple):
    """Squares that may be boxes, and rules that are none of their sides."""

    squares: list[Square]
    rules: Rules


def squares_of(paths: Iterable[Path]) -> Found:
    """Of what is drawn on a page."""
    parts = grouped(paths, _is_frame)
    frames, others = parts.get(True, []), parts.get(False, [])
    groups = _concentric(frames) if len(frames) <= _MOST_SQUARES else []
    rules = rules_of(others)
    alone = grouped(groups, lambda group: _stands_alone(group[0].area, groups, rules))
    cells = chain.from_iterable(alone.get(False, []))
    ruled, rules = _ruled(rules_of([*others, *cells]))
    marks = [area for area in map(attrgetter("area"), others) if _side(area) <= _MOST]
    drawn = filter(None, (_square(group, marks) for group in alone.get(True, [])))
    return Found([*drawn, *(_square_of(area, marks) for area in ruled)], rules)


def _is_frame(path: Path) -> bool:
    """Whether it goes around a small square, whatever its corners."""
    return _is_square(path.area) and all(map(_goes_around, path.outlines))


def _goes_around(outline: tuple[Point, ...]) -> bool:
    """A mark crosses its own middle; a frame keeps away from it."""
    area = area_of(outline)
    nearest = min(dist(point, _middle(area)) for point in outline)
    return len(outline) >= _CORNERS and dist(outline[0], outline[-1]) < _BESIDE and nearest > _HOLLOW * _side(area)


def _concentric(frames: Sequence[Path]) -> list[list[Path]]:
    """Frames in frames, the largest first: a box may have its ground, its border and its point."""
    groups: list[list[Path]] = []
    for frame in sorted(frames, key=lambda path: -_side(path.area)):
        own = first_where(partial(_is_around, frame), groups)
        if own is None:
            groups.append(own := [])
        own.append(frame)
    return groups


def _is_around(frame: Path, group: Sequence[Path]) -> bool:
    return dist(_middle(group[0].area), _middle(frame.area)) < _SAME


def _stands_alone(area: Area, groups: Sequence[Sequence[Path]], rules: Rules) -> bool:
    """Neither beside another of its kind, as the boxes of digits, nor at a rule, as the cells of a table.

    A box that is as high as its row lies at the rules above and below, but no cell is beside it.
    """
    levels, uprights = (area.top, area.bottom), (area.left, area.right)
    at_level = any(_runs_along(rule, levels, uprights) for rule in rules.level)
    least = _LEAST if at_level else _MOST
    at_upright = any(_runs_along(rule, uprights, levels, least=least) for rule in rules.upright)
    return not (at_upright or any(_touch(area, group[0].area) for group in groups))


def _touch(one: Area, other: Area) -> bool:
    across = abs(one.right - other.left) < _BESIDE or abs(one.left - other.right) < _BESIDE
    return across and abs(one.top - other.top) < _BESIDE


def _runs_along(rule: Rule, sides: tuple[float, float], ends: tuple[float, float], *, least: float = _MOST) -> bool:
    """It is a side of a square, and longer than some points."""
    near = min(abs(rule.at - side) for side in sides) < _BESIDE
    return near and rule.start < ends[1] and rule.end > ends[0] and rule.end - rule.start > least


def _square(group: Sequence[Path], marks: Sequence[Area]) -> Square | None:
    """None of a light ground without a border."""
    is_hollow = any(map(attrgetter("is_drawn"), group))
    is_dark = any(path.is_dark and not path.is_ring for path in group)
    square = _square_of(group[0].area, marks)
    if is_hollow:
        return square._replace(is_marked=square.is_marked or is_dark)
    return square._replace(is_full=True) if is_dark else None


def _square_of(area: Area, marks: Sequence[Area]) -> Square:
    return Square(area, any(_within(area, _middle(mark)) for mark in marks), False)


def _within(area: Area, point: Point) -> bool:
    """Well within: its own sides are drawn on its edge."""
    x, y = _middle(area)
    return max(abs(point[0] - x), abs(point[1] - y)) < _WITHIN * _side(area) / 2


def _ruled(rules: Rules) -> tuple[list[Area], Rules]:
    """Squares that are drawn as four short rules, and the rules that are no sides of them."""
    level, upright = _short(rules.level), _short(rules.upright)
    if max(len(level), len(upright)) > _MOST_SQUARES:
        return [], rules
    pairs = starmap(_between, combinations(sorted(level), 2))
    found = [area for area in pairs if _is_square(area) and _is_closed(area, Rules(level, upright))]
    sides = list(map(_sides, found))
    level_sides, upright_sides = (list(chain.from_iterable(map(itemgetter(way), sides))) for way in (0, 1))
    return found, Rules(_without(rules.level, level_sides), _without(rules.upright, upright_sides))


def _between(above: Rule, below: Rule) -> Area:
    return Area(above.start, above.at, below.end, below.at)


def _short(rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if _LEAST <= rule.end - rule.start <= _MOST]


def _is_closed(area: Area, rules: Rules) -> bool:
    """All four sides are there, and as long as the square."""
    return all(starmap(_are_drawn, zip(_sides(area), rules, strict=True)))


def _are_drawn(sides: Sequence[Rule], rules: Sequence[Rule]) -> bool:
    return len(_without(sides, rules)) == 0


def _sides(area: Area) -> Rules:
    left, top, right, bottom = area
    return Rules(
        [Rule(top, left, right), Rule(bottom, left, right)], [Rule(left, top, bottom), Rule(right, top, bottom)]
    )


def _without(rules: Sequence[Rule], sides: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if all(dist(rule, side) >= _SAME for side in sides)]


def _middle(area: Area) -> Point:
    return (area.left + area.right) / 2, (area.top + area.bottom) / 2


def _side(area: Area) -> float:
    """The longer one."""
    return max(area.right - area.left, area.bottom - area.top)


def _is_square(area: Area) -> bool:
    width, height = area.right - area.left, area.bottom - area.top
    return min(width, height) >= _LEAST and _side(area) <= _MOST and _side(area) <= _SQUARE * min(width, height)

"""Paths → the straight rules of tables: lines, thin rectangles, the sides of frames. Their pieces are put together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter

from khedmat.core.sequences import grouped
from khedmat.importing.readers.containers.layout import Area, Rule, Rules
from khedmat.importing.readers.containers.pdf.paths import Path, Point, area_of

_LEVEL, _UPRIGHT = "level", "upright"
_THIN = 3.0  # points: a rectangle less high is a rule
_STRAIGHT = 0.7
_SHORTEST = 3.0
_SAME, _TOUCHING = 1.0, 1.5  # points between two pieces of one rule, across and along it


def rules_of(paths: Iterable[Path]) -> Rules:
    """All that is level or upright."""
    sides = grouped(chain.from_iterable(map(_sides, paths)), _way)
    level = [Rule(side.middle[1], side.left, side.right) for side in sides.get(_LEVEL, [])]
    upright = [Rule(side.middle[0], side.top, side.bottom) for side in sides.get(_UPRIGHT, [])]
    return Rules(joined(level), joined(upright))


def _way(side: Area) -> str:
    width, height = side.right - side.left, side.bottom - side.top
    if min(width, height) > _THIN or max(width, height) <= _SHORTEST:
        return ""
    return _LEVEL if height < width else _UPRIGHT


def _sides(path: Path) -> Iterator[Area]:
    """What its pen went along; of what is only filled, itself where it is thin."""
    return chain.from_iterable(_sides_of(outline, path) for outline in path.outlines)


def _sides_of(outline: Sequence[Point], path: Path) -> Iterable[Area]:
    whole = area_of(outline)
    if path.ink and min(whole.right - whole.left, whole.bottom - whole.top) <= _THIN:
        return [whole]
    return map(area_of, filter(_is_straight, pairwise(outline))) if path.is_drawn else []


def _is_straight(side: tuple[Point, Point]) -> bool:
    (x1, y1), (x2, y2) = side
    return min(abs(x1 - x2), abs(y1 - y2)) < _STRAIGHT


def joined(pieces: Sequence[Rule]) -> list[Rule]:
    """Each rule once: it is drawn cell by cell, and twice where two cells meet."""
    return list(chain.from_iterable(map(_along, _beside(pieces))))


def _along(same: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line that follow each other are one."""
    rules: list[Rule] = []
    for piece in sorted(same, key=attrgetter("start")):
        if rules and piece.start <= rules[-1].end + _TOUCHING:
            last = rules.pop()
            piece = last._replace(end=max(last.end, piece.end))
        rules.append(piece._replace(at=same[0].at))
    return rules


def _beside(pieces: Sequence[Rule]) -> list[list[Rule]]:
    """Pieces by the line that they lie on."""
    lines: list[list[Rule]] = []
    for piece in sorted(pieces):
        if not lines or piece.at - lines[-1][0].at > _SAME:
            lines.append([])
        lines[-1].append(piece)
    return lines

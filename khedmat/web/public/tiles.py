"""The thirty-one provinces as a grid of tiles: one square each, about where it lies, west on the left."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from khedmat.web.geography import MAP

ROWS = (
    ("04", "03", "24", "", "", "", ""),
    ("12", "19", "01", "02", "27", "28", ""),
    ("05", "13", "26", "30", "23", "20", "09"),
    ("16", "15", "00", "25", "10", "21", "29"),
    ("", "06", "14", "17", "07", "08", "11"),
    ("", "", "", "18", "", "22", ""),
)
NARROW = (  # of a phone: five beside each other, so that a name can be read
    ("04", "03", "24", "", "28"),
    ("12", "19", "01", "02", "27"),
    ("05", "13", "26", "30", "09"),
    ("16", "15", "00", "23", "20"),
    ("06", "14", "25", "10", "29"),
    ("17", "07", "21", "08", "11"),
    ("", "18", "", "22", ""),
)
WIDTH, HEIGHT, GAP = 64, 50, 4
NAMES = {province.code: province.name for province in MAP.provinces}
SIGNS = {"same": "=", "less": "▼", "more": "▲", "other": "≠", "none": ""}


class Tile(NamedTuple):
    """A square with the name in at most two lines; `side` is its class, `sign` the same without colour."""

    code: str
    name: str
    lines: list[str]
    x: int
    y: int
    side: str

    @property
    def sign(self) -> str:
        return SIGNS[self.side]

    @property
    def middle(self) -> int:
        return self.x + WIDTH // 2

    @property
    def first_line(self) -> int:
        return self.y + (20 if len(self.lines) == 1 else 16)


class Tiles(NamedTuple):
    tiles: list[Tile]
    width: int
    height: int


def tiles(sides: Mapping[str, Any], rows: Sequence[Sequence[str]] = ROWS) -> Tiles:
    """`sides`: code of the province → same, less, more or other; the rest follow the national card."""
    made = [
        _tile(code, column * (WIDTH + GAP), row * (HEIGHT + GAP), side=sides.get(code, "none"))
        for row, codes in enumerate(rows)
        for column, code in enumerate(codes)
        if code
    ]
    return Tiles(made, len(rows[0]) * (WIDTH + GAP), len(rows) * (HEIGHT + GAP))


def _tile(code: str, x: int, y: int, *, side: str) -> Tile:
    return Tile(code, NAMES[code], _lines(NAMES[code]), x, y, side)


def _lines(name: str) -> list[str]:
    """«سیستان و / بلوچستان»: long names break at their last space."""
    first, _space, last = name.rpartition(" ")
    return [first, last] if first else [name]

"""Where blocks stand on the pages of a printed file, in points from the upper left corner."""

from typing import NamedTuple

from khedmat.importing.readers.blocks import Sheet


class Box(NamedTuple):
    """A rectangle of one page; pages are counted from 0. `letters` of its cell stand in it, spaces not counted, behind
    those of the cell's boxes before; 0 where nobody counted: it holds the whole cell."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    letters: int = 0


class PageSize(NamedTuple):
    """Points; 72 are an inch."""

    width: float
    height: float


class Printed(NamedTuple):
    """Blocks of pages. `places[n]` says where the cells of block n stand: a box for each printed line
    of each cell, or one for all."""

    sheet: Sheet
    places: tuple[tuple[tuple[Box, ...], ...], ...]
    sizes: tuple[PageSize, ...]

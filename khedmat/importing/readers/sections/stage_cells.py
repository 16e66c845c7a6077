"""Section 6: the cells of the table of stages, by stage."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first, first_where
from khedmat.importing.readers import marks, options
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.sections.cut_option import without_cut_option
from khedmat.importing.readers.wording import all_pieces, behind, block_of, text_of

STAGES = ("information", "request", "production", "delivery")
GROUPS = ("mode", "channels", "visit_levels", "visit_reasons", "printed")
_NAMES = {f"stage_{stage}": stage for stage in STAGES}
_INSIDE = {*_NAMES, "_visit_reason", "_access", "_heading", "details", "_unknown", "_instruction"}
_WITH_REASONS = ("visit_reasons", *filter("visit_reasons".__ne__, GROUPS))  # a bare «سایر» is of the first group
_OTHER = "other"


@dataclass(frozen=True)
class Cell:
    """One cell, or lines that stand alone below each other."""

    pieces: list[Piece]

    @cached_property
    def text(self) -> str:
        """Its pieces, a line each."""
        return "\n".join(map(text_of, self.pieces))

    @cached_property
    def reading(self) -> options.Reading:
        """Its options. A bare «سایر» is a channel among channels, else a reason."""
        text = without_cut_option(marks.normalise(self.text), GROUPS)
        return options.read([text], GROUPS if self._has_channels_only() else _WITH_REASONS)

    def _has_channels_only(self) -> bool:
        letters = squeeze(self.text)
        reasons = "احراز" in letters or "زیرساخت" in letters
        return not reasons and any(value != _OTHER for _, value in options.read([self.text], ["channels"]).ticked)


def cells_by_stage(outline: Outline) -> dict[str, list[Cell]]:
    """A stage's name rules its own row, before and behind it, and the rows below."""
    stages = _stages(outline)
    cells: dict[str, list[Cell]] = defaultdict(list)
    named = sorted(stages)
    for (block, _), pieces in groupby(_pieces(outline, list(stages)), key=_cell_of):
        ruling = _ruling(block, named)
        _add(cells[stages[ruling]], Cell(list(pieces)), starts=block == ruling)
    return cells


def _stages(outline: Outline) -> dict[int, str]:
    """block → the stage that is named there first."""
    stages: dict[int, str] = {}
    for answer in outline.of(*_NAMES):
        stages.setdefault(answer.line.block, _NAMES[answer.field])
    return stages


def _ruling(block: int, named: list[int]) -> int:
    return named[bisect_right(named, block) - 1]


def _pieces(outline: Outline, named: list[int]) -> list[Piece]:
    """All that stands between the first stage and the next section, in reading order and without the labels."""
    start = first(named)
    if start is None:
        return []
    end = _end(outline, start)
    pieces = [*all_pieces(outline.of(*_INSIDE)), *outline.free]
    return sorted((piece for piece in pieces if start <= block_of(piece) < end), key=_place)


def _end(outline: Outline, start: int) -> int:
    """The block of the next section."""
    section = first_where(_is_section, behind(start, outline.answers))
    return section.line.block if section else len(outline.sheet.blocks)


def _is_section(answer: Answer) -> bool:
    return answer.field not in _INSIDE


def _cell_of(piece: Piece) -> tuple[int, int]:
    return piece.line.block, piece.line.cell


def _place(piece: Piece) -> tuple[int, int, int, int]:
    return piece.line.block, piece.line.cell, piece.line.start, piece.start


def _add(cells: list[Cell], cell: Cell, *, starts: bool) -> None:
    """Lines that stand alone, one option a line, are one block of options."""
    if cells and not starts and _are_lines(cells[-1], cell):
        cells[-1].pieces.extend(cell.pieces)
    else:
        cells.append(cell)


def _are_lines(above: Cell, cell: Cell) -> bool:
    return above.pieces[-1].line.alone and cell.pieces[0].line.alone

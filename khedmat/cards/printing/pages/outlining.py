"""A form as the plain data that `annex.typ` prints: words, lists and yes or no, nothing of it is code."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import Any

from khedmat.cards.printing.drawing import Drawing
from khedmat.cards.printing.filled import IN_FIGURES, NO_CASE, SILENT
from khedmat.cards.printing.pieces import (
    NOT_APPLICABLE,
    Cell,
    Field,
    Fields,
    Grid,
    Head,
    Line,
    Lines,
    Note,
    Paper,
    Piece,
    Section,
    Text,
    Tick,
    Words,
    parted,
)

_TALLEST = 1150  # units of the drawing: a higher one is printed as the list that it is
_LONGEST_RUNNING = 110  # letters of the title in the head of each page
_LONG = 240  # letters: a longer box may go on over the page
_GROUP, _IS_WIDE = attrgetter("group"), attrgetter("is_wide")
_STEP = re.compile(r"([MCL])([\d\s-]+)")
Plain = list[Any]


def plain_of(paper: Paper) -> dict[str, Any]:
    """The whole form; its sections by the turn of their pages."""
    turns = groupby(paper.sections, key=_IS_WIDE)
    return {
        "title": paper.title,
        "running": paper.title[:_LONGEST_RUNNING],
        "name": paper.name,
        "code": paper.code or "",
        "about": list(paper.about),
        "link": paper.link,
        "turns": [{"wide": is_wide, "sections": list(map(_section, sections))} for is_wide, sections in turns],
    }


def _section(section: Section) -> dict[str, Any]:
    """A drawing stands for its boxes and arrows where it fits on a page."""
    drawing = section.drawing
    is_drawn = drawing is not None and drawing.height <= _TALLEST
    return {"title": section.title, "parts": [_drawn(drawing)] if is_drawn else list(map(_part, section.parts))}


def _part(part: Fields | Grid) -> dict[str, Any]:
    return _fields(part) if isinstance(part, Fields) else _grid(part)


def _fields(part: Fields) -> dict[str, Any]:
    return {"kind": "fields", "rows": list(map(_field, part.rows))}


def _field(row: Field) -> Plain:
    return [row.label, _lines(row.cell), _is_tall(row.cell)]


def _grid(part: Grid) -> dict[str, Any]:
    shares = list(map(attrgetter("share"), part.heads))
    return {"kind": "grid", "shares": shares, "heads": _heads(part.heads), "rows": list(map(_row, part.rows))}


def _row(cells: Iterable[Cell]) -> Plain:
    return list(map(_square, cells))


def _square(cell: Cell) -> dict[str, Any]:
    """A cell of a grid; one that is nothing but a square stands in the middle."""
    kinds = list(map(type, chain.from_iterable(cell)))
    return {"lines": _lines(cell), "tall": _is_tall(cell), "mid": kinds == [Tick]}


def _is_tall(cell: Cell) -> bool:
    """Rows stay whole, but one that is longer than a page could not be printed so."""
    return sum(map(_length, chain.from_iterable(cell))) > _LONG


def _length(piece: Piece) -> int:
    """Letters that stand in a box."""
    return sum(map(len, piece.items)) if isinstance(piece, Lines) else len(getattr(piece, "said", None) or "")


def _heads(heads: Sequence[Head]) -> list[Plain]:
    """[words, columns, rows]: the upper row, then what stands under its groups."""
    lower = list(filter(_GROUP, heads))
    rows = 2 if lower else 1
    upper = (_upper(group, list(inside), rows) for group, inside in groupby(heads, key=_GROUP))
    return [*chain.from_iterable(upper), *([head.label, 1, 1] for head in lower)]


def _upper(group: str, inside: Sequence[Head], rows: int) -> list[Plain]:
    return [[group, len(inside), 1]] if group else [[head.label, 1, rows] for head in inside]


def _lines(cell: Cell) -> list[Plain]:
    return list(chain.from_iterable(map(_line, cell)))


def _line(line: Line) -> list[Plain]:
    """A list stands on lines of its own."""
    lists, rest = parted(line)
    listed = list(chain.from_iterable(map(_items, lists)))
    return [*listed, [_kind_of(rest), list(map(_piece, _glued(rest)))]] if rest else listed


def _kind_of(pieces: Sequence[Piece]) -> str:
    return "figures" if pieces[0] == IN_FIGURES else "words"


def _items(box: Lines) -> list[Plain]:
    if box.items and box.is_numbered:
        return [["items", list(box.items)]]
    return [["words", [["words", item, False]]] for item in box.items] or [["words", [["empty", SILENT, False]]]]


def _glued(pieces: Sequence[Piece]) -> Iterable[Piece]:
    """«سایر:» with nothing between: the colon joins the words of the square before it."""
    made: list[Piece] = []
    for piece in pieces:
        square = made[-1] if made else None
        if piece == Words(":") and isinstance(square, Tick):
            made[-1] = square._replace(label=f"{square.label}:")
        else:
            made.append(piece)
    return made


def _piece(piece: Piece) -> Plain:
    """[kind, words, whether it is ticked or a code]."""
    return _PIECES[type(piece)](piece)


def _text(piece: Text) -> Plain:
    return ["words", piece.said, piece.is_code] if piece.said else ["empty", SILENT, False]


def _note(note: Note) -> Plain:
    before = f"{NO_CASE} " if note.sign == NOT_APPLICABLE else ""
    return ["note", before + note.text, False]


_PIECES: dict[type, Callable[[Any], Plain]] = {
    Tick: lambda piece: ["tick", piece.label, piece.ticked],
    Note: _note,
    Text: _text,
    Words: lambda piece: ["words", piece.text, False],
}


def _drawn(drawing: Drawing | None) -> dict[str, Any]:
    assert drawing is not None
    arrows = [list(map(_step, _STEP.findall(arrow.path))) for arrow in drawing.arrows]
    boxes = [[box.text, box.left, box.top, box.width, box.high, box.round] for box in drawing.boxes]
    return {"kind": "drawing", "width": drawing.width, "height": drawing.height, "boxes": boxes, "arrows": arrows}


def _step(step: tuple[str, str]) -> Plain:
    """«C1 2 3 4 5 6» as [kind, [1, 2], [3, 4], [5, 6]]."""
    figures = list(map(int, step[1].split()))
    return [step[0], *map(list, zip(figures[::2], figures[1::2], strict=True))]

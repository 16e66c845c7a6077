"""Tables from right to left: a repeated head, rows that stay whole, a caption for who cannot see them."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from khedmat.cards.printing.filled import IN_FIGURES
from khedmat.cards.printing.pieces import Cell, Fields, Grid, Head, Line, Note, Piece, Text, Tick, parted
from khedmat.cards.printing.word.controls import Controls
from khedmat.cards.printing.word.runs import paragraph, quoted, runs

_LABELS = (28, 72)  # shares of the width
_ONCE = "<w:cantSplit/>"
_GLUED = (":", "،")
_STAYS = "\u00a0"  # a square stays on the line of its words


def fields(part: Fields, controls: Controls, width: int) -> str:
    """Labels to the right, boxes to their left."""
    rows = [_row([_label(row.label), _box(row.label, row.cell, controls, style="Boxed")]) for row in part.rows]
    return _table(part.caption, _LABELS, rows, width=width)


def _label(words: str) -> str:
    return _cell(paragraph(runs(words), "Label"), shade=True)


def grid(part: Grid, controls: Controls, width: int) -> str:
    """Under its printed heads."""
    rows = [
        _row(_box(head.label, cell, controls, style="Small") for head, cell in zip(part.heads, cells, strict=True))
        for cells in part.rows
    ]
    shares = [head.share for head in part.heads]
    return _table(part.caption, shares, [*_heads(part.heads), *rows], width=width)


def _box(label: str, cell: Cell, controls: Controls, *, style: str) -> str:
    controls.label = label
    return _cell(_content(cell, controls, style))


def _table(caption: str, shares: Sequence[int], rows: Iterable[str], *, width: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width * share // sum(shares)}"/>' for share in shares)
    look = '<w:tblLook w:val="0620" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
    words = f"<w:tblCaption w:val={quoted(caption)}/>"
    props = (
        f'<w:tblStyle w:val="Form"/><w:bidiVisual/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    )
    return f"<w:tbl><w:tblPr>{props}{look}{words}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _row(cells: Iterable[str], props: str = "") -> str:
    return f"<w:tr><w:trPr>{_ONCE}{props}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, props: str = "", *, shade: bool = False) -> str:
    colour = '<w:shd w:val="clear" w:color="auto" w:fill="EEF3F1"/>' if shade else ""
    return f"<w:tc><w:tcPr>{props}{colour}</w:tcPr>{content}</w:tc>"


def _heads(heads: Sequence[Head]) -> list[str]:
    """One row, or two where some columns stand under a group."""
    if not any(head.group for head in heads):
        return [_head_row(_head(head.label) for head in heads)]
    return [_head_row(_upper(heads)), _head_row(map(_lower, heads))]


def _head_row(cells: Iterable[str]) -> str:
    return _row(cells, "<w:tblHeader/>")


def _upper(heads: Sequence[Head]) -> Iterable[str]:
    for group, inside in groupby(heads, key=lambda head: head.group):
        columns = list(inside)
        if group:
            yield _head(group, f'<w:gridSpan w:val="{len(columns)}"/>')
        else:
            yield from (_head(head.label, '<w:vMerge w:val="restart"/>') for head in columns)


def _lower(head: Head) -> str:
    return _head(head.label) if head.group else _head("", "<w:vMerge/>")


def _head(words: str, props: str = "") -> str:
    return _cell(paragraph(runs(words), "Head"), props, shade=True)


def _content(cell: Cell, controls: Controls, style: str) -> str:
    """A paragraph a line; a list is paragraphs of its own. A cell without a paragraph would be no valid file."""
    return "".join(_line(line, controls, style) for line in cell) or paragraph("", style)


def _line(line: Line, controls: Controls, style: str) -> str:
    lists, rest = parted(line)
    listed = "".join(controls.lines(piece, "Item" if piece.is_numbered else style) for piece in lists)
    # Word wants a paragraph behind a list's control at the end of a cell.
    return listed + paragraph("".join(_pieces(rest, controls)), _style(rest, style))


def _style(line: Sequence[Piece], style: str) -> str:
    if not line:
        return "End"
    return "Figures" if line[0] == IN_FIGURES else style


def _pieces(pieces: Iterable[Piece], controls: Controls) -> Iterable[str]:
    for place, piece in enumerate(pieces):
        joint = "" if not place or getattr(piece, "text", "").startswith(_GLUED) else runs(" ")
        yield joint + _piece(piece, controls)


def _piece(piece: Piece, controls: Controls) -> str:
    if isinstance(piece, Tick):
        return controls.tick(piece) + (runs(f"{_STAYS}{piece.label}") if piece.label else "")
    if isinstance(piece, Text):
        return controls.text(piece)
    return controls.note(piece) if isinstance(piece, Note) else runs(getattr(piece, "text", ""))

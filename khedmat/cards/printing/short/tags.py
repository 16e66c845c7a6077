"""Words of a form as HTML: whatever they hold, they stay words."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from khedmat.cards.printing.drawing import Arrow, Box, Drawing
from khedmat.cards.printing.filled import SILENT
from khedmat.cards.printing.pieces import UNSAID, Cell, Line, Lines, Note, Piece, Text, Tick, Words

_MARKER = (
    '<marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
    '<path d="M0 0L8 4L0 8"/></marker>'
)


def words(text: str) -> str:
    """Lines stay lines."""
    return escape(text).replace("\n", "<br>")


def link(address: str) -> str:
    """A link only where it is one: whatever else a form holds there stays a text."""
    shown = f'<bdi dir="ltr">{escape(address)}</bdi>'
    is_web = address.lower().startswith(("http://", "https://"))
    return f'<a href="{escape(address)}" rel="noopener">{shown}</a>' if is_web else shown


def items(texts: Iterable[str], tag: str = "ol") -> str:
    """A list."""
    return f"<{tag}>{''.join(f'<li>{words(text)}</li>' for text in texts)}</{tag}>"


def soft(text: str) -> str:
    """What the page says of the form, not the form itself."""
    return f'<span class="soft">{words(text)}</span>'


def cell(content: Cell) -> str:
    """A line each; of the options only those that are ticked."""
    lines = list(filter(None, map(line, content)))
    return "".join(f"<p>{one}</p>" for one in lines) if len(lines) > 1 else "".join(lines) or soft(SILENT)


def line(content: Line) -> str:
    """The ticked options, the words, and why there are none."""
    ticked = "، ".join(escape(piece.label) for piece in content if isinstance(piece, Tick) and piece.ticked)
    rest = (
        _piece(piece) for piece, behind in zip(content, (*content[1:], None), strict=True) if not _asks(piece, behind)
    )
    return " ".join(filter(None, (ticked, *rest)))


def _asks(piece: Piece, behind: Piece | None) -> bool:
    """A square, a colon behind one, or words that ask for what nobody wrote."""
    is_open = isinstance(behind, Text) and behind.said is None
    return isinstance(piece, Tick) or piece == Words(":") or isinstance(piece, Words) and is_open


def _piece(piece: Piece) -> str:
    return _PIECES[type(piece)](piece)


def _note(note: Note) -> str:
    """What is not said is told once, where a box says nothing else."""
    return "" if note.sign == UNSAID else soft(note.text)


def _said(piece: Text) -> str:
    said = piece.said or ""
    return link(said) if said and piece.is_code else words(said)


_PIECES: dict[type, Callable[[Any], str]] = {
    Lines: lambda box: items(box.items) if box.items else "",
    Note: _note,
    Text: _said,
    Words: lambda piece: words(piece.text),
}


def row(label: str, content: str) -> str:
    """A label with its answer."""
    return f'<tr><th scope="row">{words(label)}</th><td>{content}</td></tr>'


def picture(drawing: Drawing, title: str) -> str:
    """The diagram; its words stand below it as a list too."""
    size = f'viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" height="{drawing.height}"'
    shapes = "".join([*map(_arrow, drawing.arrows), *map(_box, drawing.boxes)])
    return f'<svg {size} role="img" direction="rtl"><title>{words(title)}</title><defs>{_MARKER}</defs>{shapes}</svg>'


def _arrow(arrow: Arrow) -> str:
    return f'<path d="{arrow.path}" marker-end="url(#tip)"/>'


def _box(box: Box) -> str:
    corner = box.high // 2 if box.round else 4
    text = "".join(f'<text x="{box.centre}" y="{y}">{escape(part)}</text>' for y, part in box.lines)
    return f'<rect x="{box.left}" y="{box.top}" width="{box.width}" height="{box.high}" rx="{corner}"/>{text}'

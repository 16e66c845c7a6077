"""Lines and tables of printed pages, set by hand."""

from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Area, Line, Page, Table, Word

SIZE = PageSize(600, 800)
LETTER, HEIGHT = 6, 12  # points


def line(text: str, *, right: float = 550, top: float = 100, space: int = 1) -> Line:
    """Words from the right, each letter as wide as the other."""
    words, place = [], right
    for word in text.split():
        left = place - LETTER * len(word)
        words.append(Word(word, Area(left, top, place, top + HEIGHT)))
        place = left - LETTER * space
    return Line(tuple(words))


def beside(*lines: Line) -> Line:
    """Pieces of one line."""
    return Line(tuple(word for one in lines for word in one.words))


def below(*texts: str, top: float = 100, pitch: float = 16) -> list[Line]:
    """Lines one below the other."""
    return [line(text, top=top + pitch * place) for place, text in enumerate(texts)]


def page(*lines: Line, tables: tuple[Table, ...] = ()) -> Page:
    """Of the usual size."""
    return Page(SIZE, lines, tables)


def table(*, xs: tuple[float, ...], ys: tuple[float, ...]) -> Table:
    """All its cells; edges of columns from the right, of rows from above."""
    return Table(
        tuple(
            tuple(Area(left, top, right, bottom) for right, left in zip(xs, xs[1:], strict=False))
            for top, bottom in zip(ys, ys[1:], strict=False)
        )
    )

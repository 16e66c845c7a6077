"""One page of a PDF → its lines and tables. Only in the confined child."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

import pypdfium2

from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Line, Page, Places, cells_of, tables_of
from khedmat.importing.readers.containers.pdf.annotations import filled_in, links_on
from khedmat.importing.readers.containers.pdf.boxes import boxed, with_filled
from khedmat.importing.readers.containers.pdf.frame import Edges, Frame
from khedmat.importing.readers.containers.pdf.from_left import by_cell, from_left, is_set_from_left
from khedmat.importing.readers.containers.pdf.glyphs import Glyph, glyphs_of
from khedmat.importing.readers.containers.pdf.letters import Letter, letters_of
from khedmat.importing.readers.containers.pdf.lines import lines_of
from khedmat.importing.readers.containers.pdf.paths import drawn_on
from khedmat.importing.readers.containers.pdf.squares import squares_of
from khedmat.importing.readers.containers.pdf.turned import turned_lines
from khedmat.importing.readers.containers.pdf.words import is_picture

BLANK = Page(PageSize(0.0, 0.0), (), ())


def page_of(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Page | None:
    """None of a page whose words, if it has any, are a picture."""
    letters = letters_of(page)
    frame = frame_of(page, letters)
    drawn = drawn_on(page.raw, frame)
    filled = filled_in(document, page, frame)
    if is_picture(letters, drawn, frame.area(frame.edges)):
        return None
    found = squares_of(drawn.paths)
    tables = tables_of(found.rules)
    glyphs = boxed(with_filled(glyphs_of(letters, frame), filled), found.squares)
    cells = cells_of(tables)
    lines = [*_lines(glyphs, cells), *turned_lines(letters, frame, cells)]
    made = Page(PageSize(frame.width, frame.height), lines, tables, links_on(document, page, frame))
    made = from_left(made, glyphs) if is_set_from_left(lines) else made
    return made._replace(lines=sorted(made.lines, key=lambda line: line.area.top))


def _lines(glyphs: Iterable[Glyph], cells: Places) -> list[Line]:
    """Those of two cells stand seldom on one line, and are never read in one go."""
    return list(chain.from_iterable(map(lines_of, by_cell(glyphs, cells))))


def frame_of(page: pypdfium2.PdfPage, letters: Iterable[Letter]) -> Frame:
    """As most of it is read: a table is often printed across the page."""
    ways = Counter(letter.style.quarters for letter in letters if letter.is_seen)
    quarters = ways.most_common(1)[0][0] if ways else page.get_rotation() // 90
    return Frame(Edges(*page.get_bbox()), quarters or 0)

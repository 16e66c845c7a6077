"""Tables, row by row and cell by cell."""

from collections.abc import Callable
from functools import partial

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.names import child, children, number, val, w
from khedmat.importing.readers.containers.docx.story import Flow, Story, Table

_ROW, _CELL, _ROW_PROPERTIES, _CELL_PROPERTIES = w("tr"), w("tc"), w("trPr"), w("tcPr")
_SPAN, _MERGED, _MERGED_ACROSS, _BEFORE = w("gridSpan"), w("vMerge"), w("hMerge"), w("gridBefore")
_PROPERTIES = set(map(w, ("tblPr", "tblGrid", "trPr", "tblPrEx")))
_DELETED_ROW, _DELETED_CELL = w("del"), w("cellDel")
_MOST_SPAN = 60
_CLOSING = {False: "</td>", True: "<br></td>"}  # whether the row holds another table


def begin(table: _Element, story: Story) -> None:
    """A table within a cell makes the row around it a frame of the page."""
    if _is_frame(table):
        story.tables.append(Table(frame=True))
    else:
        begin_rows(table, story)


def begin_rows(table: _Element, story: Story) -> None:
    """The same of one that is no frame."""
    _mark_row_around(story)
    story.write("<table>")
    story.tables.append(Table(frame=False))


def _mark_row_around(story: Story) -> None:
    for table in [one for one in story.tables if not one.frame][-1:]:
        table.nests = True


def end(table: _Element, story: Story) -> None:
    """As it was begun."""
    if not story.tables.pop().frame:
        story.write("</table>")


def begin_row(row: _Element, story: Story) -> bool:
    """Whether it was deleted. Columns that it leaves out before its first cell stay columns."""
    table, said = _open(story), children(child(row, _ROW_PROPERTIES))
    is_deleted = _DELETED_ROW in said
    if table:
        before = "" if is_deleted or _BEFORE not in said else val(said[_BEFORE])
        table.row, table.nests = [_opening(before)] if number(before) else [], False
    return is_deleted


def end_row(row: _Element, story: Story) -> None:
    """Its cells hold lines; where a table is among them, their last line must end too."""
    table = _open(story)
    if table and table.row:
        closing = _CLOSING[table.nests]
        story.write(f"<tr>{closing.join(table.row)}{closing}</tr>")


def begin_cell(cell: _Element, story: Story) -> bool:
    """Whether nothing in it is shown: deleted, or the lower part of a higher cell."""
    return of_cell(cell)(cell, story)


def of_cell(cell: _Element) -> Callable[[_Element, Story], bool]:
    """`begin_cell` for one that comes again and again."""
    said = children(child(cell, _CELL_PROPERTIES))
    opening = _opening(val(said[_SPAN])) if _SPAN in said else "<td>"
    if _DELETED_CELL in said:
        opening = ""
    return partial(_begin_cell, opening=opening, is_shown=bool(opening) and not _is_lower_part(said))


def _begin_cell(cell: _Element, story: Story, *, opening: str, is_shown: bool) -> bool:
    table = _open(story)
    if table is None:
        return False
    if is_shown:
        story.flows.append(Flow(cell, in_cell=True, out=[opening]))
    elif opening:
        table.row.append(opening)
    return not is_shown


def end_cell(cell: _Element, story: Story) -> None:
    """Added to its row, if it was begun."""
    if story.flows[-1].owner is cell:
        table = story.tables[-1]
        table.row.append("".join(story.flows.pop().out).removesuffix("<br>"))


def _open(story: Story) -> Table | None:
    """The table that cells belong to; none within a frame."""
    return story.tables[-1] if story.tables and not story.tables[-1].frame else None


def _is_frame(table: _Element) -> bool:
    """A single cell is a box drawn around a text."""
    rows = _inside(table)
    return [one.tag for one in rows] == [_ROW] and [one.tag for one in _inside(rows[0])] == [_CELL]


def _inside(element: _Element) -> list[_Element]:
    return [one for one in element if one.tag not in _PROPERTIES]


def _is_lower_part(said: dict[str, _Element]) -> bool:
    """Of a cell that began in a row or column before."""
    return any(val(said[name]) != "restart" for name in (_MERGED, _MERGED_ACROSS) if name in said)


def _opening(width: str) -> str:
    span = number(width, most=_MOST_SPAN) or 1
    return f'<td colspan="{span}">' if span > 1 else "<td>"

"""An open paragraph → lines of the page: tabs part columns, an empty one is a gap."""

import re

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.names import children, val, w
from khedmat.importing.readers.containers.docx.story import DELETED, Line, Story
from khedmat.importing.readers.containers.docx.styles import PLAIN, heading_of, listed_by

_STYLE, _NUMBERING, _OUTLINE, _RUN = w("pStyle"), w("numPr"), w("outlineLvl"), w("rPr")
_WIDE = "  "  # spaces that part two answers of a line, or columns where they are wide
_HEADINGS = ("", "h1", "h2", "h3", "h4", "h5", *["h6"] * 4)
_GAP, _ROWS_END = "<p></p>", "</table>\n"
_BARE_MARK = re.compile(r"(?:<div>)?\s*([☑☒☐✓✔✗✘□■√×xX*])\s*(?:</div>|<br>)")


def begin(paragraph: _Element, story: Story) -> None:
    """What was left of one whose end is deleted comes first."""
    story.lines.append(Line(story.rest))
    story.rest, story.looks = [], PLAIN.looks


def describe(properties: _Element, story: Story) -> bool:
    """Its style, its place in a list, its level as a heading. Nothing in there is text."""
    said = children(properties)
    style = story.known.styles.of(val(said.get(_STYLE))) if _STYLE in said else PLAIN
    line = story.line
    line.looks = style.looks
    line.heading = (_OUTLINE in said and heading_of(said[_OUTLINE])) or style.heading
    line.goes_on = story.tracked and any(one.tag in DELETED for one in said.get(_RUN, ()))
    listed = listed_by(said.get(_NUMBERING), style.listed)
    if listed:
        line.label = story.known.lists.label(*listed)
    return True


def end(paragraph: _Element, story: Story) -> None:
    """Written out, unless the next one is the rest of it."""
    line = story.lines.pop()
    story.looks = story.line.looks
    if line.goes_on:
        story.rest = line.pieces
    else:
        _write(line, story)
    for _, box in line.boxes:
        story.write(box)


def _write(line: Line, story: Story) -> None:
    if line.boxes:
        _set_boxes(line)
    text, flow = "".join(line.pieces).strip(" \n"), story.flows[-1]
    write = _write_in_cell if flow.in_cell else _write_in_body
    if line.of_page or not text.strip():
        story.write("" if flow.in_cell else _GAP)
    else:
        for part in f"{line.label}{_closed(text)}".split("\n"):
            write(part.rstrip(), line.heading, flow.out)


def _closed(text: str) -> str:
    """A link ends with its paragraph, or all that follows would be part of it."""
    return text + "</a>" * (text.count("<a ") - text.count("</a>")) if "<a " in text else text


def _write_in_body(line: str, heading: int, out: list[str]) -> None:
    """A row where tabs part its words, or set them below those of the row above; else tabs only move it in."""
    cells = line.split("\t")
    if len(cells) > 1 and (out[-1:] == [_ROWS_END] or sum(map(bool, map(str.strip, cells))) > 1):
        _add_row(cells, out)
    else:
        tag = _HEADINGS[heading] or ("pre" if _WIDE in line else "div")
        out.append(f"<{tag}>{line}</{tag}>")


def _add_row(cells: list[str], out: list[str]) -> None:
    """To the table of the rows above, if they are any."""
    if out[-1:] == [_ROWS_END]:
        out.pop()
    else:
        out.append("<table>")
    out += [f"<tr><td>{'</td><td>'.join(cells)}</td></tr>", _ROWS_END]


def _write_in_cell(line: str, heading: int, out: list[str]) -> None:
    out.append(f"<pre>{line}</pre>" if _WIDE in line else f"{line}<br>")


def _set_boxes(line: Line) -> None:
    """A single drawn box with but a mark in it belongs where it hangs; of several nobody knows which is where."""
    found = _BARE_MARK.fullmatch(line.boxes[0][1]) if len(line.boxes) == 1 else None
    if found:
        place, _ = line.boxes.pop()
        line.pieces.insert(place, f" {found[1]} ")

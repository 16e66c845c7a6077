"""Word files of plain parts: boxes as content controls, symbols, letters of a picture font, form fields or signs."""

import io
import re
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from bench.forms.model import BOX, TICK
from bench.forms.printing import Flat

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PARTS = re.compile(f"([{TICK}{BOX}])")
Boxes = Callable[[bool], str]
Layout = Callable[[list[Flat], Boxes], str]


def _control(ticked: bool) -> str:
    sign = "☒" if ticked else "☐"
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"


def _symbol(ticked: bool) -> str:
    return f'<w:r><w:sym w:font="Wingdings 2" w:char="{"F052" if ticked else "F0A3"}"/></w:r>'


def _letter(ticked: bool) -> str:
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr>'
    return f"<w:r>{fonts}<w:t>{'R' if ticked else '£'}</w:t></w:r>"


def _field(ticked: bool) -> str:
    data = f'<w:ffData><w:checkBox><w:default w:val="0"/><w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
    return f'{begin}{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _sign(ticked: bool) -> str:
    return f"<w:r><w:t>{'☑' if ticked else '☐'}</w:t></w:r>"


BOXES: tuple[Boxes, ...] = (_control, _symbol, _letter, _field, _sign)


def _paragraph(text: str, boxes: Boxes) -> str:
    return "<w:p>" + "".join(_run(part, boxes) for part in _PARTS.split(text)) + "</w:p>"


def _run(part: str, boxes: Boxes) -> str:
    if part in (TICK, BOX):
        return boxes(part == TICK)
    return f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' if part else ""


def _rows(rows: list[list[list[str]]], boxes: Boxes) -> str:
    """A table; a cell is a list of paragraphs."""
    cells = ("".join(f"<w:tc>{_cell(cell, boxes)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _cell(lines: list[str], boxes: Boxes) -> str:
    return "".join(_paragraph(line, boxes) for line in lines or [""])


def _other(row: Flat, boxes: Boxes) -> str:
    if row.kind == "table":
        return _rows([[[cell] for cell in cells] for cells in row.rows], boxes) + _paragraph("", boxes)
    return _cell([row.label, *row.lines], boxes)


def _paragraphs(rows: list[Flat], boxes: Boxes) -> str:
    return "".join(
        _cell(_lines(row), boxes) if row.kind == "pair" and row.label else _other(row, boxes) for row in rows
    )


def _lines(row: Flat) -> list[str]:
    return [f"{row.label}: {row.lines[0]}"] if len(row.lines) == 1 else [f"{row.label}:", *row.lines]


def _table(rows: list[Flat], boxes: Boxes) -> str:
    """A table of two columns for each run of pairs."""
    made, near = [], list[list[list[str]]]()
    for row in rows:
        if row.kind == "pair" and row.label:
            near.append([[row.label], list(row.lines)])
            continue
        made += [_rows(near, boxes)] if near else []
        made, near = [*made, _other(row, boxes)], []
    return "".join([*made, _rows(near, boxes) if near else "", _paragraph("", boxes)])


LAYOUTS: dict[str, Layout] = {"paragraphs": _paragraphs, "table": _table}


def word(rows: list[Flat], rng: Random, kind: str) -> tuple[str, bytes]:
    """Layout and file."""
    name, boxes = rng.choice(sorted(LAYOUTS)), rng.choice(BOXES)
    return f"{name}, {boxes.__name__.strip('_')}", packed(LAYOUTS[name](rows, boxes))


def packed(body: str) -> bytes:
    """The file of a body; the same for the same body."""
    document = (
        f'<?xml version="1.0"?><w:document xmlns:w="{_W}" xmlns:w14="{_W14}"><w:body>{body}</w:body></w:document>'
    )
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, text in parts.items():
            archive.writestr(zipfile.ZipInfo(part), text)
    return file.getvalue()

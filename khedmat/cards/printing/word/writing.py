"""A form → the bytes of a DOCX file."""

from importlib import import_module
from io import BytesIO
from itertools import groupby
from typing import Any

from khedmat.cards.printing.pieces import Fields, Grid, Paper, Section
from khedmat.cards.printing.word import tables
from khedmat.cards.printing.word.controls import Controls
from khedmat.cards.printing.word.runs import paragraph, plain, runs
from khedmat.cards.printing.word.styles import FONTS, NAMESPACES, STYLES, numbering

_TALL, _WIDE = (11906, 16838, 1000), (16838, 11906, 700)  # A4 and its margin, in twentieths of a point
_LONGEST_HEAD = 120  # letters of the title on one line
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:rtl/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
_PAGES = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:rPr><w:rtl/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


def docx_of(paper: Paper) -> bytes:
    """A4 from right to left, with headings to go by and page numbers. Takes some 60 ms."""
    file = import_module("docx").Document()  # only when it is needed: it would slow the start of every command
    controls = Controls()
    body = _parsed(f"<w:body {NAMESPACES}>{_body(paper, controls)}</w:body>")
    _dress(file, paper, controls.lists)
    file.element.replace(file.element.body, body)
    _write_edges(file, paper)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _parsed(xml: str | bytes) -> Any:
    return import_module("docx.oxml").parse_xml(xml)


def _body(paper: Paper, controls: Controls) -> str:
    """Pages turned to the side for the forms that need it: each turn is a section of Word."""
    turns = [(is_wide, list(sections)) for is_wide, sections in groupby(paper.sections, key=lambda one: one.is_wide)]
    parts = [_title(paper)]
    for place, (is_wide, sections) in enumerate(turns):
        page = _WIDE if is_wide else _TALL
        parts += [_section(section, controls, page) for section in sections]
        parts.append(_page(page) if place == len(turns) - 1 else f"<w:p><w:pPr><w:bidi/>{_page(page)}</w:pPr></w:p>")
    return "".join(parts)


def _title(paper: Paper) -> str:
    named = f"{paper.name}: {paper.title}" if paper.title != paper.name else paper.name
    about = (paragraph(runs(line), "About") for line in paper.about)
    return paragraph(runs(named), "Title") + "".join(about)


def _section(section: Section, controls: Controls, page: tuple[int, int, int]) -> str:
    width = page[0] - 2 * page[2]
    gap = paragraph("", "End")  # two tables that touch would be one
    heading = paragraph(runs(section.title), "Heading1")
    return heading + "".join(_part(part, controls, width) + gap for part in section.parts)


def _part(part: Fields | Grid, controls: Controls, width: int) -> str:
    if isinstance(part, Fields):
        return tables.fields(part, controls, width)
    return tables.grid(part, controls, width)


def _page(page: tuple[int, int, int]) -> str:
    wide, high, margin = page
    turned = ' w:orient="landscape"' if wide > high else ""
    sides = " ".join(f'w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
    edges = "".join(f'<w:{edge}Reference w:type="default" r:id="{edge}"/>' for edge in ("header", "footer"))
    return (
        f'<w:sectPr>{edges}<w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar {sides} w:header="400" w:footer="400" w:gutter="0"/><w:bidi/><w:rtlGutter/></w:sectPr>'
    )


def _dress(file: Any, paper: Paper, lists: int) -> None:
    """Styles, numbering, fonts and what the file says of itself."""
    _replace(file.part._styles_part, STYLES)
    _replace(file.part.numbering_part, numbering(lists))
    for part in file.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = FONTS
    known = file.core_properties
    known.title, known.subject, known.language = plain(paper.title)[:255], plain(paper.name), "fa-IR"
    known.author = known.comments = known.keywords = ""


def _replace(part: Any, xml: str | bytes) -> None:
    part._element = _parsed(xml)


def _write_edges(file: Any, paper: Paper) -> None:
    """The same head and foot on every page."""
    code = f" — {paper.code}" if paper.code else ""
    foot = paragraph(runs("صفحهٔ ") + _PAGE + runs(" از ") + _PAGES, "Edge")
    link = paragraph(runs(paper.link), "Edge") if paper.link else ""
    _write_edge(file, "header", paragraph(runs(paper.title[:_LONGEST_HEAD] + code), "Edge"))
    _write_edge(file, "footer", foot + link)


def _write_edge(file: Any, edge: str, paragraphs: str) -> None:
    tag, add = {"header": ("hdr", file.part.add_header_part), "footer": ("ftr", file.part.add_footer_part)}[edge]
    part, relation = add()
    part._element = _parsed(f"<w:{tag} {NAMESPACES}>{paragraphs}</w:{tag}>")
    for reference in file.element.iterfind(f".//{{*}}{edge}Reference"):
        reference.set(_RELATION, relation)

"""Word files, made of pieces of their XML; every way in which Word writes a box."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

from khedmat.importing.readers.blocks import TICKED
from khedmat.importing.readers.opening import opened

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = {
    "w": WORD,
    "r": OFFICE,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "wp": f"{DRAWING}/wordprocessingDrawing",
    "a": f"{DRAWING}/main",
    "pic": f"{DRAWING}/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN = "word/document.xml"


def word(*body: str, parts: Mapping[str, str | bytes] | None = None, relations: Iterable[str] = ()) -> bytes:
    """A file with this body. `parts` by name; `relations` of the main part, see `relation`."""
    return package(
        {
            MAIN: part("document", f"<w:body>{''.join(body)}</w:body>"),
            "word/_rels/document.xml.rels": relations_part(*relations),
            **(parts or {}),
        }
    )


def package(parts: Mapping[str, str | bytes], *, main: str = MAIN) -> bytes:
    """A zip of parts, the main one named as packages name it."""
    packed = io.BytesIO()
    types = f'<Override PartName="/{main}" ContentType="{_MAIN_TYPE}"/>'
    first = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        "_rels/.rels": relations_part(relation("main", "officeDocument", main)),
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in {**first, **parts}.items():
            zipped.writestr(name, content)
    return packed.getvalue()


def part(root: str, inner: str) -> str:
    """A whole part with all names declared."""
    return f"{_XML}<w:{root} {NAMES}>{inner}</w:{root}>"


def relations_part(*relations: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{space}">{"".join(relations)}</Relationships>'


def relation(name: str, kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{escape(name)}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'


def styles(*found: str) -> dict[str, str]:
    return {"word/styles.xml": part("styles", "".join(found))}


def style(name: str, inner: str, *, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}">{inner}</w:style>'


def p(*inner: str, about: str = "") -> str:
    """A paragraph of runs; text without tags is one."""
    return f"<w:p>{_about('pPr', about)}{''.join(map(_run, inner))}</w:p>"


def r(text: str, about: str = "") -> str:
    """A run; tabs and line ends as Word writes them."""
    words = escape(text, quote=False).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r>{_about("rPr", about)}<w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, about: str = "") -> str:
    """Cells of text, paragraphs, or made by `cell`."""
    return (
        f"<w:tr>{_about('trPr', about)}{''.join(one if one.startswith('<w:tc') else cell(one) for one in cells)}</w:tr>"
    )


def cell(*inner: str, about: str = "") -> str:
    return f"<w:tc>{_about('tcPr', about)}{''.join(one if one.startswith('<') else p(one) for one in inner)}</w:tc>"


def control(about: str, *inner: str) -> str:
    """A content control around runs, paragraphs, cells or rows."""
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{''.join(map(_run, inner))}</w:sdtContent></w:sdt>"


def state_box(state: str, shown: str) -> str:
    """A box with a state, and the sign that happens to stand in it."""
    return control(f"<w14:checkbox>{state}</w14:checkbox>", r(shown))


def link(name: str, *inner: str) -> str:
    """To the relation of that name."""
    return f'<w:hyperlink r:id="{escape(name)}">{"".join(map(_run, inner))}</w:hyperlink>'


def field(code: str, result: str = "", data: str = "") -> str:
    """A field with its code, its result and, in old forms, its data."""
    steps = {
        "begin": f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>',
        "code": f"<w:instrText>{escape(code, quote=False)}</w:instrText>",
        "separate": '<w:fldChar w:fldCharType="separate"/>',
    }
    runs = "".join(f"<w:r>{step}</w:r>" for step in steps.values())
    return f'{runs}{_run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def old_box(state: str) -> str:
    return field("FORMCHECKBOX", data=f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>")


def sym(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:hint="default"/>'


def picture(**names: str) -> str:
    attributes = " ".join(f'{name}="{value}"' for name, value in names.items())
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" {attributes}/></wp:inline></w:drawing></w:r>'


def _run(inner: str) -> str:
    return inner if not inner or inner.startswith("<") else r(inner)


def _about(tag: str, inner: str) -> str:
    return f"<w:{tag}>{inner}</w:{tag}>" if inner else ""


def _either(ticked: str, empty: str):
    return lambda mark: ticked if mark == TICKED else empty


TICK_STYLE = style("Tick", f"<w:rPr>{fonts('Wingdings 2')}</w:rPr>", kind="character")
# Name of an encoding → what it makes of a mark.
BOXES = {
    "content control": _either(
        state_box('<w14:checked w14:val="1"/>', "☒"), state_box('<w14:checked w14:val="0"/>', "☐")
    ),
    "Wingdings symbol": _either(sym("Wingdings", "F0FE"), sym("Wingdings", "F0A8")),
    "Wingdings 2 symbol": _either(sym("Wingdings 2", "F052"), sym("Wingdings 2", "F0A3")),
    "Segoe UI symbol": _either(sym("Segoe UI Symbol", "2611"), sym("Segoe UI Symbol", "2610")),
    "Wingdings run": _either(r("þ", fonts("Wingdings")), r("¨", fonts("Wingdings"))),
    "Wingdings 2 run": _either(r("R", fonts("Wingdings 2")), r("£", fonts("Wingdings 2"))),
    "Wingdings 2 style": _either(r("\uf052", '<w:rStyle w:val="Tick"/>'), r("\uf0a3", '<w:rStyle w:val="Tick"/>')),
    "form field": _either(old_box('<w:default w:val="0"/><w:checked/>'), old_box('<w:default w:val="0"/>')),
    "Unicode": _either(r("☒"), r("☐")),
}


def rows_of(data: bytes, name: str = "form.docx") -> list[tuple[str, ...]]:
    """What the reader sees of a file: the cells of its blocks, with single spaces in a line."""
    (leaf,) = opened(data, name).leaves
    return [tuple(map(_spaced, block.cells)) for block in leaf.sheet.blocks]


def _spaced(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))

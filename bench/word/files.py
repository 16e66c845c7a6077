"""Word files as Word writes them: long-winded, with boxes in every encoding."""

import io
import re
import zipfile

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.opening import opened
from tests.importing.readers.docx_files import BOXES, MAIN, TICK_STYLE, p, relation, styles, word
from tests.importing.readers.word_forms import as_word

OPTIONS = 40
_STATES = [TICKED if number % 3 == 1 else EMPTY for number in range(OPTIONS)]
_LOOKS = '<w:b/><w:bCs/><w:color w:val="000000"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:rtl/><w:lang w:bidi="fa-IR"/>'
_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="B Nazanin"/>'
_PARAGRAPH = (
    '<w:p w14:paraId="5A3C2B1D" w:rsidR="00E14A7B" w:rsidRPr="00C15D3E" w:rsidRDefault="00E14A7B">'
    f'<w:pPr><w:bidi/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:rPr>{_FONTS}{_LOOKS}</w:rPr></w:pPr>'
)
_BARE_PARAGRAPH = re.compile(r"<w:p>(?!<w:pPr>)")
_RUN = re.compile(r"<w:r>(<w:rPr>)?")


def with_boxes(encoding: str) -> tuple[bytes, list[str]]:
    """A list of numbered options, each behind its box, and the state of each."""
    box = BOXES[encoding]
    lines = [p(box(state), f" گزینه{number:02}") for number, state in enumerate(_STATES)]
    return _styled(*lines), list(_STATES)


def as_word_saves(data: bytes, name: str) -> bytes:
    """A form of another container, with the identities of editing sessions and the looks that Word repeats."""
    (leaf,) = opened(data, name).leaves
    plain = zipfile.ZipFile(io.BytesIO(as_word(leaf.sheet, BOXES["content control"])))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for part in plain.namelist():
            xml = plain.read(part).decode()
            zipped.writestr(part, _long_winded(xml) if part == MAIN else xml)
    return packed.getvalue()


def size_of_text(data: bytes) -> int:
    """Bytes of its main part, unpacked."""
    return zipfile.ZipFile(io.BytesIO(data)).getinfo(MAIN).file_size


def _long_winded(xml: str) -> str:
    return _RUN.sub(_run, _BARE_PARAGRAPH.sub(_PARAGRAPH, xml))


def _run(found: re.Match[str]) -> str:
    own_font = found[1] is not None
    return f'<w:r w:rsidRPr="00C15D3E"><w:rPr>{_LOOKS}' + ("" if own_font else f"{_FONTS}</w:rPr>")


def _styled(*body: str) -> bytes:
    return word(*body, parts=styles(TICK_STYLE), relations=[relation("styles", "styles", "styles.xml")])

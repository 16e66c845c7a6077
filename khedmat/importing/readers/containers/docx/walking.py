"""Walks a part once, without recursion. What is not named here is walked through; what is skipped is no text."""

from collections.abc import Callable

from lxml import etree

from khedmat.importing.readers.containers.docx import activex, controls, drawings, inserted, paragraphs, runs, tables
from khedmat.importing.readers.containers.docx.names import DRAWING, val, w
from khedmat.importing.readers.containers.docx.story import Story

Handler = Callable[[etree._Element, Story], object]
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_TEXT = (
    *map(w, ("del", "moveFrom", "rt", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "rPrChange")),
    *(f"{_MATH}oMath", f"{_MATH}oMathPara"),
)
_NO_NOTE = {"separator", "continuationSeparator", "continuationNotice"}
_TYPE = w("type")


def _skip(element: etree._Element, story: Story) -> bool:
    return True


def _skip_lines(note: etree._Element, story: Story) -> bool:
    """The line that is drawn above notes is kept as a note."""
    return val(note, _TYPE) in _NO_NOTE


# True skips what is inside.
BEGIN: dict[str, Handler] = {
    **dict.fromkeys(_NO_TEXT, _skip),
    **runs.HANDLERS,
    w("p"): paragraphs.begin,
    w("pPr"): paragraphs.describe,
    w("tbl"): tables.begin,
    w("tr"): tables.begin_row,
    w("tc"): tables.begin_cell,
    w("sdt"): controls.begin,
    w("txbxContent"): drawings.begin_box,
    f"{{{DRAWING}/wordprocessingDrawing}}docPr": drawings.picture,
    f"{{{DRAWING}/picture}}cNvPr": drawings.picture_file,
    "{urn:schemas-microsoft-com:vml}imagedata": drawings.old_picture,
    f"{_CHOICES}AlternateContent": drawings.begin_alternates,
    f"{_CHOICES}Choice": drawings.choose,
    f"{_CHOICES}Fallback": drawings.choose,
    w("control"): activex.say,
    w("altChunk"): inserted.insert,
    w("subDoc"): inserted.leave,
    w("footnote"): _skip_lines,
    w("endnote"): _skip_lines,
}
END: dict[str, Handler] = {
    **runs.ENDS,
    w("p"): paragraphs.end,
    w("tbl"): tables.end,
    w("tr"): tables.end_row,
    w("tc"): tables.end_cell,
    w("sdt"): controls.end,
    w("txbxContent"): drawings.end_box,
    f"{_CHOICES}AlternateContent": drawings.end_alternates,
}
SKIPPED = {*_NO_TEXT, w("pPr")}  # whatever stands in them
# May hold words, and has to be skipped or ended.
HOLDING = {*END, *map(w, ("footnote", "endnote")), f"{_CHOICES}Choice", f"{_CHOICES}Fallback"}


def walk(root: etree._Element, story: Story) -> None:
    """Everything below the root, in reading order."""
    steps = etree.iterwalk(root, events=("start", "end"), tag=list(BEGIN))
    for event, element in steps:
        if event == "start":
            if BEGIN[element.tag](element, story):
                steps.skip_subtree()
        elif element.tag in END:
            END[element.tag](element, story)

"""Whole forms as Word files: the same documents as from text and pages, whatever way their boxes are written."""

import io
from itertools import cycle
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.original import spans_of
from khedmat.importing.readers.original.spans import tight
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_bytes, read_path
from tests.importing.readers.docx_files import BOXES
from tests.importing.readers.printing import ANSWERS, CARD, Choice, Marks, value
from tests.importing.readers.reading_forms import contract_of
from tests.importing.readers.test_original import words_by_block
from tests.importing.readers.word_forms import as_word

GOLDEN = Path(__file__).parents[2] / "golden"
SPACED = {"303_annex_pdf_layout"}  # columns that only the spaces of a text part: a Word file has none
FORMS = sorted(path for path in GOLDEN.rglob("*") if path.suffix in (".txt", ".html") and path.stem not in SPACED)
ANNEX = GOLDEN / "unseen" / "204_customs_tabs.txt"  # sixty-two boxes


def word_of(path, box):
    (leaf,) = opened(path.read_bytes(), path.name).leaves
    return as_word(leaf.sheet, box)


def said(documents):
    """All that the contract says of them, but for what they were read from."""
    return [contract_of(document) | {"source": None} for document in documents]


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_every_box_of_a_whole_annex_is_read_in_every_encoding(box):
    from_text = said(read_path(ANNEX))

    from_word = said(read_bytes(word_of(ANNEX, box), "form.docx"))

    assert from_word == from_text
    assert from_text[0]["card"]["stages"]["request"]["channels"]
    assert from_text[0]["undecided"] == []


@pytest.mark.parametrize(("path", "box"), list(zip(FORMS, cycle(BOXES.values()))), ids=[path.stem for path in FORMS])
def test_a_form_says_the_same_as_text_as_page_and_as_word(path, box):
    assert said(read_bytes(word_of(path, box), "form.docx")) == said(read_path(path))


def test_a_word_file_is_shown_with_its_blocks_marked_and_its_values_lit():
    data = word_of(ANNEX, BOXES["Wingdings 2 run"])
    (document,) = read_bytes(data, "form.docx")

    original = as_it_looked(data, "form.docx")

    shown = words_by_block(original.html)
    assert all(tight(shown[number]) == tight(block.text) for number, block in enumerate(original.blocks))
    for trace in document.trace.values():
        spans = spans_of(trace, original.blocks)
        assert "".join(tight(shown[span.block])[span.start : span.end] for span in spans) == tight(trace.raw), trace
    assert len(document.trace) > 50


def written(*, right_to_left: bool) -> bytes:
    """The card as python-docx writes it: a table with styles, its boxes as letters of Wingdings 2."""
    made = docx.Document()
    made.add_heading("شناسنامه خدمت", 1)
    table = made.add_table(rows=0, cols=2, style="Table Grid")
    if right_to_left:
        table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    for box in CARD:
        label, said_in_it = table.add_row().cells
        label.text = box[0]
        _fill(said_in_it.paragraphs[0], value(box, Marks(TICKED, EMPTY)), isinstance(box[1], Choice))
    made.add_paragraph("مدارک پیوست", style="List Bullet")
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def _fill(paragraph, text, is_choice):
    for letter in text if is_choice else [text]:
        run = paragraph.add_run({TICKED: "R", EMPTY: "£"}.get(letter, letter))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
        if letter in (TICKED, EMPTY):
            run.font.name = "Wingdings 2"
            run._r.rPr.rFonts.set(qn("w:hint"), "default")


@pytest.mark.parametrize("right_to_left", [True, False])
def test_a_card_that_another_program_wrote_is_read(right_to_left):
    (document,) = read_bytes(written(right_to_left=right_to_left), "card.docx")

    card = contract_of(document)["card"]
    assert {name: card[name] for name in ANSWERS} == ANSWERS
    assert document.undecided == []

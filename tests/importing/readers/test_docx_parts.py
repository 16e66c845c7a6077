"""Parts told by their stretches: what the tree of the whole part tells, or left to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.reading import ROOT, forms
from bench.word.files import as_word_saves
from khedmat.importing.readers.containers.docx import parts
from khedmat.importing.readers.containers.docx.document import Reader
from khedmat.importing.readers.containers.docx.package import Package
from khedmat.importing.readers.containers.docx.stretches import LONGEST_STRETCH
from khedmat.importing.readers.containers.docx.xml import parsed
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.docx_files import BOXES, MAIN, TICK_STYLE, p, part, relation, styles, word

SAID = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
PIECES = [
    *(SAID.format(words) for words in ("عنوان خدمت:", " a &lt; b &amp; ", "", "☑ ملی ☐")),
    *(box(state) for box in BOXES.values() for state in ("☑", "☐")),
    '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t><w:tab/><w:t>T</w:t><w:br/></w:r>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>پنهان</w:t></w:r>",
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:hyperlink r:id="web">',
    "</w:hyperlink>",
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="NUMPAGES">',
    "</w:fldSimple>",
    "<mc:AlternateContent><mc:Choice>",
    "</mc:Choice><mc:Fallback>",
    "</mc:Fallback></mc:AlternateContent>",
    "<wps:txbx><w:txbxContent><w:p>",
    "</w:p></w:txbxContent></wps:txbx>",
    '<a:graphic xmlns:a="b"><wp:docPr descr="☑ a > b"/></a:graphic>',
    '<v:shape alt="تیک"><v:imagedata o:title=""/></v:shape>',
    "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    '<w:ins w:id="1">',
    "</w:ins>",
]
FOREIGN = [
    *("<w:t>&#8204;</w:t>", "<w:t>&zwnj;</w:t>", "<w:t>a\r\n</w:t>", "<w:t>]]></w:t>", "<w:t>\x01</w:t>", "<w:t/>"),
    *("<!-- a -->", "<w:t><![CDATA[a]]></w:t>", "<?a b?>", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>"),
    *("<w:smartTag>", "<b:c/>", '<w:r a="1" a="2"/>', "<", '<w:p xmlns:w="b"/>', "<m:oMath>", "</m:oMath>", "<w:p/>"),
    *("</w:p><w:pPr><w:pStyle w:val='Tick'/></w:pPr><w:p>", '<w:r w:a="<w:t>b</w:t>"/>', "<a:b xmlns:a='c'>", "</a:b>"),
]
RUNS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
ODD_RUNS = st.lists(st.sampled_from([*PIECES[:8], *FOREIGN]), max_size=4).map("".join)
STYLED = st.sampled_from(["", '<w:pPr><w:pStyle w:val="Tick"/></w:pPr>', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'])
LINES = st.builds("<w:p w:rsidR='00A1B2C3'>{}{}</w:p>".format, STYLED, RUNS | ODD_RUNS)
CELL_LOOKS = st.sampled_from(["", '<w:gridSpan w:val="3"/>', "<w:vMerge/>", '<w:vMerge w:val="restart"/>'])
CELLS = st.builds("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>".format, CELL_LOOKS, LINES)
ROWS = st.lists(st.lists(CELLS, max_size=3).map(lambda row: f"<w:tr>{''.join(row)}</w:tr>"), max_size=3)
TABLES = ROWS.map(lambda rows: f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>")
BODIES = st.lists(LINES | TABLES, max_size=5).map("".join)


def file_of(body):
    web = relation("web", "hyperlink", "https://a.ir?b&c", outside=True)
    return word(body, parts=styles(TICK_STYLE), relations=[relation("styles", "styles", "styles.xml"), web])


def told(data, part_of):
    package = Package(data)
    xml = package.read(MAIN)
    try:
        return Reader(package, MAIN, xml).story(MAIN, part_of(xml))
    except Unreadable as refused:
        return str(refused)


def by_tree(xml):
    return parts.Tree(parsed(xml))


@given(BODIES)
def test_a_part_says_by_its_stretches_what_it_says_by_its_tree(body):
    data = file_of(body)

    assert told(data, parts.part_of) == told(data, by_tree)


@pytest.mark.parametrize(("name", "data"), forms(ROOT / "tests/golden/unseen").items())
def test_whole_forms_are_told_by_their_stretches(name, data):
    saved = as_word_saves(data, name)

    assert isinstance(parts.part_of(Package(saved).read(MAIN)), parts.Stretched)
    assert told(saved, parts.part_of) == told(saved, by_tree)


@pytest.mark.parametrize("piece", FOREIGN)
def test_what_a_parser_reads_in_ways_of_its_own_is_left_to_it(piece):
    data = file_of(p(SAID.format("الف")) + f"<w:p>{piece}</w:p>")

    assert told(data, parts.part_of) == told(data, by_tree)


def test_a_table_of_one_cell_is_a_frame_here_too():
    xml = part(
        "document", "<w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>الف</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>"
    )

    assert isinstance(parts.part_of(xml.encode()), parts.Tree)


def test_a_stretch_too_long_to_be_remembered_is_told():
    data = file_of(p("<w:proofErr/>" * LONGEST_STRETCH, SAID.format("الف")))

    assert told(data, parts.part_of) == "<div>الف</div>"


def test_sessions_of_editing_are_no_other_stretches():
    lines = [p(SAID.format("الف")).replace("<w:r>", f'<w:r w:rsidR="00A1B2{number}">') for number in range(10, 30)]
    part = parts.part_of(Package(file_of("".join(lines))).read(MAIN))

    assert len(set(map(id, part.stretches[1:-1]))) == 1

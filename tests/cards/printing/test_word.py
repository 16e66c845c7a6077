"""The form as DOCX: what Word and those who cannot see it need."""

import io

import docx
import pytest
from hypothesis import given, settings

from khedmat.cards.canonical import digest_of, tidy
from khedmat.cards.form import Document
from khedmat.cards.printing.paper import About, paper_of
from khedmat.cards.printing.pieces import Tick
from khedmat.cards.printing.word import docx_of
from tests.cards.printing.generated import documents
from tests.cards.printing.papers import W, opened, sample, through_word, whole
from tests.factories.forms import permit_list
from tests.importing.readers.reading_forms import cases

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.fixture(scope="module")
def printed():
    return docx_of(whole(sample(), code="10011234000", link="https://example.ir/services/1/"))


@pytest.fixture(scope="module")
def root(printed):
    return opened(printed)


def texts(root):
    return "".join(node.text for node in root.iter(f"{W}t"))


def test_python_docx_opens_it_and_says_what_it_is(printed):
    known = docx.Document(io.BytesIO(printed)).core_properties

    assert (known.title, known.language, known.author) == ("صدور گواهی سوء پیشینه", "fa-IR", "")


def test_every_square_is_a_content_control(root):
    squares = [piece for piece in whole(sample()).pieces() if isinstance(piece, Tick)]
    controls = list(root.iter(f"{W14}checkbox"))
    outside = [node.text for node in root.iter(f"{W}t") if node.text in ("☑", "☐") and not in_control(node)]

    assert (len(controls), outside) == (len(squares), [])


def in_control(node):
    return any(parent.tag == f"{W}sdt" for parent in node.iterancestors())


def test_a_ticked_square_is_ticked_for_word_and_for_the_eye(root):
    states = {(one.find(f"{W14}checked").get(f"{W14}val"), sign(one)) for one in root.iter(f"{W14}checkbox")}

    assert states == {("1", "☑"), ("0", "☐")}


def sign(checkbox):
    return texts(checkbox.getparent().getparent().find(f"{W}sdtContent"))


def test_paragraphs_tables_and_pages_run_from_right_to_left(root):
    paragraphs = [one for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}bidi") is None]
    tables = [one for one in root.iter(f"{W}tblPr") if one.find(f"{W}bidiVisual") is None]
    pages = [one for one in root.iter(f"{W}sectPr") if one.find(f"{W}bidi") is None]

    assert (paragraphs, tables, pages) == ([], [], [])


def test_persian_runs_are_marked_and_addresses_are_not(root):
    sides = {
        node.text: node.getprevious().find(f"{W}rtl") is not None
        for node in root.iter(f"{W}t")
        if node.getprevious() is not None
    }

    assert sides["عموم مردم"]
    assert not sides["https://service.example.ir/record"]


def test_heads_are_repeated_rows_stay_whole_and_tables_have_captions(root):
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in root.iter(f"{W}tr"))
    assert all(table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for table in root.iter(f"{W}tbl"))
    assert len(list(root.iter(f"{W}tblHeader"))) >= 4


def test_each_list_is_numbered_from_one(printed, root):
    lists = [node.get(f"{W}val") for node in root.iter(f"{W}numId")]
    begins = opened(printed, "word/numbering.xml").findall(f"{W}num/{W}lvlOverride/{W}startOverride")

    assert len(set(lists)) == len(begins) == 3


def test_headings_lead_through_it(root):
    styles = [node.get(f"{W}val") for node in root.iter(f"{W}pStyle")]

    assert styles.count("Title") == 1
    assert styles.count("Heading1") == 10


def test_head_and_foot_stand_on_every_page(printed):
    head, foot = opened(printed, "word/header1.xml"), opened(printed, "word/footer1.xml")

    assert "10011234000" in texts(head)
    assert [field.get(f"{W}instr").strip() for field in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert "example.ir/services/1/" in texts(foot)


def test_permit_forms_turn_the_page():
    turned = [page.get(f"{W}orient") for page in opened(docx_of(whole(permit_list()))).iter(f"{W}pgSz")]

    assert turned == ["landscape"]


def test_names_of_controls_are_short_enough_for_word(root):
    names = [node.get(f"{W}val") for node in root.iter(f"{W}tag", f"{W}alias")]

    assert max(map(len, names)) <= 64


def test_controls_have_numbers_of_their_own(root):
    numbers = [node.get(f"{W}val") for node in root.iter(f"{W}id")]

    assert len(set(numbers)) == len(numbers)


def test_what_no_file_may_hold_is_left_out():
    document = sample(title="صدور\x00 پروانه\ufffe")

    assert "صدور پروانه" in texts(opened(docx_of(whole(document))))


def test_nothing_private_is_in_any_part_of_a_form_for_the_public():
    data = docx_of(paper_of(sample(), About()))
    parts = ["word/document.xml", "docProps/core.xml", "word/header1.xml"]

    assert not [
        part
        for part in parts
        for word in ("مسئول نمونه", "۴۰۰۰", "دفتر نمونه")
        if word in "".join(opened(data, part).itertext())
    ]


@cases(
    "document",
    {
        "a card": sample(),
        "a doubt": sample(nature=None, undecided=["nature"]),
        "a reason": sample(audience=None, not_applicable={"card.audience": "خدمت درونی است"}),
        "a doubt of a row": sample(
            external_inquiries=[{"agency": "الف"}, {"agency": "ب"}], undecided=["external_inquiries.1.paper_by"]
        ),
        "a no, a yes and nothing said": sample(
            stages={"request": {"electronic": False}, "delivery": {"electronic": True, "non_electronic": False}}
        ),
        "permits": permit_list(),
        "services": Document(kind="service_list", services=[{"title": "الف"}, {"title": "ب"}], source=sample().source),
    },
)
def test_a_form_comes_back_from_word(document):
    assert digest_of(through_word(document)) == digest_of(document)


@settings(max_examples=40)
@given(documents())
def test_no_form_that_can_be_made_up_loses_a_box_in_word(document):
    assert digest_of(through_word(document)) == digest_of(tidy(document))

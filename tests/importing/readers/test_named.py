"""Boxes that bear their names are read by them: nothing is guessed, and what is wrong is read as any form."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from khedmat.cards.canonical import digest_of
from khedmat.cards.form import Source
from khedmat.cards.printing.sheets import xlsx_of
from khedmat.cards.printing.word import docx_of
from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.named import Box, document_of, forms_in
from khedmat.importing.readers.picture import as_it_looked
from khedmat.importing.readers.reading import read_bytes, read_path
from tests.cards.printing.papers import sample, through_sheets, through_word, whole
from tests.factories.forms import permit_list
from tests.importing.readers.reading_forms import cases

ROOT = Path(__file__).parents[3]
FOLDERS = [ROOT / "khedmat" / "site" / "samples" / "forms", ROOT / "tests" / "golden", ROOT.parent / "shared" / "forms"]
FORMS = sorted(path for folder in FOLDERS for path in folder.rglob("*") if path.suffix in (".txt", ".html"))
SOURCE = Source(name="form.docx", media_type="application/x")
KIND = Box(":", "kind", "شناسنامهٔ خدمت")


def read_of(*boxes):
    return document_of([KIND, *boxes], Sheet(()), SOURCE)


def edited(data, before, after):
    """The same file with other words in its text."""
    old, new = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(new, "w") as made:
        for name in old.namelist():
            content = old.read(name)
            text = re.sub(before, after, content.decode(), count=1) if name == "word/document.xml" else content
            made.writestr(name, text)
    return new.getvalue()


@pytest.mark.parametrize("path", FORMS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_form_loses_a_box_on_its_way_through_word_and_sheets(path):
    documents = read_path(path)
    digests = list(map(digest_of, documents))

    assert [digest_of(through_word(one)) for one in documents] == digests
    assert list(map(digest_of, through_sheets(*documents))) == digests


@pytest.mark.parametrize("words", ["-5", "=متن", "-متن", "+98", "@نشانی"])
def test_words_that_begin_with_a_sign_keep_it(words):
    (document,) = read_bytes("عنوان خدمت: صدور پروانه\nشرح خدمت: رسیدگی".encode(), "card.txt")
    signed = document.model_copy(update={"card": document.card.model_copy(update={"description": words})})

    read = (through_word(signed), *through_sheets(signed))

    assert [one.card.description for one in read] == [words, words]


@cases(
    "boxes, path, value",
    {
        "a text": ([Box(":", "card.title", "صدور پروانهٔ ۲")], "title", "صدور پروانهٔ 2"),
        "options": (
            [
                Box(":", "card.level.national", True),
                Box(":", "card.level.urban", False),
                Box(":", "card.level.rural", True),
            ],
            "level",
            ["national", "rural"],
        ),
        "one option": ([Box(":", "card.nature.sovereign", True)], "nature", "sovereign"),
        "a yes": (
            [Box(":", "card.leads_to_permit.yes", True), Box(":", "card.leads_to_permit.no", False)],
            "leads_to_permit",
            True,
        ),
        "a square that is not ticked": ([Box(":", "card.cost.free", False)], "cost.free", False),
        "one of which nothing was said": (
            [Box(":", "card.cost.free", False), Box("~", "card.cost.free", "x")],
            "cost.free",
            None,
        ),
        "one ticked since": ([Box(":", "card.cost.free", True), Box("~", "card.cost.free", "x")], "cost.free", True),
        "one that could not be told": (
            [Box(":", "card.cost.free", False), Box("?", "card.cost.free", "x")],
            "cost.free",
            None,
        ),
        "a count": ([Box(":", "card.visits.count", "۲")], "visits.count", 2),
        "lines": ([Box(":", "card.laws", "قانون الف\n\nقانون ب")], "laws", ["قانون الف", "قانون ب"]),
        "an empty row between two": (
            [Box(":", "card.internal_systems.0.system", "الف"), Box(":", "card.internal_systems.2.system", "ب")],
            "internal_systems.1.system",
            "ب",
        ),
    },
)
def test_a_box_is_read_by_its_name(boxes, path, value):
    found = read_of(*boxes).card
    for step in path.split("."):
        found = found[int(step)] if step.isdecimal() else getattr(found, step)

    assert found == value


@cases(
    "boxes",
    {
        "no kind": [],
        "a name that is none": [KIND, Box(":", "card.colour", "سبز")],
        "a name through a list": [KIND, Box(":", "card.level.national.x", True)],
        "a word that is no number": [KIND, Box(":", "card.visits.count", "چند")],
        "two ticks where one is asked": [
            KIND,
            Box(":", "card.nature.sovereign", True),
            Box(":", "card.nature.operational", True),
        ],
        "a yes and a no": [KIND, Box(":", "card.leads_to_permit.yes", True), Box(":", "card.leads_to_permit.no", True)],
        "an option that is none": [KIND, Box(":", "card.nature.green", True)],
        "a number without end": [KIND, Box(":", "card.visits.count", "9" * 30)],
        "a kind that is none": [Box(":", "kind", "نامه")],
        "a text and a row": [KIND, Box(":", "card.title", "الف"), Box(":", "card.title.0.x", "ب")],
    },
)
def test_what_the_contract_does_not_know_is_not_read_by_name(boxes):
    assert document_of(boxes, Sheet(()), SOURCE) is None


def test_a_file_with_a_broken_name_is_read_as_any_form():
    (found,) = read_bytes(
        edited(docx_of(whole(sample())), "khedmat:card.nature.sovereign", "khedmat:card.nature.green"), "a.docx"
    )

    assert found.card.title == "صدور گواهی سوء پیشینه"
    assert found.trace["card.title"].label == "عنوان خدمت"


def test_what_a_person_changed_in_word_is_what_is_read():
    (found,) = read_bytes(edited(docx_of(whole(sample())), "عموم مردم", "بانوان"), "a.docx")

    assert found.card.audience == "بانوان"


def test_a_row_that_was_copied_in_word_is_a_row_more():
    data = docx_of(whole(sample()))
    row = r"(<w:tr>(?:(?!<w:tr>).)*khedmat:card\.internal_systems(?:(?!<w:tr>).)*</w:tr>)"

    (found,) = read_bytes(edited(data, row, r"\1\1"), "a.docx")

    assert [one.system for one in found.card.internal_systems] == ["بایگانی", "بایگانی"]


def test_a_value_is_shown_where_it_stands():
    data = docx_of(whole(sample()))
    (found,) = read_bytes(data, "a.docx")
    trace, original = found.trace["card.audience"], as_it_looked(data, "a.docx")

    assert original.blocks[trace.block].text[trace.start : trace.end] == "عموم مردم"


def test_of_several_forms_in_sheets_each_is_shown_with_its_own_rows():
    data = xlsx_of([sample(), sample(title="تمدید پروانه")])

    assert "تمدید پروانه" in as_it_looked(data, "a.xlsx", part=2).html
    assert "تمدید پروانه" not in as_it_looked(data, "a.xlsx", part=1).html


def test_values_are_looked_for_one_behind_the_other():
    sheet = Sheet((Block(("کارت", "کارت")), Block(("کارت",))))
    found = document_of(
        [KIND, Box(":", "card.title", "کارت"), Box(":", "card.audience", "کارت"), Box(":", "card.url", "کارت")],
        sheet,
        SOURCE,
    )

    assert [(step.block, step.start) for step in found.trace.values()] == [(0, 0), (0, 5), (1, 0)]


@cases(
    "table",
    {
        "no names": [["عنوان", "مقدار"], ["الف", "ب"]],
        "a name among words": [["card.title", "عنوان"], ["الف", "ب"]],
        "names without a kind": [["card.title", "card.url"], ["الف", "ب"]],
        "nothing": [],
        "rows of nothing": [[], [""]],
    },
)
def test_tables_that_bear_no_names_hold_no_named_forms(table):
    assert forms_in([table]) == []


def unnamed(document):
    """The same form in a file whose boxes lost their names."""
    data = docx_of(whole(document))
    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    (found,) = read_bytes(edited(data, r"(?s).*", text.replace("khedmat", "x").replace("\\", r"\\")), "a.docx")
    return found


def test_without_names_the_printed_form_is_still_read():
    found, card = unnamed(sample()).card, sample().card
    choices = ("service_type", "nature", "level", "life_events", "start_trigger", "stages")
    texts = ("title", "documents", "laws", "url", "processes", "internal_systems")

    assert [box for box in (*choices, *texts) if getattr(found, box) != getattr(card, box)] == []
    assert found.filled_by.name == card.filled_by.name


def test_without_names_doubts_and_silence_are_still_told_apart():
    found = unnamed(sample(nature=None, undecided=["nature"], cost={"free": None}, frequency=None))

    assert found.undecided == ["nature"]
    assert (found.card.cost.free, found.card.frequency.once) == (None, None)


def test_without_names_permits_are_still_rows():
    found, asked = unnamed(permit_list()).permits[0], permit_list().permits[0]
    boxes = ("title", "action", "applicants", "process")

    assert [box for box in boxes if getattr(found, box) != getattr(asked, box)] == []

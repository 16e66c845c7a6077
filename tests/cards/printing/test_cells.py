"""Cells and columns of the sheets: numbers as numbers, all else as words that are never run."""

import io
import zipfile

import pytest
import python_calamine
from hypothesis import given, settings

from khedmat.cards.editing.shapes import leaf_of, leaves_of, shape_at
from khedmat.cards.form import Card
from khedmat.cards.printing.filled import LOST, Filled
from khedmat.cards.printing.sheets import xlsx_of
from khedmat.cards.printing.sheets.cells import said_in
from khedmat.cards.printing.sheets.columns import CARD, LISTS, PAPER, PRIVATE
from khedmat.cards.printing.sheets.formats import width_of
from tests.cards.printing.generated import documents
from tests.cards.printing.papers import sample, tables_of
from tests.factories.forms import permit_list
from tests.importing.readers.reading_forms import cases

HOSTILE = {
    "a formula": "=cmd|'/C calc'!A0",
    "a sum": "+1+1",
    "a difference": "-2+3",
    "a function of old": "@SUM(A1:A9)",
    "an array": "{=1+1}",
    "behind a tab": "\t=1+1",
    "a link": "https://evil.example/?q=1",
    "a link to a file": "file:///etc/passwd",
    "a tag": "</t></si><f>1+1</f>",
    "an escape": "_x003D_1+1",
    "a number": "007",
    "a sign that turns the line": "\u202e=1+1\u202c",
    "ten thousand letters": "الف" * 3_400,
}


def cell(path, **changes):
    return said_in(Filled(sample(**changes), is_whole=True), path)


def parts(data):
    """Every XML part of the file, by name."""
    book = zipfile.ZipFile(io.BytesIO(data))
    return {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels"))}


@cases(
    "path, changes, said",
    {
        "a count": ("card.recipients.count", {"recipients": {"count": 1000}}, 1000),
        "nought": ("card.visits.count", {"visits": {"count": 0}}, 0),
        "a half": ("card.average_duration.value", {"average_duration": {"value": 0.5}}, 0.5),
        "too small for a sheet": ("card.average_duration.value", {"average_duration": {"value": 0.12345}}, "۰٫۱۲۳۴۵"),
        "the largest number": ("card.recipients.count", {"recipients": {"count": 10**12 - 1}}, 10**12 - 1),
        "a larger one": ("card.recipients.count", {"recipients": {"count": 10**12}}, "۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
        "an ID is no number": ("card.service_id", {"service_id": "10031093000"}, "۱۰۰۳۱۰۹۳۰۰۰"),
        "one option": ("card.nature", {"nature": "sovereign"}, "حاکمیتی"),
        "several": ("card.level", {"level": ["national", "provincial"]}, "ملی؛ استانی"),
        "a list": ("card.documents", {"documents": ["کارت", "فرم 2"]}, "کارت\nفرم ۲"),
        "an item of two lines": ("card.documents", {"documents": ["کارت\nملی"]}, "کارت ملی"),
        "yes": ("card.cost.free", {"cost": {"free": True}}, "بله"),
        "no": ("card.cost.free", {"cost": {"free": False}}, "خیر"),
        "not said": ("card.cost.free", {"cost": None}, None),
        "undecided": ("card.nature", {"nature": None, "undecided": ["nature"]}, LOST),
        "an arrow": ("card.diagram.links.0.1", {}, "استعلام"),
        "the doubts": ("undecided", {"nature": None, "undecided": ["nature", "level"]}, "nature\nlevel"),
        "no doubts": ("undecided", {}, None),
        "the reasons": (
            "not_applicable",
            {"audience": None, "not_applicable": {"card.audience": "درونی"}},
            "card.audience: درونی",
        ),
    },
)
def test_a_cell_says_what_its_box_says(path, changes, said):
    assert cell(path, **changes) == said


def test_every_box_of_a_card_has_its_column_and_no_other():
    lists = [one.path for one in LISTS if one.path.startswith("card.")]
    boxes = {f"card.{leaf}" for leaf in leaves_of(Card)} - set(lists)

    assert {column.name for column in CARD} == boxes


@pytest.mark.parametrize("one", [one for one in LISTS if "links" not in one.path], ids=lambda one: one.path)
def test_every_box_of_a_row_has_its_column_and_no_other(one):
    row = shape_at(one.path).row
    names = {column.name.removeprefix(f"{one.path}.*.") for column in one.columns}

    assert names == set(leaves_of(row))
    assert all(leaf_of(row, name) for name in names)


def test_no_two_columns_of_a_sheet_have_one_name_or_one_label_in_a_group():
    for columns in ([*CARD, *PAPER], *(one.columns for one in LISTS)):
        assert len({column.name for column in columns}) == len(columns)
        assert len({(column.group, column.label) for column in columns}) == len(columns)


def test_names_of_sheets_are_ones_that_a_program_takes():
    names = [one.sheet for one in LISTS]

    assert len(set(names)) == len(names)
    assert all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)


@cases("name, width", {"long": ("card.description", 60), "short": ("card.nature", 15), "other": ("card.title", 30)})
def test_a_column_is_as_wide_as_what_stands_in_it(name, width):
    assert width_of(name) == width


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("several", [1, 2])
def test_nothing_that_a_form_says_is_run_or_followed(text, several):
    form = sample(title=text, documents=[text], cost={"items": [{"text": text}]}, diagram={"boxes": [text]})

    made = parts(xlsx_of([form] * several, is_whole=True))

    assert not [name for name, xml in made.items() if "<f>" in xml or "<f " in xml or "<hyperlink" in xml]
    assert not [name for name, xml in made.items() if "relationships/hyperlink" in xml]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "https://example.ir"])
def test_a_text_that_begins_with_a_sign_is_there_as_it_is(text):
    sheets = tables_of(xlsx_of([sample(audience=text)], is_whole=True))

    assert sum(cell == text.replace("1", "۱") for row in sheets[0] for cell in row) == 1


def test_a_text_longer_than_a_cell_is_cut_and_the_file_opens():
    sheets = tables_of(xlsx_of([sample(description="الف" * 20_000)]))

    assert max(len(cell) for row in sheets[0] for cell in row) == 32_767


def test_a_file_for_the_public_has_neither_the_columns_nor_the_words_of_the_private_boxes():
    for forms in ([sample()], [sample(), sample()]):
        made = "".join(parts(xlsx_of(forms)).values())

        assert not [name for name in PRIVATE if name in made]
        assert not [word for word in ("مسئول نمونه", "00000000", "دفتر نمونه", "IR-4000", "IR-۴۰۰۰") if word in made]


def test_doubts_of_private_boxes_are_not_told_to_the_public():
    form = sample(filled_by=None, undecided=["filled_by.name", "cost.items.0.account", "level"], level=None)

    made = "".join(parts(xlsx_of([form])).values())

    assert ("filled_by" in made, "account" in made, "level" in made) == (False, False, True)


def test_rows_of_lists_say_to_which_form_they_belong():
    sheets = tables_of(xlsx_of([sample(), sample(internal_systems=None), sample()], is_whole=True))
    (systems,) = (sheet for sheet in sheets if "نام سامانه‌های دیگر" in sheet[0])

    assert [row[0] for row in systems[2:]] == ["۱", "۳"]


def test_sheets_are_only_those_that_have_rows():
    book = python_calamine.load_workbook(io.BytesIO(xlsx_of([permit_list()])))

    assert book.sheet_names == ["شناسنامه‌ها", "مجوزها", "استعلام‌های مجوز"]


def test_the_same_forms_give_the_same_bytes():
    assert xlsx_of([sample()]) == xlsx_of([sample()])


@settings(max_examples=10)
@given(documents())
def test_whatever_forms_say_every_cell_is_a_number_or_a_text(document):
    form = Filled(document, is_whole=True)
    said = [said_in(form, column.name) for column in (*(CARD if document.card else ()), *PAPER)]

    assert all(value is None or isinstance(value, (str, int, float)) for value in said)
    assert not any(isinstance(value, bool) for value in said)

"""The form as XLSX: columns for people and names for readers, texts that stay texts."""

import io
import zipfile

from hypothesis import given, settings

from khedmat.cards.canonical import digest_of
from khedmat.cards.editing.shapes import leaves_of
from khedmat.cards.form import Card, Inquiry, ListedService, Permit
from khedmat.cards.printing.sheets import xlsx_of
from khedmat.cards.printing.sheets.columns import CARD, LISTS, PAPER
from tests.cards.printing.generated import documents
from tests.cards.printing.papers import sample, tables_of, through_sheets
from tests.factories.forms import permit_list
from tests.importing.readers.reading_forms import cases


def cells(*documents, **how):
    return [cell for table in tables_of(xlsx_of(documents, **how)) for row in table for cell in row]


def test_every_box_of_the_contract_has_a_column():
    rows = {f"card.{leaf}" for leaf in leaves_of(Card)}
    named = {column.name for column in CARD} | {one.path for one in LISTS}

    assert rows <= named


def test_every_box_of_a_row_has_a_column():
    parts = {"permits": Permit, "inquiries": Inquiry, "services": ListedService}
    asked = {f"{path}.*.{leaf}" for path, part in parts.items() for leaf in leaves_of(part)}
    named = {column.name for one in LISTS for column in one.columns}

    assert asked <= named


def test_no_two_columns_of_one_sheet_are_called_alike():
    sheets = [(*CARD, *PAPER), *(one.columns for one in LISTS)]
    heads = [[(column.group, column.label) for column in columns] for columns in sheets]

    assert [names for names in heads if len(set(names)) != len(names)] == []


def test_one_form_stands_label_by_label_below_each_other():
    first = tables_of(xlsx_of([sample()], is_whole=True))[0]

    assert first[0] == ["بخش", "خانه", "مقدار", "نام خانه در قرارداد"]
    assert first[1] == ["", "عنوان خدمت", "صدور گواهی سوء پیشینه", "card.title"]


def test_several_forms_are_a_row_each_under_three_heads():
    groups, labels, names, *rows = tables_of(xlsx_of([sample(), sample(title="تمدید پروانه")]))[0]

    assert (labels[0], names[0], len(rows)) == ("عنوان خدمت", "card.title", 2)
    assert "مرحلهٔ درخواست خدمت" in groups
    assert [row[0] for row in rows] == ["صدور گواهی سوء پیشینه", "تمدید پروانه"]


def test_rows_of_lists_say_to_which_form_they_belong():
    tables = tables_of(xlsx_of([sample(), permit_list()]))
    (permits,) = [table for table in tables if any("permits.*.title" in row for row in table)]

    assert {row[0] for row in permits[2:]} == {"۲"}


def test_a_text_is_never_a_formula_or_a_link():
    data = xlsx_of([sample(title="=HYPERLINK(1)", audience="+1", url="https://example.ir/")])
    book = zipfile.ZipFile(io.BytesIO(data))
    sheets = b"".join(book.read(name) for name in book.namelist() if "worksheets" in name)

    assert b"<f>" not in sheets
    assert b"<hyperlink" not in sheets


def test_sheets_run_from_right_to_left():
    book = zipfile.ZipFile(io.BytesIO(xlsx_of([sample()])))
    sheets = [book.read(name) for name in book.namelist() if "worksheets/sheet" in name]

    assert all(b'rightToLeft="1"' in sheet for sheet in sheets)


def test_the_public_file_holds_neither_filler_nor_account():
    found = " ".join(cells(sample(), sample()))

    assert not [word for word in ("مسئول", "نمونه‌ای", "filled_by", "account", "4000", "۴۰۰۰") if word in found]
    assert "IR-4000" in " ".join(cells(sample(), is_whole=True))


def test_a_text_longer_than_a_cell_ends_where_the_cell_does():
    assert max(map(len, cells(sample(description="واژه " * 9000)))) == 32_767


@cases(
    "document",
    {
        "a card": sample(),
        "doubts": sample(nature=None, level=None, undecided=["nature", "level"]),
        "a reason": sample(audience=None, not_applicable={"card.audience": "خدمت درونی است: هیچ‌کس"}),
        "words that are said of a doubt": sample(title="در فرم روشن نیست"),
        "a long fraction": sample(average_duration={"value": 1.6261436701717287}),
        "permits": permit_list(),
    },
)
def test_a_form_comes_back_from_its_sheets(document):
    assert [digest_of(found) for found in through_sheets(document)] == [digest_of(document)]


def test_several_forms_come_back_in_their_order():
    several = [sample(), permit_list(), sample(title="تمدید پروانه")]

    assert list(map(digest_of, through_sheets(*several))) == list(map(digest_of, several))


@settings(max_examples=40)
@given(documents())
def test_no_form_that_can_be_made_up_loses_a_box_in_sheets(document):
    assert [digest_of(found) for found in through_sheets(document)] == [digest_of(document)]

"""Tables with a card a column, and those below the name of the whole list."""

from khedmat.importing.readers.containers.sheets.grid import Span
from tests.importing.readers.reading_forms import cases
from tests.importing.readers.test_rows import cards, said, sheet

COLUMNS = [
    ("عنوان خدمت", "تفکیک عرصه", "تجمیع عرصه"),
    ("شناسه خدمت", "13042651101", "13042651102"),
    ("شرح خدمت", "تفکیک زمین", "تجمیع پلاک ها"),
    ("مدارک لازم", "1- سند 2- نقشه", "سند"),
    ("هزینه", "", "رایگان"),
]


def test_each_column_behind_the_labels_is_a_card():
    first, other = cards(*COLUMNS)

    assert [card["title"] for card in (first, other)] == ["تفکیک عرصه", "تجمیع عرصه"]
    assert (first["documents"], other["documents"]) == (["سند", "نقشه"], ["سند"])
    assert (first["cost"], other["cost"]["free"]) == (None, True)


@cases(
    "rows",
    {
        "one card": [row[:2] for row in COLUMNS],
        "a form of pairs": [(*row[:2], *other[:2]) for row, other in zip(COLUMNS, COLUMNS[1:], strict=False)],
        "remarks beside it": [(*row[:2], "بررسی شد" if number else "") for number, row in enumerate(COLUMNS)],
    },
)
def test_a_form_is_not_turned(rows):
    assert len(said(*rows)) == 1


def test_a_turned_sheet_keeps_its_merged_cells_and_links():
    made = sheet(*COLUMNS, spans=[Span((3, 1), (4, 1))]).turned

    assert made.spans == {(1, 3): Span((1, 3), (1, 4))}
    assert made.rows[1][:2] == ("تفکیک عرصه", "13042651101")


def test_the_name_of_the_list_over_all_columns_heads_none_of_them():
    name = ("فهرست شناسنامه خدمات شرکت گاز", "", "", "", "", "")
    top = ("عنوان خدمت", "شناسه خدمت", "نوع خدمت", "", "مدارک لازم", "شرح خدمت")
    below = ("", "", "G2C", "G2B", "", "")
    spans = [Span((0, 0), (0, 5)), Span((1, 2), (1, 3)), *(Span((1, n), (2, n)) for n in (0, 1, 4, 5))]

    (card,) = cards(name, top, below, ("نصب علمک", "13031670101", "*", "*", "سند", "نصب"), spans=spans)

    assert (card["title"], card["service_type"]) == ("نصب علمک", ["G2C", "G2B"])

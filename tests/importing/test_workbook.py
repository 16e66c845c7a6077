"""Findings and outcomes as a workbook that is safe to open."""

import re
import zipfile

import pytest

from khedmat.importing import workbook
from khedmat.importing.workbook import Became, Found, Paper, Report
from tests.importing.sheets import sheets

CARD = Paper("1400/card.docx", 0, "صدور گواهی", "10031093000")


@pytest.fixture
def written(tmp_path):
    """`written(lambda report: …)`: the file."""

    def write(tell):
        path = tmp_path / "report.xlsx"
        with path.open("wb") as file, Report(file) as report:
            tell(report)
        return path

    return write


def test_a_row_is_a_finding_with_its_place_in_the_form_and_its_cure(written):
    cost = Found("M01", "B", "card.cost.items.0.text", "هزینه خالی است.", "هزینه را بنویسید.")

    (found,) = sheets(written(lambda report: report.found(CARD, [cost])))[0]

    assert list(found.values()) == [
        *("1400/card.docx", "۱", "صدور گواهی", "10031093000"),
        *("۵-۶", "هزینهٔ ارائهٔ خدمت، ردیف ۱", "مانع انتشار", "هزینه خالی است.", "هزینه را بنویسید.", "M01"),
    ]


def test_a_row_is_a_document_with_what_became_of_it_and_why(written):
    became = Became("تغییر: نوشته شد", "به جای پیش‌نویس ۱", ["card.title", "card.title"], [1, 0, 2, 3])

    (row,) = sheets(written(lambda report: report.became(CARD, became)))[1]

    assert list(row.values())[4:] == ["تغییر: نوشته شد", "به جای پیش‌نویس ۱", "عنوان خدمت", 1, 0, 2, 3]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "{=", "\t=", "http://"])
def test_what_a_form_says_is_a_text_and_never_run_or_followed(written, sign):
    text = f"{sign}HYPERLINK(A1)"
    path = written(lambda report: report.became(Paper(text, 0, text, text), Became(text, text)))

    assert list(sheets(path)[1][0].values())[:1] == [text]
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels"))}
    assert not [name for name, xml in parts.items() if re.search(r"<f[ >]|<hyperlink", xml)]


def test_the_sheets_are_right_to_left_with_a_frozen_head_and_filters(written):
    with zipfile.ZipFile(written(lambda report: report.became(CARD, Became("رد", "")))) as book:
        pages = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]

    assert all('rightToLeft="1"' in page and 'state="frozen"' in page and "<autoFilter" in page for page in pages)


def test_more_than_a_sheet_or_a_cell_holds_is_cut_and_said(written, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    long = Paper("x" * 40_000, 0, "", "")
    path = written(lambda report: [report.became(long, Became("رد", "")) for _row in range(5)])

    rows = sheets(path)[1]
    assert [len(str(row["پرونده"])) for row in rows][0] == workbook.LONGEST_CELL
    assert "جا نشد" in str(rows[1]["پرونده"])
    assert len(rows) == 2

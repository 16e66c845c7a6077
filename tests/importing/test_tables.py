"""Workbooks with a card a row, imported: each row a draft of its own, and none twice."""

import io

import pytest
import xlsxwriter

from khedmat.cards.models import ServiceVersion
from khedmat.importing.models import Intake
from tests.importing.paper import AGENCY, planned, taken, whats

pytestmark = pytest.mark.django_db
HEAD = ("ردیف", "عنوان خدمت", "نام دستگاه اجرایی", "شرح خدمت", "نوع خدمت", "مدارک لازم")
ROWS = (
    (1, "صدور گواهی نمونه", AGENCY, "گواهی برای متقاضی صادر می‌شود.", "G2C", "1- کارت ملی\n2- شناسنامه"),
    (2, "صدور کارت نمونه", AGENCY, "کارت برای متقاضی صادر می‌شود.", "G2C، G2B", "کارت ملی"),
)


@pytest.fixture
def workbook(tmp_path):
    """`workbook(rows)`: its path."""

    def write(rows=ROWS):
        data = io.BytesIO()
        with xlsxwriter.Workbook(data) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate((HEAD, *rows)):
                sheet.write_row(number, 0, row)
        path = tmp_path / "cards.xlsx"
        path.write_bytes(data.getvalue())
        return path

    return write


def test_each_row_becomes_a_draft(agency, workbook):
    results = taken(workbook())

    titles = [result.version.title for result in results]
    assert titles == ["صدور گواهی نمونه", "صدور کارت نمونه"]
    assert list(Intake.objects.order_by("part").values_list("part", flat=True)) == [0, 1]


def test_a_second_run_doubles_nothing(agency, workbook):
    taken(workbook())

    assert whats(taken(workbook())) == ["leave", "leave"]
    assert ServiceVersion.objects.count() == 2


def test_a_row_that_changed_is_the_only_one_written_anew(agency, workbook):
    taken(workbook())
    first, second = ROWS

    assert whats(planned(workbook((first, (*second[:5], "شناسنامه")))).rows) == ["leave", "change"]


def test_two_rows_on_one_service_are_both_refused(agency, workbook):
    first, _ = ROWS

    assert whats(planned(workbook((first, (2, *first[1:5], "شناسنامه")))).rows) == ["refuse", "refuse"]

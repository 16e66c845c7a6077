"""Filled forms as files, and imports of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from khedmat.importing.actions import Result, apply, importer
from khedmat.importing.plan import Plan, plan
from khedmat.importing.row import Row
from tests.factories.cards import NOW

TODAY = date(2026, 11, 22)
AGENCY = "سازمان ثبت نمونه"
LINES = {
    "title": "عنوان خدمت",
    "code": "شناسه خدمت",
    "agency": "نام دستگاه اجرایی",
    "description": "شرح خدمت",
    "audience": "نوع مخاطبین",
    "documents": "مدارک لازم",
}
A_CARD = {
    "title": "صدور گواهی نمونه",
    "agency": AGENCY,
    "description": "گواهی نمونه برای متقاضی صادر می‌شود.",
    "audience": "عموم مردم",
    "documents": "کارت ملی",
}
A_PERMIT = {"title": "پروانه نمونه", "action": "صدور", "documents": "کارت ملی"}


def card_text(**changes: Any) -> str:
    """A short filled card; a box given as None is not on it."""
    boxes = {name: value for name, value in {**A_CARD, **changes}.items() if value is not None}
    return "\n".join(["شناسنامه خدمت", *(f"{LINES[name]}: {value}" for name, value in boxes.items())])


def permits_text(*rows: dict[str, str], agency: str = AGENCY) -> str:
    """Form 1 as a page."""
    cells = "".join(
        f"<tr><td>{place}</td><td>{row['title']}</td><td>{row['action']}</td><td>{row['documents']}</td></tr>"
        for place, row in enumerate(rows, start=1)
    )
    head = "<tr><th>ردیف</th><th>عنوان مجوز</th><th>نوع مجوز</th><th>مدارک مورد نیاز</th></tr>"
    of = f"<h2>لیست اطلاعات مجوزهای حقیقی، حقوقی و دولتی در وزارتخانه: {agency}</h2>" if agency else ""
    return f"<html><body>{of}<h3>فرم شماره یک</h3><table>{head}{cells}</table></body></html>"


def permit(**changes: str) -> dict[str, str]:
    return {**A_PERMIT, **changes}


def write(folder: Path, name: str = "card.txt", text: str | None = None, **changes: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(card_text(**changes) if text is None else text, "utf-8")
    return path


def planned(*paths: Path, **changes: Any) -> Plan:
    return plan(paths, **{"on": TODAY, **changes})


def row_of(*paths: Path, **changes: Any) -> Row:
    (row,) = planned(*paths, **changes).rows
    return row


def taken(*paths: Path, **changes: Any) -> list[Result]:
    """Planned and carried out."""
    return apply(planned(*paths, **changes), by=changes.get("author") or importer(), at=NOW)


def whats(rows: Any) -> list[str]:
    return [str(getattr(row, "row", row).what) for row in rows]


@contextmanager
def nothing_is_written() -> Iterator[None]:
    """Whatever is asked of the database is a question."""
    with CaptureQueriesContext(connection) as queries:
        yield
    assert {query["sql"].split()[0] for query in queries} <= {"SELECT"}

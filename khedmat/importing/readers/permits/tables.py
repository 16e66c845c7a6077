"""Rows of form 1 and form 2 → permits and inquiries."""

import re
from dataclasses import dataclass, field
from typing import Any

from khedmat.cards.form import Inquiry, Permit
from khedmat.core.persian import fold, fold_line
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.choosing import choose
from khedmat.importing.readers.nesting import build
from khedmat.importing.readers.permits.headers import rows
from khedmat.importing.readers.permits.row import Row, says_something
from khedmat.importing.readers.permits.words import kind_of
from khedmat.importing.readers.said import said
from khedmat.importing.readers.wording import text_of, without_marks

_PRINTED = r"(?:وزارتخانه\s*/?\s*سازمان|وزارتخانه|سازمان)\s*[:.…]+ *"
_IN_ITS_PLACE = r"(?:وزارتخانه */ *)?(?=(?:وزارت|سازمان|شرکت|اداره کل) +\w)"  # «در سازمان غذا و دارو»
_ORGANIZATION = re.compile(rf"مجوزهای[^\n]{{0,40}}?در\s+(?:{_PRINTED}|{_IN_ITS_PLACE})(?P<name>[^.…:\n\t]{{4,120}})")


def organization_of(sheet: Sheet) -> str | None:
    """Whose permits the heading of form 1 says that they are."""
    found = _ORGANIZATION.search("\n".join(map(fold, map(text_of, sheet.lines))))
    return said(found["name"]) if found else None


def read(sheet: Sheet, organization: str | None = None) -> tuple[list[Permit], list[Inquiry]]:
    """Rows that hold more than their printed number and action."""
    forms = _Forms(organization_of(sheet) or organization)
    for row in rows(sheet):
        forms.add(row)
    return forms.permits, forms.inquiries


@dataclass
class _Forms:
    """Both forms so far; a title holds for the rows below it that have none. `asked`: that of form 2."""

    organization: str | None
    title: str | None = None
    asked: str | None = None
    permits: list[Permit] = field(default_factory=list)
    inquiries: list[Inquiry] = field(default_factory=list)

    def add(self, row: Row) -> None:
        if row.asks_agency:
            self.asked = row.text("title") or self.asked
            self._add_inquiry(row)
        else:
            self.title = row.text("title") or self.title
            self._add_permit(row)

    def _add_permit(self, row: Row) -> None:
        values = row.common() | _own_of_permit(row)
        if row.text("title") or says_something(values):
            known = {"title": self.title, "kind": kind_of(self.title), "organization": self.organization}
            self.permits.append(build(Permit, values | known | {"action": row.action}))

    def _add_inquiry(self, row: Row) -> None:
        values = row.common() | {"agency": row.text("agency"), "name": _name_of(row)}
        if says_something(values):
            known = {"permit": self.asked or self._only_permit(), "action": row.action, "kind": _kind_of(row)}
            self.inquiries.append(build(Inquiry, values | known))

    def _only_permit(self) -> str | None:
        """Form 2 has no column of its own for the permit; of several permits it may belong to any."""
        titles = {permit.title for permit in self.permits}
        return self.title if len(titles) == 1 else None


def _own_of_permit(row: Row) -> dict[str, Any]:
    """What only form 1 asks."""
    texts = row.texts("legal_basis", "supervisors", "steps", "conditions")
    applicants = (
        list(filter(row.ticked, ("natural", "legal", "government")))
        or choose(row.raw("applicants"), "applicants").values
    )
    return texts | {"applicants": applicants, "process": row.first_ticked("shared", "exclusive")}


def _name_of(row: Row) -> str | None:
    """The name of the inquiry, beside its box or in its place."""
    return said(fold_line(without_marks(marks.normalise(row.raw("named")))))


def _kind_of(row: Row) -> str | None:
    if _name_of(row) or row.ticked("named"):
        return "inquiry"
    return "other" if _is_other(row) else None


def _is_other(row: Row) -> bool:
    return bool(row.ticked("other") or said(row.raw("other")))

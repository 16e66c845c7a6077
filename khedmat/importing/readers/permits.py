"""Permits: form 1 and form 2 as tables under their printed headers, and the page of one permit."""

import re
from collections.abc import Iterator
from typing import Any

from khedmat.cards.form import Inquiry, Permit
from khedmat.core.persian import fold, fold_line, latin_digits, squeeze
from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.draft import nested, said
from khedmat.importing.readers.values import amounts, durations

_HEADERS = (  # printed header, squeezed → role; the first that fits
    ("استعلامشونده", "agency"),
    ("استعمالشونده", "agency"),
    ("ذکرنام", "named"),
    ("عنوانمجوز", "title"),
    ("ناممجوز", "title"),
    ("نوعمجوز", "action"),
    ("نوعاقدام", "action"),
    ("مستنداتقانونی", "legal_basis"),
    ("مستندقانونی", "legal_basis"),
    ("مدارک", "documents"),
    ("مدتاعتبار", "validity"),
    ("هزینه", "fee"),
    ("حقیقی", "natural"),
    ("حقوقی", "legal"),
    ("دولتی", "government"),
    ("اختصاصی", "exclusive"),
    ("مشترک", "shared"),
    ("ناظر", "supervisors"),
    ("زمان", "duration"),
    ("غیرالکترونیکی", "non_electronic"),
    ("الکترونیکیغیر", "non_electronic"),
    ("الکترونیکی", "electronic"),
    ("سایر", "other"),
    ("مراحل", "steps"),
    ("شرایط", "conditions"),
    ("توضیحات", "notes"),
    ("ردیف", "number"),
)
_GROUPS = {
    "فرآیندمجوز",
    "فرایندمجوز",
    "متقاضیمجوز",
    "فرآیندصدورمجوز",
    "فرایندصدورمجوز",
    "نوعفرآیند",
    "نوعفرایند",
    "متقاضی",
}
_ACTIONS = {
    "صدور": "issue",
    "تمدید": "renew",
    "اصلاح": "amend",
    "لغو": "cancel",
    "ابطال": "cancel",
    "احیا": "revive",
    "احیاء": "revive",
    "تجدید": "renew",
}
_KINDS = ("پروانه", "جواز", "گواهینامه", "گواهی", "استعلام", "موافقت", "مجوز", "کارت", "تاییدیه")
_YES = re.compile(r"^\s*(?:بله|بلی|دارد|است|می\s*باشد|\+|1)\s*$")
_ORGANIZATION = re.compile(
    r"مجوزهای[^\n]{0,40}?در\s+(?:وزارتخانه\s*/?\s*سازمان|وزارتخانه|سازمان)\s*[:.…]+\s*(?P<name>[^.…:\n\t]{4,120})"
)


def read(sheet: Sheet, organization: str | None = None) -> tuple[list[Permit], list[Inquiry]]:
    """Rows that hold more than their printed number and action."""
    found = _ORGANIZATION.search(fold(sheet.text))
    organization = said(found["name"]) if found else organization
    permits, inquiries = [], []
    title: str | None = None
    for roles, cells in _rows(sheet):
        row = {role: cells[place] for place, role in roles.items() if place < len(cells)}
        if "agency" in roles.values():
            inquiries += _inquiry(row, said(fold_line(row.get("title", ""))) or title)
        else:
            title = said(fold_line(row.get("title", ""))) or title
            permits += _permit(row, title, organization)
    return permits, inquiries


def _rows(sheet: Sheet) -> Iterator[tuple[dict[int, str], tuple[str, ...]]]:
    roles: dict[int, str] = {}
    for number, block in enumerate(sheet.blocks):
        found = {place: role for place, cell in enumerate(block.cells) if (role := _role(cell))}
        if _is_header(found):
            below = sheet.blocks[number + 1].cells if number + 1 < len(sheet.blocks) else ()
            roles = {place: role for place, role in found.items() if role != "group"} | _second_row(below)
        elif roles and len(block.cells) > 2 and not _is_second_header(block.cells):
            yield roles, block.cells


def _is_header(found: dict[int, str]) -> bool:
    roles = set(found.values())
    return (
        len(roles) >= 4
        and bool(roles & {"title", "agency"})
        and bool(roles & {"validity", "documents", "fee", "duration"})
    )


def _role(cell: str) -> str | None:
    letters = squeeze(cell)
    if letters in _GROUPS:
        return "group"
    if not 3 <= len(letters) <= 60 or any(word in letters for word in _GROUPS if letters.startswith(word)):
        return None
    return next((role for printed, role in _HEADERS if printed in letters), None)


def _second_row(cells: tuple[str, ...]) -> dict[int, str]:
    return (
        {place: role for place, cell in enumerate(cells) if (role := _role(cell)) and role != "group"}
        if _is_second_header(cells)
        else {}
    )


def _is_second_header(cells: tuple[str, ...]) -> bool:
    roles = [_role(cell) for cell in cells if cell.strip()]
    return len(roles) >= 2 and all(
        role
        in {"natural", "legal", "government", "exclusive", "shared", "electronic", "non_electronic", "other", "named"}
        for role in roles
    )


def _is_ticked(cell: str) -> bool | None:
    """True for a mark or a word of assent, False for an empty box, None for an empty cell."""
    normal = marks.normalise(cell)
    if marks.TICKED in normal or _YES.match(cell):
        return True
    return False if marks.EMPTY in normal else None


def _text(row: dict[str, str], role: str) -> str | None:
    return said(fold_line(row.get(role, "")))


def _common(row: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: _text(row, name) for name in ("documents", "validity", "notes")}
    values |= {name: _is_ticked(row.get(name, "")) for name in ("electronic", "non_electronic")}
    return values | _fee(_text(row, "fee")) | _duration(_text(row, "duration"))


def _fee(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    found = amounts.amounts(latin_digits(text))
    return {
        "fee.text": text,
        "fee.amount_rial": found[0].rials if len(found) == 1 else 0 if amounts.is_free(text) else None,
    }


def _duration(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    parsed = durations.parse(text)
    value = parsed.value if parsed.value is not None else parsed.max
    known = parsed.unit in {"hour", "day"}
    return {
        "duration.text": text,
        "duration.value": value if known else None,
        "duration.unit": parsed.unit if known else None,
    }


def _action(row: dict[str, str]) -> str | None:
    return action_of(row.get("action", ""))


def action_of(text: str) -> str | None:
    """The action that a text begins with."""
    letters = squeeze(text)
    return next((value for word, value in _ACTIONS.items() if letters.startswith(squeeze(word))), None)


def _permit(row: dict[str, str], title: str | None, organization: str | None) -> list[Permit]:
    values = _common(row) | {name: _text(row, name) for name in ("legal_basis", "supervisors", "steps", "conditions")}
    values["applicants"] = [name for name in ("natural", "legal", "government") if _is_ticked(row.get(name, ""))]
    values["process"] = next((name for name in ("shared", "exclusive") if _is_ticked(row.get(name, ""))), None)
    own_title = _text(row, "title")
    if not own_title and not any(map(_says, values.values())):
        return []
    return [
        _made(
            Permit,
            values | {"title": title, "action": _action(row), "organization": organization, "kind": kind_of(title)},
        )
    ]


def _inquiry(row: dict[str, str], title: str | None) -> list[Inquiry]:
    agency, named, other = _text(row, "agency"), row.get("named", ""), row.get("other", "")
    values = _common(row)
    name = said(fold_line(marks.normalise(named).replace(marks.TICKED, "").replace(marks.EMPTY, "")))
    if not agency and not name and not any(map(_says, values.values())):
        return []
    kind = "inquiry" if name or _is_ticked(named) else "other" if _is_ticked(other) or said(other) else None
    return [
        _made(Inquiry, values | {"agency": agency, "kind": kind, "name": name, "permit": title, "action": _action(row)})
    ]


def _says(value: Any) -> bool:
    """An empty box is printed in every row and says nothing of it."""
    return value is not None and value is not False and value != []


def _made(model: type, values: dict[str, Any]) -> Any:
    return model.model_validate(nested({name: value for name, value in values.items() if value is not None}))


def kind_of(title: str | None) -> str | None:
    """The word of the definition of a permit that its title names."""
    words = (title or "").split()
    return next((kind for kind in _KINDS if any(word.startswith(kind) for word in words)), None)


__all__ = ["action_of", "kind_of", "read"]

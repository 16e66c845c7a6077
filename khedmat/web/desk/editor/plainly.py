"""Any value of the contract in words: for the conflict page, the history and two files side by side."""

from typing import Any

from django.utils.translation import gettext as _

from khedmat.cards.editing import value_at
from khedmat.cards.editing.shapes import Shape, leaf_of, leaves_of, shape_of
from khedmat.cards.vocabulary import label
from khedmat.core.persian import persian_digits
from khedmat.web import words
from khedmat.web.desk.editor.naming import MEMBERS


def plainly(path: str, value: Any) -> str:
    """The value of a box as a person reads it; empty for what is not said."""
    return str(value or "") if path.startswith("not_applicable.") else _said(shape_of(path), value)


def _said(shape: Shape, value: Any) -> str:
    if value in (None, [], ""):
        return ""
    return _SAY[shape.kind](shape, value)


def _rows(shape: Shape, rows: list[dict[str, Any]]) -> str:
    return "\n".join(f"{persian_digits(number)}) {_row(shape, row)}" for number, row in enumerate(rows, start=1))


def _row(shape: Shape, row: dict[str, Any]) -> str:
    assert shape.row is not None
    said = [(MEMBERS[leaf], _said(leaf_of(shape.row, leaf), value_at(row, leaf))) for leaf in leaves_of(shape.row)]
    return " · ".join(f"{title}: {text}" for title, text in said if text)


def _lines(lines: list[str]) -> str:
    return "\n".join(f"{persian_digits(number)}) {words.prose(line)}" for number, line in enumerate(lines, start=1))


_SAY = {
    "text": lambda shape, value: words.prose(value),
    "whole": lambda shape, value: words.number(value),
    "measure": lambda shape, value: words.number(value),
    "yes": lambda shape, value: _("بله") if value else _("خیر"),
    "one": lambda shape, value: label(shape.words, value),
    "some": lambda shape, value: "، ".join(label(shape.words, one) for one in value),
    "lines": lambda shape, value: _lines(value),
    "rows": _rows,
    "pairs": lambda shape, value: "\n".join(f"{one} ← {other}" for one, other in value),
}

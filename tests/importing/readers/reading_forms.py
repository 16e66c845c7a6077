"""Small forms, read as a person would hand them in."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

import pytest

from khedmat.cards.form import Card, Document, as_contract
from khedmat.importing.readers.containers import text as plain_text
from khedmat.importing.readers.outline import Outline, outline
from khedmat.importing.readers.reading import read_bytes


def cases(names: str, rows: Mapping[str, Any]) -> pytest.MarkDecorator:
    """One test for each row of a table; the key says what the row is about."""
    return pytest.mark.parametrize(names, list(rows.values()), ids=list(rows))


def document_of(form: str, name: str = "form.txt") -> Document:
    """The one document in a text or page."""
    (document,) = read_bytes(dedent(form).strip("\n").encode(), name)
    return document


def card_of(form: str, name: str = "form.txt") -> Card:
    """The card of a small form. It has a title, so that it is one."""
    document = document_of(form, name)
    assert document.card is not None, f"read as {document.kind}"
    return document.card


def titled(*lines: str) -> Document:
    """Some lines of a form below its title and provider."""
    head = ["عنوان خدمت: صدور پروانه آزمایشی", "نام دستگاه اجرایی: سازمان نمونه"]
    return document_of("\n".join([*head, *lines]))


def table_of(*rows: str) -> Document:
    """Rows of an HTML table below its title."""
    head = "<tr><td>عنوان خدمت</td><td>صدور پروانه آزمایشی</td></tr>"
    cells = "".join(f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in rows)
    return document_of(f"<html><body><table>{head}{cells}</table></body></html>", "form.html")


def outline_of(*lines: str) -> Outline:
    """Labels and answers of some lines; a tab parts cells."""
    return outline(plain_text.sheet("\n".join(lines)))


def contract_of(document: Document) -> dict[str, Any]:
    """What `khedmat read` prints of it."""
    return as_contract(document)


def warned(document: Document) -> set[tuple[str, str | None]]:
    """(code, field) of its warnings."""
    return {(warning.code, warning.field) for warning in document.warnings}

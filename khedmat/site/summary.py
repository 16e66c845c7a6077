"""What `khedmat read` and `khedmat check` print for people: Persian lines in the order of the form."""

from collections.abc import Iterator, Sequence
from typing import Any

from khedmat.cards.form import Document, as_contract
from khedmat.cards.guide import GUIDE, Heading
from khedmat.cards.rules.engine import Finding
from khedmat.cards.rules.labels import field_label
from khedmat.cards.vocabulary import VOCABULARY, label
from khedmat.core.persian import persian_digits

HEADINGS = {path: heading for heading in GUIDE for path in heading.fields}
SEVERITIES = {"B": "بازدارنده", "A": "هشدار", "N": "یادآوری"}
MEASURES = {"value", "min", "max", "unit", "working", "basis", "count", "amount_rial"}  # what `text` says already
SEEN = ("card", "services", "permits", "inquiries")


def of_document(document: Document) -> str:
    """Every value that was read, what could not be decided, and the warnings."""
    contract = as_contract(document)
    head = f"{document.source.name}: {label('document_kind', document.kind)} ({label('edition', document.edition)})"
    lines = [f"  {name}: {text}" for part in SEEN for name, text in _values(contract[part], (part,))]
    lines += [f"  ؟ {_heading_of(_whole(path))}: در فرم روشن نیست" for path in document.undecided]
    lines += [f"  ! {warning.message}" for warning in document.warnings]
    return "\n".join([head, *lines])


def of_findings(name: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return f"{name}: ایرادی یافت نشد"
    lines = [
        f"  {finding.rule} ({SEVERITIES[finding.severity]}) {finding.message} ← {finding.fix}" for finding in findings
    ]
    return "\n".join([f"{name}: {persian_digits(len(findings))} یافته", *lines])


def _values(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Leaves with their names on the form; None is passed over, it was not said."""
    if isinstance(value, dict):
        said = MEASURES if value.get("text") else ()
        for name, member in value.items():
            yield from _values(None if name in said else member, (*path, name))
    elif isinstance(value, list) and any(isinstance(member, dict | list) for member in value):
        for number, member in enumerate(value):
            yield from _values(member, (*path, str(number)))
    elif value is not None:
        yield _heading_of(path), _in_words(value, path)


def _whole(path: str) -> tuple[str, ...]:
    """`undecided` leaves `card.` out of the paths of a card."""
    parts = tuple(path.split("."))
    return parts if parts[0] in SEEN else ("card", *parts)


def _heading_of(path: tuple[str, ...]) -> str:
    """The form's name of a box, with the stage or the row it stands in."""
    if path[0] == "card":
        return persian_digits(field_label(".".join(path)))
    heading = _find(path)
    stage = [label("stage", part) for part in path if part in VOCABULARY["stage"]]
    row = [persian_digits(int(part) + 1) for part in path if part.isdigit()]
    return " ".join([heading.title if heading else path[-1], *(f"({word})" for word in stage + row)])


def _find(path: tuple[str, ...]) -> Heading | None:
    """The heading of the path or of the nearest group that has one."""
    shape = ["*" if part.isdigit() or part in VOCABULARY["stage"] else part for part in path]
    known = (HEADINGS.get(".".join(shape[:size])) for size in range(len(shape), 1, -1))
    return next((heading for heading in known if heading), None)


def _in_words(value: Any, path: tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return "بله" if value else "خیر"
    if isinstance(value, list):
        return "، ".join(_in_words(member, path) for member in value)
    if isinstance(value, int | float):
        return persian_digits(value)
    heading = _find(path)
    codes = VOCABULARY.get(heading.vocabulary, {}) if heading and heading.vocabulary else {}
    return codes[value].fa if value in codes else str(value)

"""A row of the tables of rules: a form, the rule that speaks of it, where, and what its message names."""

from typing import Any, NamedTuple

from khedmat.cards.form import Document
from tests.cards.rules.example import example, permit_list

# Sections of the catalogue, rule by rule: B blocks publication, A needs an answer, N is a note.
SEVERITY = {
    "I": "N B - N",
    "C": "B A B - A N",
    "K": "N N B N A",
    "A": "A A",
    "L": "A A",
    "S": "A A B",
    "D": "- A - A N B",
    "G": "A - N N",
    "M": "A A B A A - N A",
    "T": "B A N B - A",
    "F": "B B B A",
    "V": "B B A A N A N",
    "X": "A B N",
    "U": "B B A N A - - A",
    "H": "B",
    "O": "A A B A A A",
    "P": "B B A A B B A A A B",
    "B": "A A",
    "R": "- - - - B",
}
EXPECTED = {
    f"{family}{place:02}": severity
    for family, severities in SEVERITY.items()
    for place, severity in enumerate(severities.split(), start=1)
    if severity != "-"
}


class Case(NamedTuple):
    rule: str
    field: str
    shown: str
    changes: dict[str, Any]
    parts: dict[str, Any]

    def document(self) -> Document:
        return example(self.changes, **self.parts)

    def __str__(self) -> str:
        return f"{self.rule} {self.field} {self.shown}"


def broken(rule: str, field: str, shown: str, changes: dict[str, Any] | None = None, **parts: Any) -> Case:
    """The example with these changes breaks the rule at `field`, and the message says `shown`."""
    return Case(rule, field, shown, changes or {}, parts)


def passes(rule: str, why: str, changes: dict[str, Any] | None = None, **parts: Any) -> Case:
    """A form that looks like a breach and is none."""
    return Case(rule, "", why, changes or {}, parts)


def lost(rule: str, box: str, changes: dict[str, Any] | None = None, **parts: Any) -> Case:
    """A breach, were the marks of `box` not lost."""
    return Case(rule, "", box, changes or {}, parts | {"undecided": [box]})


def permits(rule: str, field: str, shown: str, *rows: dict[str, Any], inquiries: Any = ()) -> Case:
    """`broken` for a list of permits without a card."""
    document = permit_list(*rows, inquiries=inquiries)
    parts = {name: getattr(document, name) for name in ("kind", "permits", "inquiries")}
    plain = {name: [row.model_dump() for row in parts[name]] for name in ("permits", "inquiries")}
    return Case(rule, field, shown, {}, {"kind": parts["kind"], **plain})

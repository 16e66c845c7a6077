"""What a rule is, what breaks it, and what people are told."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from khedmat.cards.form import Document
from khedmat.cards.vocabulary import DocumentKind
from khedmat.core.persian import persian_digits

Severity = Literal["B", "A", "N"]
SEVERITIES: tuple[Severity, ...] = ("B", "A", "N")
LONGEST = 160
_ADDRESS = re.compile(r"://|^www\.|^[\x21-\x7e]+\.[a-z]{2,}$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d+(?![A-Za-z\d])")  # «G2G» keeps its digit


@dataclass(frozen=True, slots=True)
class Wording:
    """What was found, and how to mend it. Both may name values as %(name)s."""

    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule is broken: the dotted field, and the values that its message names.

    `wording` stands in place of the rule's own words: lost marks are never called "empty".
    """

    field: str
    values: Mapping[str, object]
    wording: Wording | None = None


Condition = Callable[[Document], Iterable[Breach]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What people may read of a rule, whatever it looks at. `since`: the version of the rules that brought it."""

    id: str
    severity: Severity
    fields: tuple[str, ...]
    message: str
    fix: str
    example: str
    since: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """One entry of the rule engine: it sees the form and nothing else."""

    condition: Condition
    kinds: tuple[DocumentKind, ...] = ("service_card",)


@dataclass(frozen=True, slots=True)
class Finding:
    """A breach in words. B blocks publication, A needs an answer, N is a note."""

    rule: str
    severity: Severity
    field: str
    message: str
    fix: str


def finding(rule: Entry, breach: Breach) -> Finding:
    """The breach as people read it: values in Persian digits, addresses and codes as written."""
    words = breach.wording or rule
    shown = {name: _shown(value) for name, value in breach.values.items()}
    return Finding(rule.id, rule.severity, breach.field, words.message % shown, words.fix % shown)


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return "، ".join(map(_quoted, value))
    return _figure(value) if isinstance(value, float | int) else _text(str(value))


def _quoted(value: object) -> str:
    return f"«{_shown(value)}»"


def _figure(value: float) -> str:
    shape = ",g" if isinstance(value, float) else ","
    return persian_digits(f"{value:{shape}}").replace(",", "٬")


def _text(text: str) -> str:
    text = text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
    return text if _ADDRESS.search(text) else _NUMBER.sub(lambda found: persian_digits(found.group()), text)

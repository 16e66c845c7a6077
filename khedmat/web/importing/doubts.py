"""What a person should look at before a card that was read is sent: choices that could not be told, unsure readings."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

from khedmat.cards.editing import whole
from khedmat.cards.form import Document, Warning
from khedmat.cards.rules.labels import field_label
from khedmat.importing.doubtful import is_unsure
from khedmat.web.desk.editor.sections import printed_order, section_of


class Reading(Protocol):
    """Where a value stood, as it is kept beside a version."""

    path: str
    raw: str
    label: str
    sure: float
    others: list[str]
    state: str


class Doubt(NamedTuple):
    """`raw`: what the form says there; `others`: what else it could be; `note`: what a picture seems to say."""

    path: str
    section: str
    kind: Literal["undecided", "unsure"]
    raw: str
    label: str
    others: tuple[str, ...] = ()
    note: str = ""


def doubts(document: Document, traces: Iterable[Reading]) -> list[Doubt]:
    """In the order of the form; nothing that a person has settled."""
    unsure = map(_unsure, filter(is_doubtful, traces))
    found = {doubt.path: doubt for doubt in [*unsure, *_undecided(document)]}
    return sorted(found.values(), key=lambda doubt: printed_order(doubt.path))


def is_doubtful(trace: Reading) -> bool:
    """Nobody looked at it yet, and the reader was not sure."""
    return trace.state == "read" and is_unsure(trace.path, trace)


def _unsure(trace: Reading) -> Doubt:
    return Doubt(trace.path, section_of(trace.path), "unsure", trace.raw, named(trace.path), tuple(trace.others))


def _undecided(document: Document) -> list[Doubt]:
    """With what the reader left beside its doubt."""
    left = {warning.field: warning for warning in document.warnings if warning.code == "undecided"}
    return [_asked(path, left.get(path), of_picture=document.source.ocr) for path in map(whole, document.undecided)]


def _asked(path: str, left: Warning | None, *, of_picture: bool) -> Doubt:
    raw, note = (left.found or "", left.message) if left else ("", "")
    return Doubt(path, section_of(path), "undecided", raw, named(path), note=note if of_picture else "")


def named(path: str) -> str:
    """What the form calls the box."""
    return field_label(path) or path


def of_section(found: Sequence[Doubt], section: str) -> list[Doubt]:
    return [doubt for doubt in found if doubt.section == section]


def after(found: Sequence[Doubt], path: str) -> Doubt | None:
    """The next one behind a box, round and round; None where nothing is doubtful."""
    behind = [doubt for doubt in found if printed_order(doubt.path) > printed_order(path)]
    return next(iter([*behind, *found]), None)

"""What a person should look at before a card that was read is sent: choices that could not be told, unsure readings."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

from khedmat.cards.editing import whole
from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.web.desk.editor.sections import printed_order, section_of

SURE_ENOUGH = 0.98  # a label that is spelled out has 1; one that was damaged and still recognised has less
# A cell of these tables has no label of its own: its column is its label, and it is as sure as the table.
TABLES = ("card.stages.", "card.internal_systems.", "card.external_inquiries.", "card.cost.items.")


class Reading(Protocol):
    """Where a value stood, as it is kept beside a version."""

    path: str
    raw: str
    label: str
    sure: float
    others: list[str]
    state: str


class Doubt(NamedTuple):
    """`raw`: what the form says there; `others`: what else it could be."""

    path: str
    section: str
    kind: Literal["undecided", "unsure"]
    raw: str
    label: str
    others: tuple[str, ...] = ()


def doubts(document: Document, traces: Iterable[Reading]) -> list[Doubt]:
    """In the order of the form; nothing that a person has settled."""
    unsure = map(_unsure, filter(is_doubtful, traces))
    found = {doubt.path: doubt for doubt in [*unsure, *_undecided(document)]}
    return sorted(found.values(), key=lambda doubt: printed_order(doubt.path))


def is_doubtful(trace: Reading) -> bool:
    """As the reader found it, and the reader was not sure."""
    if trace.state != "read":
        return False
    return bool(trace.others) or trace.sure < SURE_ENOUGH and not _is_told_by_its_table(trace)


def _is_told_by_its_table(trace: Reading) -> bool:
    return not trace.label and trace.path.startswith(TABLES)


def _unsure(trace: Reading) -> Doubt:
    return Doubt(trace.path, section_of(trace.path), "unsure", trace.raw, named(trace.path), tuple(trace.others))


def _undecided(document: Document) -> list[Doubt]:
    """With the raw text that the reader left beside its doubt."""
    found = {warning.field: warning.found or "" for warning in document.warnings if warning.code == "undecided"}
    paths = map(whole, document.undecided)
    return [Doubt(path, section_of(path), "undecided", found.get(path, ""), named(path)) for path in paths]


def named(path: str) -> str:
    """What the form calls the box."""
    return field_label(path) or path


def of_section(found: Sequence[Doubt], section: str) -> list[Doubt]:
    return [doubt for doubt in found if doubt.section == section]


def after(found: Sequence[Doubt], path: str) -> Doubt | None:
    """The next one behind a box, round and round; None where nothing is doubtful."""
    behind = [doubt for doubt in found if printed_order(doubt.path) > printed_order(path)]
    return next(iter([*behind, *found]), None)

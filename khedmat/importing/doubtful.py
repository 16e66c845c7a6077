"""Which readings a person should look at before a card that was read is sent."""

from collections.abc import Sequence
from typing import Protocol

from khedmat.cards.editing import whole
from khedmat.cards.form import MOST_SURE_OF_A_PICTURE, Document

SURE_ENOUGH = 0.98  # a label that is spelled out has 1; one that was damaged and still recognised has less
# A cell of these tables has no label of its own: its column is its label, and it is as sure as the table.
TABLES = ("card.stages.", "card.internal_systems.", "card.external_inquiries.", "card.cost.items.")


class Said(Protocol):
    """How sure a reading is, by which label, and what else it could be."""

    @property
    def label(self) -> str | None: ...
    @property
    def sure(self) -> float: ...
    @property
    def others(self) -> Sequence[str]: ...


def is_unsure(path: str, reading: Said) -> bool:
    """As the reader found it: whether the reader was not sure."""
    if reading.others or reading.sure <= MOST_SURE_OF_A_PICTURE:
        return True
    return reading.sure < SURE_ENOUGH and not _is_told_by_its_table(path, reading)


def _is_told_by_its_table(path: str, reading: Said) -> bool:
    return not reading.label and path.startswith(TABLES)


def doubtful_boxes(document: Document) -> set[str]:
    """Paths of a document that was just read: unsure ones, and those that could not be told."""
    unsure = {path for path, reading in document.trace.items() if is_unsure(path, reading)}
    return unsure | set(map(whole, document.undecided))

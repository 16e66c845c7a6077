"""The rows of form 1 gathered by permit."""

from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from khedmat.cards.form import Document, Inquiry, Permit
from khedmat.cards.rules.reading import blank, plain
from khedmat.cards.rules.rows import permits


class PermitSet(NamedTuple):
    """One permit: its rows with their paths, and the inquiries that name it."""

    title: str
    rows: list[tuple[str, Permit]]
    inquiries: list[Inquiry]

    def of(self, *actions: str) -> list[tuple[str, Permit]]:
        """The rows of some actions."""
        return [(path, row) for path, row in self.rows if row.action in actions]

    def processes(self) -> set[str | None]:
        """«اختصاصی», «مشترک», or both where its rows differ; None for a row that says neither."""
        return {row.process for _, row in self.rows}


def title_of(row: Permit) -> str:
    """What a finding calls the permit of a row."""
    return row.title or "مجوز"


def permit_sets(document: Document) -> Iterator[tuple[str, PermitSet]]:
    """(path of its first row, permit); a row without a title belongs to the permit above it."""
    found: dict[str, PermitSet] = {}
    titles = islice(accumulate(document.permits, _own_or_above, initial=""), 1, None)
    for title, row in zip(titles, permits(document), strict=True):
        found.setdefault(plain(title), PermitSet(title or "مجوز", [], _asked(document, title))).rows.append(row)
    return ((one.rows[0][0], one) for one in found.values())


def _own_or_above(above: str, row: Permit) -> str:
    own = row.title or ""
    return above if blank(own) else own


def _asked(document: Document, title: str) -> list[Inquiry]:
    return [row for row in document.inquiries if plain(row.permit or "") in ("", plain(title))]

"""A page of the editor as its template wants it: every box with its leaves, findings, doubts and reason."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from khedmat.cards.editing import boxes_of
from khedmat.cards.editing.shapes import leaves_of
from khedmat.cards.form import Document
from khedmat.cards.vocabulary import label
from khedmat.web.desk.editor.raw import Place, row_place, shown
from khedmat.web.desk.editor.sections import MEMBERS, Box, Section, owner_of, place_of, title_of

BLANK_ROWS = 3


class Option(NamedTuple):
    """One value that may be chosen."""

    value: str
    label: str
    is_on: bool


class Leaf(NamedTuple):
    """One thing to fill in. `raw` as in `raw`; `rows`: for a list of parts, the leaves of each row."""

    path: str
    name: str
    title: Any
    kind: str
    raw: Any
    options: list[Option]
    error: str
    is_long: bool
    rows: list["RowOfLeaves"]

    @property
    def id(self) -> str:
        return f"f-{self.name}"


class RowOfLeaves(NamedTuple):
    place: int
    leaves: list[Leaf]


@dataclass(frozen=True)
class Page:
    """What a box is shown with. `raws` and `errors` come from a page that could not be saved whole."""

    document: Document
    findings: Sequence[Any] = ()
    raws: Mapping[str, Any] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    more: Collection[str] = ()


class Shown(NamedTuple):
    """A box on the page."""

    box: Box
    leaves: list[Leaf]
    findings: list[Any]
    errors: list[str]
    reason: str
    takes_reason: bool
    is_unclear: bool


def boxes(section: Section, page: Page, *, may_not_apply: Collection[str]) -> list[Shown]:
    """Every box of a section in printed order."""
    said = boxes_of(page.document)
    return [_box(box, page, said, may_not_apply=may_not_apply) for box in section.boxes]


def _box(box: Box, page: Page, said: Mapping[str, Any], *, may_not_apply: Collection[str]) -> Shown:
    path = f"card.{box.path}"
    return Shown(
        box=box,
        leaves=[_leaf(leaf, box, page, value=said.get(leaf)) for leaf in box.leaves],
        findings=findings_of(box, page.findings),
        errors=[page.errors[leaf] for leaf in box.leaves if leaf in page.errors],
        reason=page.document.not_applicable.get(path, ""),
        takes_reason=path in may_not_apply,
        is_unclear=any(_is_inside(doubt, box) for doubt in page.document.undecided),
    )


def findings_of(box: Box, findings: Sequence[Any]) -> list[Any]:
    """Those that speak of this box."""
    return [found for found in findings if (owner := owner_of(found.field)) and owner[1] == box]


def _is_inside(doubt: str, box: Box) -> bool:
    return f"{doubt.removeprefix('card.')}.".startswith(f"{box.path}.")


def _leaf(path: str, box: Box, page: Page, *, value: Any) -> Leaf:
    place, has_failed = place_of(path), path in page.errors
    raw = page.raws[path] if has_failed else shown(place.shape, value)
    rows = _rows(place, raw, path in page.more) if place.shape.row else []
    error = page.errors.get(path, "")
    return _made(place, path, raw, title=title_of(path, box), error=error)._replace(rows=rows)


def _made(place: Place, name: str, raw: Any, *, title: Any, error: str = "") -> Leaf:
    chosen = raw if isinstance(raw, list) else [raw]
    options = [Option(value, label(place.shape.words, value), value in chosen) for value in place.options]
    return Leaf(place.path, name, title, place.shape.kind, raw, options, error, place.is_long, [])


def _rows(place: Place, raw: Sequence[Mapping[str, Any]], wants_more: bool) -> list[RowOfLeaves]:
    """The rows that are there and empty ones to go on with."""
    assert place.shape.row is not None
    blank = {leaf: shown(row_place(place, leaf).shape, None) for leaf in leaves_of(place.shape.row)}
    rows = [*raw, *[blank] * (BLANK_ROWS if wants_more or not raw else 1)]
    return [RowOfLeaves(number, _row(place, number, row)) for number, row in enumerate(rows)]


def _row(place: Place, number: int, raw: Mapping[str, Any]) -> list[Leaf]:
    names = {leaf: f"{place.path}-{number}-{leaf}" for leaf in raw}
    return [_made(row_place(place, leaf), names[leaf], raw[leaf], title=MEMBERS[leaf]) for leaf in raw]

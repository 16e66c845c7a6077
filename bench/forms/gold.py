"""The answers of a page: of its boxes, and null for every box of the card that it does not say."""

from collections.abc import Iterator
from typing import Any

from bench.forms.model import Box, Choice, Page, Pair, Row, Table

JUDGED = (
    "title",
    "service_id",
    "parent_service_id",
    "parent_service_title",
    "executive_agency",
    "parent_agency",
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "documents",
    "laws",
    "recipients",
    "average_duration",
    "frequency",
    "visits",
    "cost",
    "url",
    "system_name",
    "internal_systems",
    "external_inquiries",
    "processes",
    "diagram",
    "filled_by",
)

_MARKED = {
    "service_type",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "per",
    "once",
    "applicants",
    "channels",
    "visit_levels",
    "visit_reasons",
}


def answers(page: Page, damage: str = "") -> dict[str, Any]:
    """Path → answer. With lost marks every choice that is printed is undecided."""
    found: dict[str, Any] = dict(page.told)
    for row in page.rows:
        for told in _told(row, lost=damage == "lost marks"):
            found |= {path: answer for path, answer in told.items() if path}
    if found["kind"] == "service_card":
        found |= {path: None for path in map("card.{}".format, JUDGED) if not _is_told(path, found)}
    return found | {path: _forgiven(path, answer, damage) for path, answer in found.items()}


def _forgiven(path: str, answer: Any, damage: str) -> Any:
    """What such a damage may take away altogether: then nobody can tell it."""
    if path == "edition" and damage in {"cut", "scan"}:
        return {"any": [answer, "unknown"]}
    may_be_lost = damage == "lost marks" and path == "card.frequency.once" or damage == "ticks only"
    if may_be_lost and (answer is not None) and (path.split(".")[-1] in _MARKED):
        return {"any": [answer, None, "?"]}
    return answer


def _is_told(path: str, found: dict[str, Any]) -> bool:
    return any(name == path or name.startswith(f"{path}.") for name in found)


def _told(row: Row, lost: bool) -> Iterator[dict[str, Any]]:
    if isinstance(row, Table):
        yield dict(row.answers)
    for box in boxes_of(row):
        yield box.lost() if lost and isinstance(box, Choice) and len(box.options) > 1 else box.answers()


def boxes_of(row: Row) -> Iterator[Box]:
    """The boxes of a row that have answers of their own."""
    if isinstance(row, Pair):
        yield from row.box if isinstance(row.box, tuple) else (row.box,)
    elif isinstance(row, Table):
        for cells in row.rows:
            for cell in cells:
                yield from (box for box in _choices(cell) if box.path)


def _choices(cell: Any) -> Iterator[Choice]:
    yield from (box for box in (cell if isinstance(cell, tuple) else (cell,)) if isinstance(box, Choice))

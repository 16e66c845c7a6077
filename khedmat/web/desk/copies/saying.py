"""The boxes of a copy in words: what the national card says, what the province says."""

from typing import Any, NamedTuple

from khedmat.cards.copies.boxes import MAY_DIFFER, NEVER, Overrides
from khedmat.cards.copies.effective import effective
from khedmat.cards.form import Card, Document
from khedmat.cards.rules.labels import field_label
from khedmat.web.desk.fields import FIELDS

SAY = {field.path: field for field in FIELDS}


class Said(NamedTuple):
    """A box in both writings; `own` None where the box follows the national card."""

    box: str
    title: Any
    national: str | None
    own: str | None
    is_own: bool


def title_of(box: str) -> Any:
    return SAY[box].title if box in SAY else field_label(f"card.{box}")


def said(box: str, document: Document) -> str | None:
    return SAY[box].say(document.card or Card()) or None


def boxes_said(template: Document, overrides: Overrides) -> list[Said]:
    """Every box that may differ, in the order of the form."""
    local = effective(template, overrides)
    return [
        Said(box, title_of(box), said(box, template), said(box, local) if box in overrides else None, box in overrides)
        for box in MAY_DIFFER
    ]


def closed() -> list[tuple[Any, list[Any]]]:
    """Why → the boxes that are one for the whole country for this reason."""
    reasons: dict[str, list[Any]] = {}
    for box, why in NEVER.items():
        title = title_of(box)
        if title and box != "filled_by":
            reasons.setdefault(str(why), []).append(title)
    return list(reasons.items())

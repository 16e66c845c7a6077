"""The score of a card: five bars that fold open to what was lost, and where it is won back."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from django import template
from django.urls import reverse

from khedmat.cards import score as cards
from khedmat.web import words
from khedmat.web.desk import fields
from khedmat.web.desk.editor import sections

register = template.Library()
LEVELS = ((0.85, "good"), (0.5, "mind"), (0.0, "seal"))


class Lost(NamedTuple):
    points: str
    why: str
    href: str


class Bar(NamedTuple):
    """A part as a bar of a hundred units, drawn from the right."""

    label: str
    points: str
    of: str
    width: float
    tone: str
    losses: list[Lost]

    @property
    def start(self) -> float:
        return round(100 - self.width, 1)


@register.inclusion_tag("ui/score.html")
def score(found: cards.Score, version: Any = None, query: str = "") -> dict[str, Any]:
    """{% score score version query %} – five bars. With a version, a loss leads to its page of the editor."""
    way_to = partial(_way_to, version=version, query=query)
    return {"total": found.total, "bars": [_bar(part, way_to) for part in found.parts]}


def _bar(part: cards.Part, way_to: Callable[[str], str]) -> Bar:
    share = part.points / part.of
    tone = next(name for least, name in LEVELS if share >= least)
    losses = [Lost(_points(loss.points), loss.why, way_to(loss.path or "")) for loss in part.losses]
    return Bar(part.label, _points(part.points), _points(part.of), round(share * 100, 1), tone, losses)


def _points(tenths: int) -> str:
    return words.number(tenths / 10)


def _way_to(path: str, *, version: Any, query: str) -> str:
    """The box of a loss on this page, or on its page of the editor as it is open now; nothing for what is no box."""
    if version is None:
        box = fields.owner_of(path)
        return f"#box-{box.path}" if box else ""
    owner = sections.owner_of(path)
    if owner is None:
        return ""
    page = reverse("web:desk-edit", args=[version.pk, owner[0].slug])
    return f"{page}{'?' if query else ''}{query}#box-{owner[1].path}"

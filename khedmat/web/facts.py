"""What people compare in a list before they open a card: cost, time, visits, how much is electronic."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards import form
from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.web import glance, words
from khedmat.web.journey import WAY_TEXT, way


class Fact(NamedTuple):
    """One fact of a row, with what it is about and whether the form says it."""

    icon: str
    title: Promise
    text: str | None
    state: glance.State


class Part(NamedTuple):
    """The piece of the contract that a fact is read from."""

    path: str
    icon: str
    title: Promise
    say: Callable[[form.Card], str | None]


PARTS = (
    Part("cost", "coin", _("هزینه"), lambda card: words.cost(card.cost)),
    Part("average_duration", "clock", _("مدت"), lambda card: words.duration(card.average_duration)),
    Part("visits", "walk", _("مراجعهٔ حضوری"), lambda card: words.visits(card.visits)),
    Part("stages", "website", _("شیوه"), lambda card: WAY_TEXT[way(card)]()),
)


SHOWN = ("title", "service_type", "level", "life_events", "undecided", "service__code", "service__owner__name")


def published() -> VersionQuerySet:
    """Published versions as a list shows them: what a row says, and of the content the pieces of its facts."""
    pieces = {f"said_{part.path}": F(f"content__{part.path}") for part in PARTS}
    return ServiceVersion.objects.published().for_list().annotate(**pieces).only(*SHOWN)


def facts(version: Any) -> list[Fact]:
    """The facts of a version of `published`, in one order in every row."""
    card = form.card_from_contract({part.path: getattr(version, f"said_{part.path}") for part in PARTS})
    return [_fact(part, part.say(card), version.undecided) for part in PARTS]


def _fact(part: Part, text: str | None, undecided: list[str]) -> Fact:
    return Fact(part.icon, part.title, text, glance.state(text, (part.path,), undecided))

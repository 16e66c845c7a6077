"""A card as answers to the questions people have, each with the section of the form it stands in."""

from collections.abc import Collection
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from django.utils.translation import gettext as _

from khedmat.cards import form
from khedmat.cards.outline import stages
from khedmat.cards.vocabulary import labels
from khedmat.core.jalali import long
from khedmat.web import words

State = Literal["said", "unsaid", "unclear"]


class Answer(NamedTuple):
    """A question, what the form answers and where. `state` keeps "not said" and "not clear" apart."""

    question: str
    text: str | None
    state: State
    section: int
    icon: str
    note: str | None = None
    national: str | None = None  # what the national card answers, where a province answers otherwise


class Asked(NamedTuple):
    """What is needed to give one answer."""

    question: str
    text: str | None
    paths: tuple[str, ...]
    section: int
    icon: str
    note: str | None = None


def state(said: object, paths: Collection[str], undecided: Collection[str]) -> State:
    """A value wins; else an undecided mark below one of the paths; else the form does not say."""
    if said not in (None, [], ""):
        return "said"
    return "unclear" if any(inside(name, paths) for name in undecided) else "unsaid"


def inside(name: str, paths: Collection[str]) -> bool:
    """Whether a dotted name is one of the paths or stands below it."""
    return any(f"{name}.".startswith(f"{path}.") for path in paths)


def answers(card: form.Card, undecided: Collection[str], *, priced_until: date | None = None) -> list[Answer]:
    """The six boxes at the head of the page; `priced_until`: the day on which the first of its prices runs out."""
    return [
        Answer(ask.question, ask.text, state(ask.text, ask.paths, undecided), ask.section, ask.icon, ask.note)
        for ask in (_whom(card), _long(card), _much(card, priced_until), _come(card), _often(card), _start(card))
    ]


def _whom(card: form.Card) -> Asked:
    kinds = words.joined("service_type", card.service_type)
    text, note = (card.audience, kinds) if card.audience else (kinds, None)
    return Asked(_("برای چه کسی؟"), text, ("audience", "service_type"), 4, "people", note)


def _long(card: form.Card) -> Asked:
    said = words.duration(card.average_duration)
    note = _("زمان یک مراجعه است، نه زمان کامل خدمت.") if card.average_duration.basis == "visit" else None
    return Asked(_("چقدر طول می‌کشد؟"), said, ("average_duration",), 5, "clock", note)


def _much(card: form.Card, priced_until: date | None) -> Asked:
    paid_online = any(map(attrgetter("electronic"), card.cost.items))
    notes = {
        _("پرداخت الکترونیکی ممکن است."): paid_online,
        _("تا %(day)s معتبر است.") % {"day": long(priced_until) if priced_until else ""}: priced_until,
    }
    note = " ".join(words for words, is_so in notes.items() if is_so) or None
    return Asked(_("چقدر هزینه دارد؟"), words.cost(card.cost), ("cost",), 5, "coin", note)


def _come(card: form.Card) -> Asked:
    return Asked(_("چند بار باید حضوری رفت؟"), words.visits(card.visits), ("visits",), 5, "walk", reasons(card))


def _often(card: form.Card) -> Asked:
    note = words.recipients(card.recipients)
    return Asked(_("هر نفر چند بار می‌گیرد؟"), words.frequency(card.frequency), ("frequency",), 5, "repeat", note)


def _start(card: form.Card) -> Asked:
    said = words.joined("start_trigger", card.start_trigger)
    return Asked(_("چگونه آغاز می‌شود؟"), said, ("start_trigger",), 4, "flag", card.start_trigger_text)


def reasons(card: form.Card) -> str | None:
    """Why one must come, over all stages, each reason once."""
    given = dict.fromkeys(chain.from_iterable(map(why, stages(card))))
    return _("چرا: %(reasons)s") % {"reasons": "، ".join(given)} if given else None


def why(stage: form.StageAccess) -> list[str]:
    """The ticked reasons of one stage; «سایر» gives way to its own text."""
    told_in_words = "other" if stage.visit_reason_text else ""
    ticked = labels("visit_reason", filter(told_in_words.__ne__, stage.visit_reasons))
    return list(filter(None, (*ticked, stage.visit_reason_text)))

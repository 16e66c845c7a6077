"""The four stages of section 6 as a road: how each is given, through which doors, and why one must come."""

from collections.abc import Collection
from typing import Literal, NamedTuple, get_args

from django.utils.translation import gettext as _

from khedmat.cards import form
from khedmat.cards.vocabulary import StageName, label, labels
from khedmat.web.glance import inside, why

Mode = Literal["electronic", "paper", "both", "neither", "unsaid", "unclear"]
Way = Literal["whole", "part", "none", "unsaid"]


class Door(NamedTuple):
    """A channel: its code (which is its icon) and what it is called."""

    code: str
    text: str


class Stop(NamedTuple):
    """One stage on the road."""

    name: StageName
    title: str
    mode: Mode
    said: str
    doors: tuple[Door, ...]
    places: tuple[str, ...]
    reasons: tuple[str, ...]
    doubt: bool


def journey(card: form.Card, undecided: Collection[str]) -> list[Stop]:
    """The stages in printed order."""
    return [_stop(name, getattr(card.stages, name), undecided) for name in get_args(StageName)]


def _stop(name: StageName, stage: form.StageAccess, undecided: Collection[str]) -> Stop:
    marks = (f"stages.{name}.electronic", f"stages.{name}.non_electronic")
    doubt = any(inside(path, (f"stages.{name}",)) for path in undecided)
    way = mode(stage, unclear=not set(marks).isdisjoint(undecided))
    places = tuple(labels("visit_level", stage.visit_levels))
    return Stop(name, label("stage", name), way, MODE_TEXT[way](), doors(stage), places, tuple(why(stage)), doubt)


MODE_TEXT = {
    "electronic": lambda: _("الکترونیکی"),
    "paper": lambda: _("غیرالکترونیکی"),
    "both": lambda: _("هم الکترونیکی، هم غیرالکترونیکی"),
    "neither": lambda: _("هیچ‌یک تیک نخورده است"),
    "unsaid": lambda: _("ذکر نشده"),
    "unclear": lambda: _("در فرم روشن نیست"),
}
MODES: dict[tuple[bool, bool], Mode] = {(True, True): "both", (True, False): "electronic", (False, True): "paper"}


def mode(stage: form.StageAccess, *, unclear: bool) -> Mode:
    """What the two boxes of a stage say together; two empty boxes are not the same as two crossed ones."""
    ticked = (bool(stage.electronic), bool(stage.non_electronic))
    if ticked in MODES:
        return MODES[ticked]
    if unclear:
        return "unclear"
    return "neither" if (stage.electronic, stage.non_electronic) == (False, False) else "unsaid"


def doors(stage: form.StageAccess) -> tuple[Door, ...]:
    """The channels; «سایر» and the like carry the words written beside them."""
    beside = {"other": stage.channel_other_text, "counter_office_like": stage.counter_office_like_title}
    return tuple(Door(code, beside.get(code) or label("channel", code)) for code in stage.channels)


def way(card: form.Card) -> Way:
    """How much of the service is electronic: «نیمه‌الکترونیکی» is part, whatever the reason."""
    modes = {mode(getattr(card.stages, name), unclear=False) for name in get_args(StageName)}
    if modes <= {"unsaid", "neither"}:
        return "unsaid"
    if not modes & {"electronic", "both"}:
        return "none"
    return "whole" if modes == {"electronic"} else "part"


WAY_TEXT = {
    "whole": lambda: _("الکترونیکی"),
    "part": lambda: _("نیمه‌الکترونیکی"),
    "none": lambda: _("غیرالکترونیکی"),
    "unsaid": lambda: None,
}

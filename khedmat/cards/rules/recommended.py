"""C02: what a card should say, and the marks that cannot be read."""

from collections.abc import Iterator
from functools import partial
from itertools import chain, filterfalse

from pydantic import BaseModel

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import empty_box
from khedmat.cards.rules.mandatory import MANDATORY, UNREADABLE
from khedmat.cards.rules.reading import blank, card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule

RECOMMENDED = ("audience", "documents", "laws", "processes", "diagram", "filled_by", "recipients", "average_duration")
_OUTSIDE = ("permits", "inquiries", "services")


def _silent_or_unread(document: Document) -> Iterator[Breach]:
    return chain(map(empty_box, _silent(document)), map(partial(empty_box, unread=True), _lost_marks(document)))


def _silent(document: Document) -> Iterator[str]:
    card = card_of(document)
    names = RECOMMENDED if document.card else ()
    return (f"card.{name}" for name in names if not any((doubtful(document, name), _speaks(getattr(card, name)))))


def _lost_marks(document: Document) -> Iterator[str]:
    """Lost marks of every box that C01 does not speak of."""
    names = (name.removeprefix("card.") for name in document.undecided)
    return map(_path_of, filterfalse(MANDATORY.__contains__, names))


def _path_of(name: str) -> str:
    return name if name.startswith(_OUTSIDE) else f"card.{name}"


def _speaks(value: object) -> bool:
    """A part of the card speaks when any of its members does; zero and "no" are words too."""
    if isinstance(value, str):
        return not blank(value)
    if isinstance(value, BaseModel):
        return any(map(_speaks, vars(value).values()))
    return any(map(_speaks, value)) if isinstance(value, list) else value is not None


RULES = (
    Rule(
        id="C02",
        severity="A",
        fields=tuple(f"card.{name}" for name in RECOMMENDED),
        kinds=("service_card", "service_list", "permit_list"),
        condition=_silent_or_unread,
        unread=UNREADABLE,
        message="«%(row)s» خالی است.",
        fix="«%(row)s» را بنویسید؛ اگر وجود ندارد، همین را صریح بنویسید.",
        example="قوانین و مقررات بالادستی: (خالی)",
    ),
)

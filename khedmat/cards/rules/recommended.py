"""C02: what a card should say, marks that cannot be read, and reasons that are none."""

from collections.abc import Iterator
from itertools import chain, filterfalse

from pydantic import BaseModel

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.conditions import empty_box
from khedmat.cards.rules.emptiness import UNREADABLE, left_empty
from khedmat.cards.rules.mandatory import MANDATORY
from khedmat.cards.rules.not_applicable import MAY_NOT_APPLY, is_excused, poor_reason
from khedmat.cards.rules.reading import blank, card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule

RECOMMENDED = ("audience", "documents", "laws", "processes", "diagram", "filled_by", "recipients", "average_duration")
_OUTSIDE = ("permits", "inquiries", "services")
_ELSEWHERE = {f"card.{name}" for name in (*MANDATORY, *RECOMMENDED)}


def _silent_or_unread(document: Document) -> Iterator[Breach]:
    silent = (left_empty(document, path) for path in (*_silent(document), *_badly_excused(document)))
    return chain(chain.from_iterable(silent), (empty_box(path, UNREADABLE) for path in _lost_marks(document)))


def _silent(document: Document) -> Iterator[str]:
    card = card_of(document)
    names = RECOMMENDED if document.card else ()
    return (f"card.{name}" for name in names if not any((doubtful(document, name), speaks(getattr(card, name)))))


def _badly_excused(document: Document) -> Iterator[str]:
    """Other boxes that nobody has to fill in, but whose emptiness was given a reason that is none."""
    told = (path for path in document.not_applicable if path in MAY_NOT_APPLY and path not in _ELSEWHERE)
    return (path for path in told if poor_reason(document, path) is not None and not says(card_of(document), path))


def _lost_marks(document: Document) -> Iterator[str]:
    """Lost marks of every box that C01 does not speak of."""
    names = (name.removeprefix("card.") for name in document.undecided)
    paths = map(_path_of, filterfalse(MANDATORY.__contains__, names))
    return (path for path in paths if not is_excused(document, path))


def _path_of(name: str) -> str:
    return name if name.startswith(_OUTSIDE) else f"card.{name}"


def says(card: Card, path: str) -> bool:
    """Whether anything is said at a path of the card."""
    value: object = card
    for name in path.split(".")[1:]:
        value = getattr(value, name)
    return speaks(value)


def speaks(value: object) -> bool:
    """A part of the card speaks when any of its members does; zero and "no" are words too."""
    if isinstance(value, str):
        return not blank(value)
    if isinstance(value, BaseModel):
        return any(map(speaks, vars(value).values()))
    return any(map(speaks, value)) if isinstance(value, list) else value is not None


RULES = (
    Rule(
        id="C02",
        severity="A",
        fields=tuple(f"card.{name}" for name in RECOMMENDED),
        kinds=("service_card", "service_list", "permit_list"),
        condition=_silent_or_unread,
        message="«%(row)s» خالی است.",
        fix="«%(row)s» را بنویسید؛ اگر وجود ندارد، علت آن را بنویسید.",
        example="قوانین و مقررات بالادستی: (خالی)",
    ),
)

"""C02: what a card should say, and the marks that cannot be read."""

from collections.abc import Iterator

from pydantic import BaseModel

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.mandatory import MANDATORY, UNREADABLE
from khedmat.cards.rules.reading import blank, card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule

RECOMMENDED = ("audience", "documents", "laws", "processes", "diagram", "filled_by", "recipients", "average_duration")
_OUTSIDE = ("permits", "inquiries", "services")


def _silent_or_unread(document: Document) -> Iterator[Breach]:
    for name in RECOMMENDED if document.card else ():
        if not (doubtful(document, name) or _speaks(getattr(card_of(document), name))):
            yield Breach(f"card.{name}", {"row": field_label(f"card.{name}")})
    for path in _lost_marks(document):
        yield Breach(path, {"row": field_label(path)}, unread=True)


def _lost_marks(document: Document) -> Iterator[str]:
    """Lost marks of every box that C01 does not speak of."""
    for name in (name.removeprefix("card.") for name in document.undecided):
        if name not in MANDATORY:
            yield name if name.startswith(_OUTSIDE) else f"card.{name}"


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

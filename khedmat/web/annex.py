"""What the printed annex needs beside the card: the rows that each section prints, and how they are printed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from khedmat.cards import form
from khedmat.cards.identity_state import IdentityState, identity_state
from khedmat.cards.models import ServiceVersion
from khedmat.cards.printing.drawing import draw
from khedmat.cards.vocabulary import label
from khedmat.web import words
from khedmat.web.later import later
from khedmat.web.sheets import inquiries, sheets

# The boxes that the form prints at each stage; the others are offered nowhere on that line.
INFORMATION = "website mobile_app email post phone sms other"
COUNTER = "website mobile_app email post phone sms counter_office counter_office_like other"
PRINTED = {
    "information": INFORMATION,
    "request": COUNTER,
    "production": "website intranet email other",
    "delivery": COUNTER,
}


class Print(NamedTuple):
    """How the annex is printed. `is_whole`: every box, also empty ones, the accounts and the filler."""

    is_whole: bool = False
    is_blank: bool = False
    is_explained: bool = False
    reasons: Mapping[str, str] = {}


class Identity(NamedTuple):
    """The box of the ID: what stands in it and how far the service has come."""

    code: str | None
    state: IdentityState | None


def annex(version: ServiceVersion) -> dict[str, Any]:
    """The context of the full card. Without the filler and the accounts: a public page never knows them."""
    return {"version": version} | _printed(version, version.public_card, is_whole=False)


def annex_inside(version: ServiceVersion) -> dict[str, Any]:
    """The same for those inside: every box of the paper form, who filled it in too."""
    return {"version": version} | _printed(version, version.card, is_whole=True)


def _printed(version: ServiceVersion, card: form.Card, *, is_whole: bool) -> dict[str, Any]:
    state = identity_state(version)
    document = version.document.model_copy(update={"card": card})
    return {
        "undecided": version.undecided,
        "identity": Identity(version.service.code or card.service_id, state),
        "print": Print(is_whole=is_whole, reasons=document.not_applicable),
        **boxes_of(document, card),
    }


def boxes_of(document: form.Document, card: form.Card) -> dict[str, Any]:
    """The ten sections and the two forms as rows to print."""
    stages = [(name, label("stage", name), getattr(card.stages, name), printed) for name, printed in PRINTED.items()]
    said = {
        "duration": words.duration(card.average_duration),
        "visits": words.visits(card.visits),
        "cost": words.cost(card.cost),
    }
    return {
        "card": card,
        "stages": stages,
        "said": said,
        "drawing": draw(card.diagram),
        "later": later(card),
        "sheets": sheets(document),
        "inquiries": inquiries(document),
    }

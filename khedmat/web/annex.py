"""What the printed annex needs beside the card: the rows that each section prints."""

from typing import Any

from khedmat.cards.form import Document, Inquiry
from khedmat.cards.models import ServiceVersion
from khedmat.cards.vocabulary import label
from khedmat.web import words
from khedmat.web.drawing import draw
from khedmat.web.later import later
from khedmat.web.permit_words import FORM_TWO, Cell, action_of, cells, sheets

# The boxes that the form prints at each stage; the others are offered nowhere on that line.
INFORMATION = "website mobile_app email post phone sms other"
COUNTER = "website mobile_app email post phone sms counter_office counter_office_like other"
PRINTED = {
    "information": INFORMATION,
    "request": COUNTER,
    "production": "website intranet email other",
    "delivery": COUNTER,
}


def annex(version: ServiceVersion) -> dict[str, Any]:
    """The context of the full card. Without the filler and the accounts: a public page never knows them."""
    card = version.public_card
    stages = [(name, label("stage", name), getattr(card.stages, name), printed) for name, printed in PRINTED.items()]
    said = {
        "duration": words.duration(card.average_duration),
        "recipients": words.recipients(card.recipients),
        "frequency": words.frequency(card.frequency),
        "visits": words.visits(card.visits),
        "cost": words.cost(card.cost),
    }
    return {
        "version": version,
        "card": card,
        "undecided": version.undecided,
        "stages": stages,
        "said": said,
        "drawing": draw(card.diagram),
        "later": later(card),
        "sheets": sheets(version.document),
        "inquiries": inquiries(version.document),
    }


def inquiries(document: Document) -> list[tuple[Inquiry, str | None, list[Cell]]]:
    """Form 2 row by row: the inquiry, the action it is for, its boxes."""
    return [
        (row, action_of(row), cells(row, FORM_TWO, path=f"inquiries.{place}", undecided=document.undecided))
        for place, row in enumerate(document.inquiries)
    ]

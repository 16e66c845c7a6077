"""«Not applicable, because …» is an answer: which boxes may take it, and what is a reason."""

from functools import lru_cache

from khedmat.cards.form import Document
from khedmat.cards.rules.reading import words
from khedmat.cards.rules.words import word_set

# Every service has a title, an agency and a description, and whoever fills the form in is somebody. Of the four
# stages any may be left out, but not all: a service that is given nowhere is none (C01).
MAY_NOT_APPLY = (
    "card.parent_agency",
    "card.service_type",
    "card.audience",
    "card.nature",
    "card.level",
    "card.life_events",
    "card.start_trigger",
    "card.leads_to_permit",
    "card.documents",
    "card.laws",
    "card.recipients",
    "card.average_duration",
    "card.frequency",
    "card.visits",
    "card.cost",
    "card.url",
    "card.system_name",
    "card.stages.information",
    "card.stages.request",
    "card.stages.production",
    "card.stages.delivery",
    "card.internal_systems",
    "card.external_inquiries",
    "card.processes",
    "card.diagram",
)
LEAST_WORDS = 3
LEAST_TELLING = 2


def is_excused(document: Document, path: str) -> bool:
    """Whether somebody said why this box has no answer for this service."""
    return path in MAY_NOT_APPLY and is_reason(document.not_applicable.get(path, ""))


def poor_reason(document: Document, path: str) -> str | None:
    """What was written as a reason and is none; None where nothing was written or the reason is one."""
    reason = document.not_applicable.get(path)
    return None if reason is None or is_excused(document, path) else reason


@lru_cache(maxsize=4096)
def is_reason(text: str) -> bool:
    """At least three words, two of which say more than that the box is empty; «ندارد» or dots are no reason."""
    said = set(words(text))
    telling = [word for word in said - word_set("no_reason") if len(set(word)) > 1]
    return len(said) >= LEAST_WORDS and len(telling) >= LEAST_TELLING

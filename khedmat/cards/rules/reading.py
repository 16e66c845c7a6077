"""How rules look at a document: its card, what is in doubt, its texts with their paths, its stages."""

from collections.abc import Iterator
from functools import lru_cache

from khedmat.cards.form import Card, Document, StageAccess
from khedmat.cards.vocabulary import StageName
from khedmat.core.persian import key

EMPTY = Card()
STAGES: tuple[StageName, ...] = ("information", "request", "production", "delivery")
PUBLIC_STAGES: tuple[StageName, ...] = ("information", "request", "delivery")
_PLAIN = (
    "title",
    "executive_agency",
    "parent_agency",
    "description",
    "audience",
    "life_event_text",
    "start_trigger_text",
    "system_name",
    "parent_service_title",
    "service_hours",
    "forms",
    "faq",
    "responsible_unit",
)
_LISTS = ("documents", "laws", "processes")
_STAGE_TEXTS = ("channel_other_text", "counter_office_like_title", "visit_reason_text")
_PERMIT_TEXTS = ("title", "legal_basis", "documents", "validity", "supervisors", "steps", "conditions", "notes")


def card_of(document: Document) -> Card:
    """The card; an empty one where the document is no card."""
    return document.card or EMPTY


def doubtful(document: Document, path: str) -> bool:
    """Whether the marks of a box, of a part of it or of the whole it belongs to cannot be read. Path below `card`."""
    return any(
        name == path or name.startswith(path + ".") or path.startswith(name + ".")
        for name in (one.removeprefix("card.") for one in document.undecided)
    )


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """`key`, remembered: a dozen rules fold the same text."""
    return key(text)


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(plain(text).split())


@lru_cache(maxsize=16384)
def letters(text: str) -> str:
    """The folded letters of a text, for comparing."""
    return plain(text).replace(" ", "")


def blank(text: str | None) -> bool:
    """Nothing, or nothing but dots and dashes."""
    return not text or not letters(text)


def stage_of(document: Document, name: str) -> StageAccess:
    """One of the four stages."""
    found = getattr(card_of(document).stages, name)
    assert isinstance(found, StageAccess)
    return found


def stages_of(document: Document, *names: StageName) -> Iterator[tuple[str, StageAccess]]:
    """(path below card, stage) of the named stages, of all four without names."""
    for name in names or STAGES:
        yield f"stages.{name}", stage_of(document, name)


def attends(stage: StageAccess) -> bool:
    """Somebody has to come in person at this stage."""
    return stage.non_electronic is True or bool(stage.visit_levels)


def is_untouched(stage: StageAccess) -> bool:
    """Nothing is ticked or written at this stage."""
    return not any(
        (
            stage.electronic,
            stage.non_electronic,
            stage.channels,
            stage.visit_levels,
            stage.visit_reasons,
            stage.visit_reason_text,
            stage.channel_other_text,
        )
    )


def is_electronic(document: Document) -> bool:
    """Some stage that the recipient meets is ticked electronic."""
    return any(stage.electronic for _, stage in stages_of(document, *PUBLIC_STAGES))


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """(path, text) of everything written that may be shown: never who filled the form in, never an account number."""
    for path, text in (*_card_texts(card_of(document)), *_row_texts(document)):
        if text:
            yield path, text


def _card_texts(card: Card) -> Iterator[tuple[str, str | None]]:
    for name in _PLAIN:
        yield f"card.{name}", getattr(card, name)
    for name in _LISTS:
        for place, text in enumerate(getattr(card, name)):
            yield f"card.{name}.{place}", text
    yield "card.average_duration.text", card.average_duration.text
    yield "card.visits.text", card.visits.text
    yield "card.cost.text", card.cost.text
    for place, item in enumerate(card.cost.items):
        yield f"card.cost.items.{place}.text", item.text if item.text != card.cost.text else None
    for place, box in enumerate(card.diagram.boxes):
        yield f"card.diagram.boxes.{place}", box


def _row_texts(document: Document) -> Iterator[tuple[str, str | None]]:
    card = card_of(document)
    for path, stage in stages_of(document):
        for name in _STAGE_TEXTS:
            yield f"card.{path}.{name}", getattr(stage, name)
    for place, system in enumerate(card.internal_systems):
        yield f"card.internal_systems.{place}.system", system.system
        yield f"card.internal_systems.{place}.fields", system.fields
    for place, row in enumerate(card.external_inquiries):
        for name in ("agency", "system", "fields", "notes"):
            yield f"card.external_inquiries.{place}.{name}", getattr(row, name)
    for place, permit in enumerate(document.permits):
        for name in _PERMIT_TEXTS:
            yield f"permits.{place}.{name}", getattr(permit, name)

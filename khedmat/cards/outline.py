"""What follows from a card without asking anybody: its public part, its search text, whether it is electronic."""

from khedmat.cards.form import Card, Cost, FilledBy, StageAccess
from khedmat.core.persian import key, squeeze

LONGEST_SEARCH_TEXT = 20_000


def public_card(card: Card) -> Card:
    """Without who filled it in and without account numbers, which are bait for fraud."""
    items = [item.model_copy(update={"account": None}) for item in card.cost.items]
    cost = Cost.model_construct(**{**dict(card.cost), "items": items})
    return card.model_copy(update={"cost": cost, "filled_by": FilledBy()})


def stages(card: Card) -> list[StageAccess]:
    return [card.stages.information, card.stages.request, card.stages.production, card.stages.delivery]


def is_electronic(card: Card) -> bool | None:
    """Some stage is electronic; None when no stage says anything."""
    if any(stage.electronic for stage in stages(card)):
        return True
    said = any(stage.electronic is False or stage.non_electronic is not None for stage in stages(card))
    return False if said else None


def needs_visit(card: Card) -> bool | None:
    """Some stage is in person or on paper; None when no stage says anything."""
    if any(stage.non_electronic for stage in stages(card)):
        return True
    said = any(stage.non_electronic is False or stage.electronic is not None for stage in stages(card))
    return False if said else None


def search_text(card: Card) -> str:
    """The folded words that searching looks at; the title once more without spaces, for joined spellings."""
    parts = [
        card.title,
        card.service_id,
        card.executive_agency,
        card.audience,
        card.system_name,
        card.life_event_text,
        card.start_trigger_text,
        card.description,
        *card.documents,
        *card.processes,
        *card.laws,
    ]
    words = key(" ".join(part for part in parts if part))
    return f"{squeeze(card.title or '')} {words}".strip()[:LONGEST_SEARCH_TEXT]

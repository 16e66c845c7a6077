"""What follows from a card without asking anybody: its public part, its search text, whether it is electronic."""

from operator import attrgetter
from typing import Any

from khedmat.cards.form import Card, Cost, FilledBy, StageAccess, in_order, prune
from khedmat.core.persian import key, squeeze

LONGEST_SEARCH_TEXT = 20_000


def public_card(card: Card) -> Card:
    """Without who filled it in and without account numbers, which are bait for fraud."""
    items = [item.model_copy(update={"account": None}) if item.account else item for item in card.cost.items]
    cost = Cost.model_construct(**{**dict(card.cost), "items": items})
    return card.model_copy(update={"cost": cost, "filled_by": FilledBy()})


def public_content(content: dict[str, Any]) -> dict[str, Any]:
    """The same of a card as it is kept in the contract's words, its names in the order of the form."""
    found = in_order(content, Card) | {"filled_by": None}
    return found | {"cost": prune(_without_accounts(found["cost"]))} if found["cost"] else found


def _without_accounts(cost: dict[str, Any]) -> dict[str, Any]:
    return cost | {"items": [item and item | {"account": None} for item in cost["items"] or []]}


def stages(card: Card) -> list[StageAccess]:
    return [card.stages.information, card.stages.request, card.stages.production, card.stages.delivery]


def is_electronic(card: Card) -> bool | None:
    """Some stage is electronic; None when no stage says anything."""
    return _at_some_stage(card, "electronic")


def needs_visit(card: Card) -> bool | None:
    """Some stage is in person or on paper; None when no stage says anything."""
    return _at_some_stage(card, "non_electronic")


def _at_some_stage(card: Card, box: str) -> bool | None:
    if any(map(attrgetter(box), stages(card))):
        return True
    return False if any(map(_speaks, stages(card))) else None


def _speaks(stage: StageAccess) -> bool:
    """One of the two boxes is marked or crossed out."""
    return (stage.electronic, stage.non_electronic) != (None, None)


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
    words = key(" ".join(filter(None, parts)))
    return f"{squeeze(card.title or '')} {words}".strip()[:LONGEST_SEARCH_TEXT]

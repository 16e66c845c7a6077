"""How rules look at a document: its card, what is in doubt, folded words, its stages."""

from collections.abc import Iterator
from functools import lru_cache

from khedmat.cards.form import Card, Document, StageAccess
from khedmat.cards.vocabulary import StageName
from khedmat.core.persian import key

EMPTY = Card()
STAGES: tuple[StageName, ...] = ("information", "request", "production", "delivery")
PUBLIC_STAGES: tuple[StageName, ...] = ("information", "request", "delivery")


def card_of(document: Document) -> Card:
    """The card; an empty one where the document is no card."""
    return document.card or EMPTY


def doubtful(document: Document, path: str) -> bool:
    """Whether the marks of a box, of a part of it or of the whole it belongs to cannot be read. Path below `card`."""
    return any(_touch(name.removeprefix("card."), path) for name in document.undecided)


def _touch(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`key`, remembered: a dozen rules fold the same text."""
    return key(text)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(plain(text).split())


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The folded letters of a text, for comparing."""
    return plain(text).replace(" ", "")


def is_telling(word: str) -> bool:
    """Long enough to be no «از», «که» or «هر» of any sentence."""
    return len(word) > 3


def blank(text: str | None) -> bool:
    """Nothing, or nothing but dots and dashes."""
    return not letters(text or "")


def stage_of(document: Document, name: StageName) -> StageAccess:
    """One of the four stages."""
    stage: StageAccess = getattr(card_of(document).stages, name)
    return stage


def attends(stage: StageAccess) -> bool:
    """Somebody has to come in person at this stage."""
    return any((stage.non_electronic, stage.visit_levels))


def is_untouched(stage: StageAccess) -> bool:
    """Nothing is ticked or written at this stage."""
    signs = (stage.electronic, stage.non_electronic, stage.channels, stage.channel_other_text, gives_reason(stage))
    return not any((*signs, stage.visit_levels))


def gives_reason(stage: StageAccess) -> bool:
    """A reason for coming is ticked or written."""
    return any((stage.visit_reasons, not blank(stage.visit_reason_text)))


def public_stages(document: Document) -> Iterator[tuple[str, StageAccess]]:
    """(path, stage) of the three stages that the recipient meets."""
    return ((f"card.stages.{name}", stage_of(document, name)) for name in PUBLIC_STAGES)


def stages(document: Document) -> Iterator[tuple[str, StageAccess]]:
    """(path, stage) of all four stages."""
    return ((f"card.stages.{name}", stage_of(document, name)) for name in STAGES)


def is_electronic(document: Document) -> bool:
    """Some stage that the recipient meets is ticked electronic."""
    return any(stage.electronic for _, stage in public_stages(document))


def have_no_mark(document: Document) -> bool:
    """Nothing is ticked or written at any stage."""
    return all(is_untouched(stage) for _, stage in stages(document))

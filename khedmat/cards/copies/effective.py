"""The card that holds in a province: the national one, with the boxes that the province writes for itself. Pure."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from khedmat.cards.canonical import content_of
from khedmat.cards.copies.boxes import Overrides
from khedmat.cards.editing import value_at, whole, written
from khedmat.cards.editing.boxes import REASONS
from khedmat.cards.form import Card, Document


def effective(template: Document, overrides: Overrides) -> Document:
    """What the template leaves unclear or calls not applicable is neither where the province says something."""
    own = {f"card.{box}": value for box, value in overrides.items()}
    excused = {f"{REASONS}{path}": "" for path in filter(_inside(own), template.not_applicable)}
    unclear = [path for path in template.undecided if not _inside(own)(whole(path))]
    return written(template, own | excused).model_copy(update={"undecided": unclear, "trace": template.trace})


def _inside(boxes: Iterable[str]) -> Callable[[str], bool]:
    """Whether a whole path is one of the boxes or stands in one."""
    prefixes = tuple(map("{}.".format, boxes))
    return lambda path: f"{path}.".startswith(prefixes)


def own_value(document: Document, box: str) -> Any:
    """What a document says in a whole box, in the contract's words."""
    return value_at(content_of(document.card or Card()), box)


def differing(overrides: Overrides, content: Mapping[str, Any]) -> Overrides:
    """Those that say something else than the template's content."""
    return {box: value for box, value in overrides.items() if value != value_at(content, box)}

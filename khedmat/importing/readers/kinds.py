"""Which kind of document it is."""

import re
from dataclasses import dataclass
from functools import cached_property

from khedmat.core.sequences import count
from khedmat.importing.readers import kind_fields
from khedmat.importing.readers.blocks import TICKED
from khedmat.importing.readers.editions import edition
from khedmat.importing.readers.listing.recognition import is_list
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import answered, field_of

__all__ = ["edition", "is_guidance", "kind"]

_AGREEMENT = re.compile(r"توافق\s*نامه\s*(?:سطح\s*)?خدمت|بیانیه\s*توافق|بیانیه\s*سطح\s*خدمت")
_PERMIT = re.compile(r"مجوز|پروانه|جواز")


@dataclass(frozen=True)
class _Signs:
    """What the kind is told by: how much of a card, of a permit, of a list is printed and answered."""

    outline: Outline

    @cached_property
    def asked(self) -> int:
        """Fields of a card that are printed."""
        return len(kind_fields.CARD.intersection(map(field_of, self.outline.answers)))

    @cached_property
    def filled(self) -> int:
        """Fields of a card that are filled in."""
        return len(kind_fields.CARD.intersection(map(field_of, filter(answered, self.outline.answers))))

    @cached_property
    def titled(self) -> bool:
        return any(map(answered, self.outline.of(*kind_fields.TITLE)))

    @cached_property
    def permits(self) -> int:
        return count(field_of, self.outline.of(*kind_fields.PERMIT))

    def is_list(self) -> bool:
        return is_list(self.outline, self.filled)

    def is_permit_page(self) -> bool:
        return not self.titled and self.permits >= 2 and self.permits + 2 >= self.filled

    def is_permit_form(self) -> bool:
        """Form 1 or 2 and no card before it."""
        return not self.titled and "_permit_forms" in map(field_of, self.outline.answers[:1])

    def is_card(self) -> bool:
        return self._has_boxes() or bool(_AGREEMENT.search(self.outline.sheet.text))

    def _has_boxes(self) -> bool:
        return (self.titled and self.asked > 0) or self.asked >= 3 or self.filled >= 2

    def names_permit(self) -> bool:
        return self.permits > 0 and bool(_PERMIT.search(self.outline.sheet.text))


_KINDS = (
    (_Signs.is_list, "service_list"),
    (_Signs.is_permit_page, "permit_list"),
    (_Signs.is_permit_form, "permit_list"),
    (_Signs.is_card, "service_card"),
    (_Signs.names_permit, "permit_list"),
)


def kind(outline: Outline) -> str:
    """service_card, service_list, permit_list or other."""
    signs = _Signs(outline)
    return next((kind for holds, kind in _KINDS if holds(signs)), "other")


def is_guidance(outline: Outline) -> bool:
    """Only the explanations of the form: they begin it, and nobody ticked a box or got an ID."""
    text = outline.sheet.text
    begins = "_guidance" in map(field_of, outline.answers[:2])
    return begins and TICKED not in text and not service_ids.find(text)

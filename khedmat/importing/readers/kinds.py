"""Which kind of document it is."""

import re
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from khedmat.core.sequences import count, first_where
from khedmat.importing.readers import kind_fields
from khedmat.importing.readers.blocks import TICKED, Block
from khedmat.importing.readers.editions import edition
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import answered, block_of, field_of, is_numbered, plain_lines, text_of

__all__ = ["edition", "is_guidance", "kind"]

_AGREEMENT = re.compile(r"توافق\s*نامه\s*(?:سطح\s*)?خدمت|بیانیه\s*توافق|بیانیه\s*سطح\s*خدمت")
_LIST = re.compile(r"(?:فهرست|لیست)\s+(?:\S+\s+){0,3}خدمات|عناوین\s+خدمات|شناسنامه\s+خدمات")
_LIST_TITLE_WITHIN = 600  # characters
_PERMIT = re.compile(r"مجوز|پروانه|جواز")
_FEWEST_ROWS = 3


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
        return self._has_rows_with_ids() or (self.filled <= 3 and _rows_under_title(self.outline) >= _FEWEST_ROWS)

    def _has_rows_with_ids(self) -> bool:
        """Three and more IDs, on rows of their own."""
        texts = map(text_of, plain_lines(self.outline.sheet))
        ids = set(chain.from_iterable(map(service_ids.find, texts)))
        return len(ids) >= _FEWEST_ROWS and self.filled <= max(3, len(ids) // 2)

    def is_permit_page(self) -> bool:
        return not self.titled and self.permits >= 2 and self.permits + 2 >= self.filled

    def is_card(self) -> bool:
        return self._has_boxes() or bool(_AGREEMENT.search(self.outline.sheet.text))

    def _has_boxes(self) -> bool:
        return (self.titled and self.asked > 0) or self.asked >= 3 or self.filled >= 2

    def names_permit(self) -> bool:
        return self.permits > 0 and bool(_PERMIT.search(self.outline.sheet.text))


_KINDS = (
    (_Signs.is_list, "service_list"),
    (_Signs.is_permit_page, "permit_list"),
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


def _rows_under_title(outline: Outline) -> int:
    """Rows of a table whose header names title and number or ID; of a headed list without a table, the fewest."""
    header = first_where(partial(_is_in_header, outline), outline.of("title", "sub_title"))
    if header:
        return count(_is_row, outline.sheet.blocks[header.line.block + 1 :])
    return _FEWEST_ROWS if _is_numbered_list(outline) else 0


def _is_row(block: Block) -> bool:
    return block.filled >= 2


def _is_in_header(outline: Outline, title: Answer) -> bool:
    """At least every second cell is a label, and one of them only a list has."""
    row = outline.sheet.blocks[title.line.block]
    labels = {answer.field for answer in outline.answers if block_of(answer) == title.line.block}
    enough = row.filled >= 2 and 2 * len(labels) >= row.filled
    return enough and not labels.isdisjoint(kind_fields.OTHER_COLUMNS)


def _is_numbered_list(outline: Outline) -> bool:
    """A headed list without a table: numbered lines, and no label of a card."""
    if not _LIST.search(outline.sheet.text[:_LIST_TITLE_WITHIN]):
        return False
    numbered = count(is_numbered, map(text_of, outline.sheet.lines))
    return numbered >= _FEWEST_ROWS and count(_is_of_card, outline.answers) <= 1


def _is_of_card(answer: Answer) -> bool:
    return answer.field in kind_fields.CARD

"""Whether a document is a list of services: rows with IDs, a headed table of titles, or a headed list."""

import re
from functools import partial
from itertools import chain

from khedmat.core.persian import squeeze
from khedmat.core.sequences import count, first_where
from khedmat.importing.readers import kind_fields
from khedmat.importing.readers.blocks import Block, Sheet
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import field_of, is_numbered, plain_lines, text_of

_LIST = re.compile(r"(?:فهرست|لیست)\s+(?:\S+\s+){0,3}خدمات|عناوین\s+خدمات|شناسنامه\s+خدمات")
_LIST_TITLE_WITHIN = 600  # characters
_FEWEST_ROWS = 3
_NUMBERS_ROWS = {"ردیف"}


def is_list(outline: Outline, filled: int) -> bool:
    """`filled`: how many fields of a card the document answers; a card too may name other services."""
    return _has_rows_with_ids(outline.sheet, filled) or (filled <= 3 and _rows_under_title(outline) >= _FEWEST_ROWS)


def _has_rows_with_ids(sheet: Sheet, filled: int) -> bool:
    """Three and more IDs, on rows of their own."""
    texts = map(text_of, plain_lines(sheet))
    ids = set(chain.from_iterable(map(service_ids.find, texts)))
    return len(ids) >= _FEWEST_ROWS and filled <= max(3, len(ids) // 2)


def _rows_under_title(outline: Outline) -> int:
    """Rows of a table whose header names title and number or ID; of a headed list without a table, the fewest.

    A column of row numbers weighs as much as a row.
    """
    header = first_where(partial(_is_in_header, outline), outline.of("title", "sub_title"))
    if header:
        head, *below = outline.sheet.blocks[header.line.block :]
        return count(_is_row, below) + _NUMBERS_ROWS.issubset(map(squeeze, head.cells))
    return _FEWEST_ROWS if _is_numbered_list(outline) else 0


def _is_row(block: Block) -> bool:
    """A sub-service may be all that its row says: the cell of its main service is merged with the one above."""
    return len(block.cells) > 1 and block.filled > 0


def _is_in_header(outline: Outline, title: Answer) -> bool:
    """At least every second cell is a label, one of them only a list has, and not each has its answer beside it."""
    number = title.line.block
    row, asked = outline.sheet.blocks[number], outline.between(number, number + 1).answers
    labels = set(map(field_of, asked))
    if all(any(piece.line.block == number for piece in answer.pieces) for answer in asked):
        return False
    return row.filled > 1 and 2 * len(labels) >= row.filled and not labels.isdisjoint(kind_fields.OTHER_COLUMNS)


def _is_numbered_list(outline: Outline) -> bool:
    """A headed list without a table: numbered lines, and no label of a card."""
    if not _LIST.search(outline.sheet.text[:_LIST_TITLE_WITHIN]):
        return False
    numbered = count(is_numbered, map(text_of, outline.sheet.lines))
    return numbered >= _FEWEST_ROWS and count(_is_of_card, outline.answers) <= 1


def _is_of_card(answer: Answer) -> bool:
    return answer.field in kind_fields.CARD

"""Names in the boxes of a card: what stands in them, one by one."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from khedmat.cards.asked_papers import asked
from khedmat.cards.enums import SystemUse
from khedmat.cards.form import Document
from khedmat.core.persian import fold_line, squeeze
from khedmat.core.sequences import unique

LONGEST_LETTERS = 200
MOST = 100  # names of one kind in a card: a box with more holds prose
_BETWEEN = re.compile(r"[،,؛;•|/()\[\]\r\n\t]+|\.\s|\s[-–]\s")
_AND = re.compile(r"\s(?:و|یا)\s")
Said = dict[str, str]  # the columns of a line that the card itself says; `name` always


def documents_in(document: Document) -> Iterator[Said]:
    return ({"name": name_in(line)} for line in lines_of(document))


def lines_of(document: Document) -> list[str]:
    """The lines of the box of documents."""
    return document.card.documents if document.card else []


def name_in(line: str) -> str:
    """The document that a line asks for, without its condition."""
    return asked(line).name


def letters_of(name: str) -> str:
    """By which a line is found again, however it is spelt."""
    return squeeze(name)[:LONGEST_LETTERS]


def systems_in(document: Document) -> Iterator[Said]:
    """Of the service itself, of the same agency (section 7), of other agencies (section 8)."""
    card = document.card
    if card:
        boxes = [(card.system_name, SystemUse.OWN)]
        boxes += [(row.system, SystemUse.INSIDE) for row in card.internal_systems]
        boxes += [(row.system, SystemUse.ASKED) for row in card.external_inquiries]
        pairs = unique((name, use) for text, use in boxes for name in names_in([text]))
        yield from ({"name": name, "use": use.value} for name, use in islice(pairs, MOST))


def elements_in(document: Document) -> Iterator[Said]:
    """The fields of sections 7 and 8."""
    card = document.card
    inside, asked_of = (card.internal_systems, card.external_inquiries) if card else ([], [])
    texts = [*(row.fields for row in inside), *(row.fields for row in asked_of)]
    return ({"name": name} for name in names_in(texts))


def audiences_in(document: Document) -> Iterator[Said]:
    return ({"name": name} for name in names_in([document.card.audience if document.card else None]))


def names_in(texts: Iterable[str | None]) -> list[str]:
    """What stands between commas; of «شرکت‌ها و اصناف» the whole and each part, for only the register tells which."""
    parts = (part for text in texts for part in _BETWEEN.split(text or ""))
    names = unique(fold_line(name) for part in parts for name in (part, *_AND.split(part)))
    return list(islice(filter(None, names), MOST))

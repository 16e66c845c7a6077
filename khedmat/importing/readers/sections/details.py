"""Sections 4 and 5: specification and details of the service."""

from itertools import filterfalse

from khedmat.core.sequences import first
from khedmat.importing.readers.choosing import as_block
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.marks import is_marked
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.said import said
from khedmat.importing.readers.sections import choices, duration, frequency, leads_to_permit, recipients, visits
from khedmat.importing.readers.sections.ticked import ticked
from khedmat.importing.readers.values import lists

_LISTS = ("documents", "laws")
_BOXES = (leads_to_permit, recipients, duration, frequency, visits)
_TICKED_OR_WRITTEN = {"service_pattern", "maturity"}
_LATER_EDITIONS = ("service_pattern", "maturity", "service_hours", "responsible_unit", "faq", "forms")


def read(outline: Outline, draft: Draft) -> None:
    """Choices, texts, lists and boxes, each from its own label."""
    choices.read(outline, draft)
    draft.text("description", _speaking(outline, "description"), lines=True)
    draft.text("audience", _audience(outline), lines=True)
    for field in _LISTS:
        _read_list(field, outline, draft)
    for part in _BOXES:
        part.read(outline, draft)
    for field in _LATER_EDITIONS:
        _read_later(field, outline.best(field), draft)


def _speaking(outline: Outline, field: str) -> Answer | None:
    """The first answer that says something, else the first: «معرفی خدمت» and «شرح خدمت» are both descriptions."""
    return first(outline.said(field)) or outline.best(field)


def _audience(outline: Outline) -> Answer | None:
    of_people = filterfalse(choices.holds_only_codes, outline.of("audience"))
    return Outline(outline.sheet, list(filterfalse(recipients.asks_period, of_people))).best("audience")


def _read_later(field: str, answer: Answer | None, draft: Draft) -> None:
    """Some forms print options, others leave a line to write on."""
    texts = as_block(answer).split("\n") if answer and field in _TICKED_OR_WRITTEN else []
    if any(map(is_marked, texts)):
        draft.set(field, "، ".join(ticked(texts)), Place(answer))
    else:
        draft.text(field, answer)


def _read_list(field: str, outline: Outline, draft: Draft) -> None:
    answer = _speaking(outline, field)
    if answer and answer.says:
        draft.set(field, list(filter(said, lists.items(answer.texts))), Place(answer))
    else:
        draft.filler(field, answer)

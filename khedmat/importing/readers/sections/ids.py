"""Section 2: the ID of the service, that of its parent, and local numbers."""

import re
from itertools import chain

from khedmat.core.persian import latin_digits
from khedmat.core.sequences import first
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.labels import is_instruction
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.sections import bare_ids
from khedmat.importing.readers.values import service_ids

_PENDING = re.compile(r"در\s*حال\s*(?:اخذ|دریافت)|در دست (?:اخذ|اقدام)|اخذ نشده|صادر نشده|تخصیص")
_LOCAL = re.compile(r"(?=.*\d)[A-Za-z0-9/\-_.]{1,20}")
_DAMAGED = re.compile(r"\d{8}")  # so many digits and more in the ID box are a damaged ID, a phone or an account


def read(outline: Outline, draft: Draft) -> None:
    """With its own label; else the only family of IDs on the page."""
    _read_labelled(outline, draft)
    if "service_id" not in draft.values and not _has_number_in_box(outline):
        bare_ids.read(outline.sheet, draft)
    for answer in outline.of("local_id", "service_id"):
        _read_local(answer, draft)
    _warn_of_text_in_the_box(outline.best("service_id"), draft)


def _read_labelled(outline: Outline, draft: Draft) -> None:
    main, sub, parent = map(outline.best, ("service_id", "sub_id", "parent_id"))
    if code := _id_of(sub):
        draft.set("service_id", code, Place(sub))
        draft.set("parent_service_id", _id_of(main), Place(main))
    draft.set("parent_service_id", _id_of(parent), Place(parent))
    draft.set("service_id", _id_of(main), Place(main))


def _id_of(answer: Answer | None) -> str | None:
    return first(chain.from_iterable(map(service_ids.find, answer.texts))) if answer else None


def _has_number_in_box(outline: Outline) -> bool:
    """A damaged ID in the box: another one on the page is not that of this service."""
    return any(service_ids.long_numbers(answer.text) for answer in outline.of("service_id", "sub_id"))


def _read_local(answer: Answer, draft: Draft) -> None:
    text = _in_box(answer)
    code = first(service_ids.find(text))
    draft.set("service_id", code, Place(answer))
    if code is None and _is_local(text):
        draft.set("local_id", text, Place(answer))


def _in_box(answer: Answer) -> str:
    return latin_digits(answer.text).strip(" ()")


def _is_local(text: str) -> bool:
    """A short number; a code with letters may have several."""
    plain = text if any(map(str.isalpha, text)) else re.sub(r"\D", "", text)
    return bool(_LOCAL.fullmatch(text)) and not _DAMAGED.search(plain)


def _warn_of_text_in_the_box(answer: Answer | None, draft: Draft) -> None:
    """Words where an ID belongs, or a number that is none."""
    if answer is None or not draft.values.keys().isdisjoint({"service_id", "local_id"}):
        return
    text = answer.text.strip(" ()")
    if _is_written(text):
        draft.warn(_fault_of(text), "service_id", text)


def _is_written(text: str) -> bool:
    return any(map(str.isalnum, text)) and not is_instruction(text)


def _fault_of(text: str) -> str:
    is_number = service_ids.long_numbers(text) and not _PENDING.search(text)
    return "id_shape" if is_number else "id_text"

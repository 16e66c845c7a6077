"""Section 5: how often one must come in person."""

import re

from khedmat.cards.form import Visits
from khedmat.core.persian import fold_line
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.said import said
from khedmat.importing.readers.sections.counting import whole_numbers
from khedmat.importing.readers.values.numbers import Number

_NONE_SAID = re.compile(
    r"(?:نیاز|احتیاج|لزوم|ضرورت|ضروری|لازم)ی?\s*(?:به مراجعه)?.{0,25}(?:نیست|ندارد|نمی\s*باشد)"
    r"|بدون (?:نیاز به )?مراجعه|غیر\s*حضوری است"
    r"|^\s*(?:ندارد|صفر|هیچ|غیر\s*حضوری)\W*$|عدم نیاز|^\W*0+\W*$"
)
_TIMES = re.compile(r"بار|مرتبه|دفعه|نوبت|مراجعه")
_PER_PERSON = re.compile(r"نفر در روز|مورد در|نفر\b")
_RANGE = re.compile(r"\s*(?:بار|مرتبه)?\s*(?:تا|الی|یا|-|–|و?\s*حداکثر)\s*")
_MANY = 1000  # so many visits are a phone, a year or a count of people


def read(outline: Outline, draft: Draft) -> None:
    """The words as they stand, and the number in them. «ندارد» is an answer here: nobody has to come."""
    answer = outline.best("visits")
    if answer is None or not answer.pieces:
        return
    raw = fold_line(answer.text)
    if _NONE_SAID.search(raw):
        _keep(Visits(text=raw.strip(" :"), count=0), answer, draft)
    else:
        _read_text(said(raw), answer, draft)


def _read_text(text: str | None, answer: Answer, draft: Draft) -> None:
    if text is None:
        draft.filler("visits", answer)
    elif _counts_people(text):
        _keep(Visits(text=text), answer, draft)
        draft.warn("wrong_kind", "visits", text)
    else:
        _keep(Visits(text=text, **_counted(text)), answer, draft)


def _keep(visits: Visits, answer: Answer, draft: Draft) -> None:
    for name, value in visits.model_dump().items():
        draft.set(f"visits.{name}", value, Place.first_of(answer))


def _counts_people(text: str) -> bool:
    """«20 نفر در روز» counts people, not visits."""
    return bool(_PER_PERSON.search(text)) and not _TIMES.search(text)


def _counted(text: str) -> dict[str, int | None]:
    """count, max or both; «2 تا 3» is a count with a bound, since the least number is what one must expect."""
    counted = list(filter(_is_small, whole_numbers(text)))
    if not counted:
        return {}
    if _is_range(text, counted):
        return {"count": counted[0].whole, "max": counted[1].whole}
    name = "max" if "حداکثر" in text[: counted[0].start] else "count"
    return {name: counted[0].whole}


def _is_small(number: Number) -> bool:
    return number.value < _MANY


def _is_range(text: str, counted: list[Number]) -> bool:
    return len(counted) > 1 and bool(_RANGE.fullmatch(text, counted[0].end, counted[1].start))

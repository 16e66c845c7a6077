"""Section 5: how long the service takes."""

import re

from khedmat.core.sequences import first_where
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.values import durations
from khedmat.importing.readers.wording import said_text

_UNIT = re.compile(r"\(\s*((?:دقیقه|ساعت|روز|هفته|ماه|سال)[^()]{0,10}?)\s*\)")
_A_UNIT = re.compile(r"(?:دقیقه|ساعت|روز|هفته|ماه|سال)(?:\s*کاری|\s*اداری)?")


def read(outline: Outline, draft: Draft) -> None:
    """Behind its label; else the first duration below the heading of its section."""
    asked = outline.best("average_duration")
    answer = asked if said_text(asked) else first_where(_is_duration, outline.of("details"))
    if answer is None:
        draft.filler("average_duration", asked)
    elif text := said_text(answer):
        _keep(text, answer, draft)


def _is_duration(answer: Answer) -> bool:
    return durations.looks_like_duration(answer.text)


def _keep(text: str, answer: Answer, draft: Draft) -> None:
    unit = _unit_of(answer) if text.isdecimal() else ""
    parts = durations.parts_of(f"{text} {unit}")
    for name, value in parts.items():
        draft.set(f"average_duration.{name}", value, Place.first_of(answer))


def _unit_of(answer: Answer) -> str:
    """Of a bare number: «زمان ارائه (روز کاری) | 20», or in the cell beside it."""
    unit = _UNIT.search(answer.line.text, answer.start)
    return unit[1] if unit else " ".join(filter(_A_UNIT.fullmatch, answer.texts[1:2]))

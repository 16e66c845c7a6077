"""Fee, duration and modes of a permit on a page of its own."""

import re
from itertools import chain
from operator import attrgetter
from typing import Any

from khedmat.core.persian import fold_line
from khedmat.core.sequences import first
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.permits.terms import modes, terms
from khedmat.importing.readers.said import said
from khedmat.importing.readers.wording import said_texts

_UNIT = re.compile(r"\(\s*(روز|ساعت)\s*\)")


def read(outline: Outline) -> dict[str, Any]:
    """By dotted path."""
    fee, time = outline.best("cost"), outline.best("permit_time", "average_duration")
    return terms(_fee(fee) if fee else "", _time(time) if time else "") | _modes(outline)


def line_of(answer: Answer | None) -> str | None:
    """The first piece that says something, on one line."""
    said_first = first(map(said, said_texts(answer)))
    return fold_line(said_first) if said_first else None


def _fee(answer: Answer) -> str:
    """A zero too, which says nothing elsewhere."""
    return line_of(answer) or answer.text


def _time(answer: Answer) -> str:
    """«زمان صدور (روز): 30»: a bare number has the unit of its label."""
    text = line_of(answer) or ""
    return text + _unit_of(answer) if text.isdecimal() else text


def _unit_of(answer: Answer) -> str:
    unit = _UNIT.search(answer.line.text, answer.start)
    return f" {unit[1]}" if unit else ""


def _modes(outline: Outline) -> dict[str, bool]:
    return modes(chain.from_iterable(map(attrgetter("texts"), outline.of("permit_how", "_access"))))

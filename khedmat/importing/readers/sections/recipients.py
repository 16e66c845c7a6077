"""Section 5: how many people are served in how long."""

import re

from khedmat.core.sequences import first
from khedmat.importing.readers.choosing import Choice, as_block, choose
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.sections.counting import whole_numbers, whole_of

_IN = re.compile(r"\[?در\]?\s*:")
_PERIODS = {f"recipients_{period}": period for period in ("day", "month", "season", "year")}


def read(outline: Outline, draft: Draft) -> None:
    """The first number, and its period by tick or by the label."""
    for answer in outline.of("recipients", *_PERIODS):
        count = first(whole_numbers(" ".join(answer.texts)))
        draft.set("recipients.count", whole_of(count), Place(answer))
        draft.choose_one("recipients.per", _period(answer), Place(answer))
    for answer in filter(asks_period, outline.of("audience")):
        draft.choose_one("recipients.per", _period(answer), Place(answer))


def asks_period(answer: Answer) -> bool:
    """«خدمت گیرندگان در: ☐ ماه …» on a line of its own does not say who they are."""
    return bool(_IN.match(answer.text))


def _period(answer: Answer) -> Choice:
    """The ticked period; else the one that the label itself names, which no lost mark makes unsure."""
    ticked = choose(as_block(answer), "period")
    named = _PERIODS.get(answer.field)
    return Choice([named], False, "") if named and not ticked.values else ticked

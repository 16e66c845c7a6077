"""Section 5: the box «یکبار برای همیشه»."""

import re

from khedmat.core.persian import fold
from khedmat.core.sequences import first_where
from khedmat.importing.readers import marks
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.marks import is_marked
from khedmat.importing.readers.outline import Answer
from khedmat.importing.readers.wording import whole

_TRUE, _FALSE = re.compile(r"\btrue\b|بله|بلی", re.I), re.compile(r"\bfalse\b|خیر", re.I)
_ONCE = re.compile(r"یک\s*بار\s*برای\s*همیشه")
_PATH = "frequency.once"


def read(answer: Answer, draft: Draft, *, is_written: bool) -> None:
    """Beside its own label, or inside the answer of the whole box. Written where «بار در» is not printed beside it."""
    if answer.field == "frequency_once":
        _read_own(answer, draft, is_written=is_written)
    elif answer.field == "frequency":
        draft.set(_PATH, _tick_in(answer.text), Place(answer))


def _read_own(answer: Answer, draft: Draft, *, is_written: bool) -> None:
    """In words, else by its mark on the line of the phrase; of a form with «بار در» beside it the phrase alone, with no
    mark at all, cannot be told."""
    told = (_in_words(answer.text), _tick_in(answer.line.text), _written(answer) if is_written else None)
    tick = first_where(_is_told, told)
    if tick is None and _stands_alone(answer):
        draft.undecide(_PATH, answer.line.text)
    draft.set(_PATH, tick, Place(answer, [*answer.pieces] or [whole(answer.line)]))


def _is_told(tick: bool | None) -> bool:
    return tick is not None


def _written(answer: Answer) -> bool | None:
    return True if _is_unmarked(answer) else None


def _in_words(text: str) -> bool | None:
    if _TRUE.search(text):
        return True
    return False if _FALSE.search(text) else None


def _stands_alone(answer: Answer) -> bool:
    return not answer.line.text[: answer.start].strip() and _is_unmarked(answer)


def _is_unmarked(answer: Answer) -> bool:
    return not is_marked(" ".join([answer.line.text, *answer.texts]))


def _tick_in(text: str) -> bool | None:
    """The mark just before the phrase, else just behind it."""
    text = fold(text)
    phrase = _ONCE.search(text)
    if phrase is None:
        return None
    before = marks.normalise(text[: phrase.start()]).rstrip(" (")[-1:]
    after = marks.normalise(text[phrase.end() :]).lstrip(" )هشی")[:1]
    mark = first_where(marks.any_in, (before, after))
    return mark == marks.TICKED if mark else None

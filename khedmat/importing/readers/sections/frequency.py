"""Section 5: «یکبار برای همیشه» with its box, and «n بار در ماه/فصل/سال»."""

import re
from collections.abc import Iterator

from khedmat.core.sequences import first
from khedmat.importing.readers import marks
from khedmat.importing.readers.choosing import as_block, choose
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.sections import once
from khedmat.importing.readers.sections.counting import whole_of
from khedmat.importing.readers.values.numbers import Number, numbers

_TIMES = re.compile(r"(?P<times>[\w\u200c]+|[.…\s]{3,})\s*(?:بار|مرتبه|دفعه)\s*(?:\[?\s*در\s*\]?)")
_TAIL = re.compile(r"(?:بار|مرتبه)\s*\[?\s*در\s*\]?\s*:?\s*(.*)", re.S)
_PERIODS = {"روز": "day", "ماه": "month", "فصل": "season", "سال": "year"}
_RATE = re.compile(r"(?:هر\s*)?(?P<period>روز|ماه|فصل|سال)(?:ی|انه|یانه)?\s*(?:(?P<times>\w+?)\s*(?:بار|مرتبه|دفعه))?")
_IN = re.compile(r"\bدر\b|\[در\]")


def read(outline: Outline, draft: Draft) -> None:
    """All labels of the box in their order: a form prints them on one line or on several."""
    asked = list(outline.of("frequency", "frequency_once", "frequency_times"))
    is_written = not any(map(_is_printed, asked))
    for answer in asked:
        once.read(answer, draft, is_written=is_written)
        for text in _texts(answer):
            _read_times(answer, text, draft)
        _read_rate(answer, draft)


def _is_printed(answer: Answer) -> bool:
    """«بار در» of the form."""
    return answer.field == "frequency_times" or bool(_IN.search(answer.text))


def _read_rate(answer: Answer, draft: Draft) -> None:
    """«سالانه», «سالی یک بار», «ماهانه ۲ بار»."""
    rate = _RATE.fullmatch(answer.text)
    if rate:
        count = first(numbers(rate["times"] or ""))
        draft.set("frequency.times", whole_of(count), Place(answer))
        draft.set("frequency.per", _PERIODS[rate["period"]], Place(answer))


def _texts(answer: Answer) -> Iterator[str]:
    """What may say how often: rows with «n بار در», then the line of the label with what follows it."""
    rows = as_block(answer).split("\n")
    yield from filter(_TIMES.search, rows if answer.field == "frequency_once" else rows[1:])
    line = _own_line(answer)
    if answer.field == "frequency_times" or _asks_how_often(line):
        yield " ".join([line, *_later_texts(answer)])


def _later_texts(answer: Answer) -> list[str]:
    """Those that `_own_line` has not said."""
    others = () if answer.field == "frequency" else answer.pieces
    return [piece.text for piece in others if piece.line is not answer.line]


def _asks_how_often(line: str) -> bool:
    return bool(_TAIL.search(line) and _IN.search(line))


def _own_line(answer: Answer) -> str:
    """The label of a part is a part of its own answer: «… بار در»."""
    return as_block(answer) if answer.field == "frequency" else answer.line.text[answer.start :]


def _read_times(answer: Answer, text: str, draft: Draft) -> None:
    tail = _TAIL.search(text)
    rest = tail[1] if tail else text
    count = first(_written_times(answer, text)) or first(_bare_times(rest))
    draft.set("frequency.times", whole_of(count), Place(answer))
    draft.choose_one("frequency.per", choose(rest, "period"), Place(answer))


def _written_times(answer: Answer, text: str) -> list[Number]:
    found = _TIMES.search(text) or _TIMES.search(answer.line.text)
    return numbers(found["times"]) if found else []


def _bare_times(rest: str) -> list[Number]:
    """A number behind «بار در»; among marks it may be the letter of one."""
    return [] if marks.is_marked(rest) else numbers(rest)

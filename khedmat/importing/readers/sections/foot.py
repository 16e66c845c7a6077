"""The foot of the form: who filled it in. Never published."""

import re
from functools import partial
from itertools import chain
from typing import NamedTuple

from khedmat.core.persian import fold
from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.wording import behind, said_line, whole

_GAP = r"[\s\u200c]*"
_NAME = rf"نام{_GAP}و{_GAP}نام{_GAP}خانوادگی"
_LABEL = re.compile(  # each with its colon, or alone in its cell
    r"(?<!\w)(?:"
    rf"(?P<name>(?:{_NAME}{_GAP}|نام{_GAP})?تکمیل{_GAP}کننده{_GAP}(?:فرم)?{_GAP}(?:شناسنامه)?|{_NAME})"
    rf"|(?P<phone>شماره{_GAP}(?:تماس|تلفن)|تلفن{_GAP}(?:تماس)?)"
    rf"|(?P<email>پست{_GAP}الکترونیکی?|ایمیل)"
    rf"|(?P<unit>واحد{_GAP}(?:مربوطه?)?)"
    r")\s*(?:\([^()]*\)\s*)?(?::|$)"
)
_NOTHING = re.compile(r"(?!)")
_LOOKS = {"name": _NOTHING, "phone": re.compile(r"^[\s\d\-–()+]{5,}$"), "email": re.compile("@"), "unit": _NOTHING}
_FOOT = {"filler", "filler_unit", "_other", "_unknown", "responsible_unit"}
_NEAR = 8  # blocks: four labels with their values below


class _Asked(NamedTuple):
    """A box with what stands behind its label on the same line."""

    box: str
    value: str
    line: Line


def read(outline: Outline, draft: Draft) -> None:
    """Name, phone, e-mail and unit stand together, on one line, in one row or a line each."""
    answer = outline.best("filler")
    if answer is None:
        return
    foot = _foot(answer, outline)
    for asked in chain.from_iterable(map(_asked, foot)):
        value = said_line(asked.value or _value_beside(asked, foot))
        draft.set(f"filled_by.{asked.box}", value, Place(answer, [whole(asked.line)]))


def _foot(answer: Answer, outline: Outline) -> list[Line]:
    """As far as no other section begins: a phone behind it is somebody else's."""
    start = answer.line.block
    other = first_where(_is_of_another, behind(start, outline.answers))
    end = min(start + _NEAR, other.line.block - 1 if other else start + _NEAR)
    return [line for line in outline.sheet.lines if start <= line.block <= end]


def _is_of_another(answer: Answer) -> bool:
    return answer.field not in _FOOT


def _asked(line: Line) -> list[_Asked]:
    """Every label of a line with the text up to the next one."""
    text = fold(line.text).strip()
    labels = list(filter(_asks, _LABEL.finditer(text)))
    ends = [*map(re.Match.start, labels[1:]), len(text)]
    return [
        _Asked(label.lastgroup or "", text[label.end() : end].strip(), line)
        for label, end in zip(labels, ends, strict=False)
    ]


def _asks(label: re.Match[str]) -> bool:
    """Without its colon only where it is all that its cell holds."""
    return label.group().endswith(":") or not label.start()


def _value_beside(asked: _Asked, foot: list[Line]) -> str:
    """The next cell of the row; the cell below in a row of nothing but labels. A label there is no value."""
    beside = first_where(partial(_is_next, asked.line), foot)
    if beside and not _asked(beside):
        return beside.text
    below = first_where(partial(_is_below, asked.line), foot)
    return below.text if below and not _asked(below) and _may_stand_below(asked, below, foot) else ""


def _may_stand_below(asked: _Asked, below: Line, foot: list[Line]) -> bool:
    """In a row of values; alone only what looks like the value, or stands between two labels of the foot."""
    if not asked.line.alone:
        return not below.alone and _heads_column(asked.line, foot)
    following = first_where(lambda line: line.block > below.block, foot)
    return bool(_LOOKS[asked.box].search(below.text) or (following and _asked(following)))


def _is_next(line: Line, other: Line) -> bool:
    return other.block == line.block and other.cell > line.cell


def _is_below(line: Line, other: Line) -> bool:
    return other.place == (line.block + 1, line.cell)


def _heads_column(line: Line, foot: list[Line]) -> bool:
    row = [other for other in foot if other.block == line.block]
    return all(map(_is_label, row))


def _is_label(line: Line) -> bool:
    asked = _asked(line)
    return bool(asked) and not asked[-1].value

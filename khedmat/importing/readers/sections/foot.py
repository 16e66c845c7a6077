"""The foot of the form: who filled it in. Never published."""

from itertools import chain

from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.sections.foot_labels import asked_on
from khedmat.importing.readers.sections.foot_values import Foot
from khedmat.importing.readers.wording import behind, block_of, said_line, whole

_INSIDE = {"filler", "filler_unit", "_other", "_unknown", "responsible_unit"}
_NEAR = 8  # blocks: four labels with their values below


def read(outline: Outline, draft: Draft) -> None:
    """Name, phone, e-mail and unit stand together, on one line, in one row or a line each."""
    answer = outline.best("filler")
    if answer is None:
        return
    foot = Foot(_lines(answer, outline))
    for asked in chain.from_iterable(map(asked_on, foot.lines)):
        draft.set(f"filled_by.{asked.box}", said_line(foot.value_of(asked)), Place(answer, [whole(asked.line)]))


def _lines(answer: Answer, outline: Outline) -> list[Line]:
    """As far as no other section begins: a phone behind it is somebody else's."""
    start = block_of(answer)
    others = filter(_is_of_another, behind(start, outline.answers))
    end = min(map(block_of, others), default=start + _NEAR)
    return [line for line in outline.sheet.lines if start <= line.block < min(end, start + _NEAR)]


def _is_of_another(answer: Answer) -> bool:
    return answer.field not in _INSIDE

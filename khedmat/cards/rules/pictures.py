"""R: what was read from a picture and nobody has compared with it. Nothing from a scan is decided without a person."""

from collections.abc import Iterator

from khedmat.cards.form import MOST_SURE_OF_A_PICTURE, Document
from khedmat.cards.rules.conditions import breach
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.rule import Breach, Rule

UNSEEN = "R05"


def _waiting(document: Document) -> list[str]:
    """Readings that nobody has agreed with or written anew, as they stand in the original."""
    steps = ((step.block, step.start, path, step.sure) for path, step in document.trace.items())
    return [path for _block, _start, path, sure in sorted(steps) if sure <= MOST_SURE_OF_A_PICTURE]


def _unseen(document: Document) -> Iterator[Breach]:
    """One finding at the first of them, however many there are: a scan gives forty."""
    waiting = _waiting(document) if document.source.ocr else []
    for first in waiting[:1]:
        yield from breach(first, {"count": len(waiting), "box": field_label(first) or first})


RULES = (
    Rule(
        id=UNSEEN,
        severity="B",
        fields=("*",),
        condition=_unseen,
        message="%(count)s مقدار این شناسنامه از روی تصویر خوانده شده و هنوز کسی آن را با اصل برابر نکرده است.",
        fix="از «%(box)s» آغاز کنید: هر مقدار را با اصل برابر کنید و بپذیرید، یا درست آن را بنویسید.",
        example="عنوان خدمت در اسکن «صدور پروامه» خوانده شده و کسی آن را ندیده است.",
    ),
)

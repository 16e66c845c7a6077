"""X01, H01: the boxes of one stage must agree."""

from collections.abc import Iterator
from itertools import filterfalse
from typing import NamedTuple

from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.conditions import Said, each, said, which
from khedmat.cards.rules.reading import blank, doubtful, gives_reason, stages
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import labels

NEEDS_NO_SCREEN = frozenset({"post", "phone", "counter_office", "counter_office_like", "other"})


class Disagreement(NamedTuple):
    """What is wrong between the boxes of a stage, and the box that decides it."""

    kind: str
    box: str
    why: str


def _disagreements(document: Document) -> Iterator[tuple[str, Disagreement]]:
    """(stage, what is wrong), unless the box that decides it cannot be read."""
    for path, stage in stages(document):
        wrong = (one for one in (_electronic(stage), _in_person(stage), _both(stage)) if one.why)
        yield from ((path, one) for one in wrong if not doubtful(document, f"{path.removeprefix('card.')}.{one.box}"))


def _electronic(stage: StageAccess) -> Disagreement:
    needless = NEEDS_NO_SCREEN if stage.non_electronic else frozenset()
    media = "، ".join(labels("channel", filterfalse(needless.__contains__, stage.channels)))
    is_broken = all((media, not stage.electronic))
    why = f"رسانهٔ «{media}» تیک دارد ولی «الکترونیکی» تیک ندارد" if is_broken else ""
    return Disagreement("electronic", "electronic", why)


def _in_person(stage: StageAccess) -> Disagreement:
    levels = "، ".join(labels("visit_level", stage.visit_levels))
    signs = {f"مراجعه به دستگاه ({levels})": levels, "ضرورت مراجعه": gives_reason(stage)}
    shown = " و ".join(which(signs))
    why = f"{shown} دارد ولی «غیرالکترونیکی» تیک ندارد" if all((shown, not stage.non_electronic)) else ""
    return Disagreement("non_electronic", "non_electronic", why)


def _both(stage: StageAccess) -> Disagreement:
    are_ticked = all((stage.electronic, stage.non_electronic))
    return Disagreement("both", "electronic", "هم «الکترونیکی» تیک دارد و هم «غیرالکترونیکی»" if are_ticked else "")


def _without_contract(stage: StageAccess) -> Said:
    return said(all(("counter_office" in stage.channels, blank(stage.counter_contract))))


RULES = (
    Rule(
        id="X01",
        severity="A",
        fields=("card.stages.*",),
        condition=each(_disagreements, lambda one: said(True, kind=one.kind, why=one.why)),
        message="خانه‌های %(row)s با هم نمی‌خوانند: %(why)s.",
        fix="تیک‌ها را یکدست کنید؛ اگر هر دو راه هست، «نیمه‌الکترونیکی» ثبت شود و بگویید کدام بخش حضوری است.",
        example="☑ وبگاه · ☐ الکترونیکی",
    ),
    Rule(
        id="H01",
        severity="B",
        fields=("card.stages.*.counter_contract",),
        condition=each(stages, _without_contract, box=".counter_contract", doubt=".channels"),
        message="در %(row)s «دفاتر پیشخوان» تیک دارد ولی شمارهٔ قرارداد واگذاری نوشته نشده است.",
        fix="شمارهٔ قرارداد واگذاری خدمت به دفاتر پیشخوان را بنویسید.",
        example="☑ دفاتر پیشخوان · شمارهٔ قرارداد: (خالی)",
    ),
)

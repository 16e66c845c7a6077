"""X: the boxes of one stage must agree, and the stages with each other."""

from collections.abc import Iterator

from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.labels import stage_label
from khedmat.cards.rules.reading import STAGES, blank, doubtful, is_untouched, stage_of, stages_of
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

_NEEDS_NO_SCREEN = frozenset({"post", "phone", "counter_office", "counter_office_like", "other"})


def _boxes_disagree(document: Document) -> Iterator[Breach]:
    for path, stage in stages_of(document):
        for box, why in _disagreements(stage):
            if not doubtful(document, f"{path}.{box}"):
                yield at(f"card.{path}", stage=stage_label(path), why=why)


def _disagreements(stage: StageAccess) -> Iterator[tuple[str, str]]:
    """(the box that decides, what is wrong)."""
    digital = set(stage.channels) - (_NEEDS_NO_SCREEN if stage.non_electronic else set())
    if digital and not stage.electronic:
        media = "، ".join(label("channel", channel) for channel in stage.channels if channel in digital)
        yield "electronic", f"رسانهٔ «{media}» تیک دارد ولی «الکترونیکی» تیک ندارد"
    if not stage.non_electronic and (signs := _signs_of_visit(stage)):
        yield "non_electronic", f"{signs} دارد ولی «غیرالکترونیکی» تیک ندارد"
    if stage.electronic and stage.non_electronic:
        yield "electronic", "هم «الکترونیکی» تیک دارد و هم «غیرالکترونیکی»"


def _signs_of_visit(stage: StageAccess) -> str:
    levels = "، ".join(label("visit_level", level) for level in stage.visit_levels)
    signs = [f"مراجعه به دستگاه ({levels})"] if levels else []
    if stage.visit_reasons or not blank(stage.visit_reason_text):
        signs.append("ضرورت مراجعه")
    return " و ".join(signs)


def _empty(document: Document) -> Iterator[Breach]:
    untouched = [
        name for name in STAGES if is_untouched(stage_of(document, name)) and not doubtful(document, f"stages.{name}")
    ]
    if len(untouched) == len(STAGES):
        yield at("card.stages", stages=[label("stage", name) for name in untouched])
        return
    for name in untouched:
        yield at(f"card.stages.{name}", stages=[label("stage", name)])


def _half_electronic(document: Document) -> Iterator[Breach]:
    request, delivery = stage_of(document, "request"), stage_of(document, "delivery")
    for near, far, path in ((request, delivery, "request"), (delivery, request, "delivery")):
        if far.electronic and near.non_electronic and not near.electronic and not doubtful(document, f"stages.{path}"):
            other = "delivery" if path == "request" else "request"
            yield at(f"card.stages.{path}", here=label("stage", path), there=label("stage", other))


RULES = (
    Rule(
        id="X01",
        severity="A",
        fields=("card.stages.*",),
        condition=_boxes_disagree,
        message="خانه‌های %(stage)s با هم نمی‌خوانند: %(why)s.",
        fix="تیک‌ها را یکدست کنید؛ اگر هر دو راه هست، «نیمه‌الکترونیکی» ثبت شود و بگویید کدام بخش حضوری است.",
        example="☑ وبگاه · ☐ الکترونیکی",
    ),
    Rule(
        id="X02",
        severity="B",
        fields=("card.stages.*",),
        condition=_empty,
        message="برای %(stages)s هیچ گزینه‌ای پر نشده است.",
        fix="برای هر مرحله نوع ارائه (الکترونیکی یا غیرالکترونیکی) و رسانه یا محل مراجعه را بزنید.",
        example="مرحلهٔ ارائهٔ خدمت: (خالی)",
    ),
    Rule(
        id="X03",
        severity="N",
        fields=("card.stages.request", "card.stages.delivery"),
        condition=_half_electronic,
        message="%(there)s الکترونیکی است ولی %(here)s تنها حضوری است.",
        fix="ببینید آیا این مرحله هم می‌تواند از همان سامانه انجام شود؛ اگر نه، علت را بنویسید.",
        example="درخواست: حضوری · ارائه: الکترونیکی",
    ),
)

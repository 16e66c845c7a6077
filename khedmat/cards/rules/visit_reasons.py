"""V03–V05, V07: why one comes in person."""

from collections.abc import Iterator

from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.conditions import Said, each, once, said
from khedmat.cards.rules.reading import (
    attends,
    blank,
    doubtful,
    gives_reason,
    is_electronic,
    public_stages,
    stage_of,
    stages,
    words,
)
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import word_set


def _no_real_reason(stage: StageAccess) -> Said:
    why = _lack_of_reason(stage)
    return said(all((attends(stage), why)), why=why)


def _lack_of_reason(stage: StageAccess) -> str | None:
    """Nothing is said, or only «سایر» with a text that speaks of no act one must be present for."""
    text = stage.visit_reason_text or ""
    if set(stage.visit_reasons) - {"other"} or _needs_presence(text):
        return None
    without_text = "«سایر» تیک دارد ولی متنی ندارد" if stage.visit_reasons else "ضرورت آن نوشته نشده است"
    return without_text if blank(text) else f"«{text}» نمی‌گوید چرا باید حضوری آمد"


def _needs_presence(text: str) -> bool:
    return any(word.startswith(tuple(word_set("presence"))) for word in words(text))


def _production(document: Document) -> Iterator[tuple[str, StageAccess]]:
    yield "card.stages.production", stage_of(document, "production")


def _without_reason(stage: StageAccess) -> Said:
    return said(all((stage.non_electronic, not gives_reason(stage))))


def _but_not_in_person(stage: StageAccess) -> Said:
    return said(all((gives_reason(stage), not attends(stage))))


def _without_electronics(document: Document) -> Said:
    """The form asks the reason of services that are partly electronic; elsewhere it says nothing."""
    is_given = any(stage.visit_reasons for _, stage in stages(document))
    in_doubt = any(doubtful(document, f"{path.removeprefix('card.')}.electronic") for path, _ in stages(document))
    production = stage_of(document, "production").electronic
    return said(all((is_given, not any((in_doubt, production, is_electronic(document))))))


RULES = (
    Rule(
        id="V03",
        severity="A",
        fields=("card.stages.*.visit_reasons", "card.stages.*.visit_reason_text"),
        condition=each(public_stages, _no_real_reason, box=".visit_reasons", doubt=".visit_reasons"),
        message="در %(row)s مراجعهٔ حضوری لازم است ولی %(why)s.",
        fix="بنویسید چه کاری تنها با حضور شدنی است، مانند امضای تعهدنامه، بازدید یا تحویل اصل مدرک.",
        example="☑ سایر: انجام اقدام مشترک",
    ),
    Rule(
        id="V04",
        severity="A",
        fields=("card.stages.production",),
        condition=each(_production, _without_reason, box=".visit_reason_text", doubt=".visit_reasons"),
        message="تولید خدمت غیرالکترونیکی است و ضرورت آن نوشته نشده است.",
        fix="بنویسید چرا این مرحله در سامانه انجام نمی‌شود.",
        example="تولید خدمت: ☑ غیرالکترونیکی · ضرورت: (خالی)",
    ),
    Rule(
        id="V05",
        severity="N",
        fields=("card.stages.*.visit_reasons", "card.stages.*.non_electronic"),
        condition=each(stages, _but_not_in_person, box=".visit_reasons", doubt=".non_electronic"),
        message="در %(row)s ضرورت مراجعهٔ حضوری نوشته شده ولی این مرحله حضوری نیست.",
        fix="اگر مراجعه لازم است «غیرالکترونیکی» و سطح مراجعه را بزنید، وگرنه ضرورت را پاک کنید.",
        example="☐ غیرالکترونیکی · ☑ جهت احراز اصالت مدرک",
    ),
    Rule(
        id="V07",
        severity="N",
        fields=("card.stages",),
        condition=once("card.stages", _without_electronics),
        message="ضرورت مراجعهٔ حضوری نوشته شده، در حالی که هیچ مرحله‌ای الکترونیکی نیست.",
        fix="این خانه برای خدمات نیمه‌الکترونیکی است؛ اگر مرحله‌ای الکترونیکی است آن را بزنید.",
        example="همهٔ مراحل غیرالکترونیکی · ☑ نبود زیرساخت",
    ),
)

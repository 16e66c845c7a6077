"""V: coming in person. How often, why, and whether the form agrees with itself."""

from collections.abc import Iterator

from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.labels import stage_label
from khedmat.cards.rules.reading import (
    PUBLIC_STAGES,
    attends,
    blank,
    card_of,
    doubtful,
    is_electronic,
    stage_of,
    stages_of,
    words,
)
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.rules.words import word_set

FIELD = "card.visits"


def _in_person(document: Document) -> list[str]:
    return [stage_label(path) for path, stage in stages_of(document, *PUBLIC_STAGES) if attends(stage)]


def _no_visit_though_in_person(document: Document) -> Iterator[Breach]:
    visits = card_of(document).visits
    if visits.count == 0 and not visits.max and (where := _in_person(document)):
        yield at(FIELD, stages=where)


def _visits_empty(document: Document) -> Iterator[Breach]:
    visits = card_of(document).visits
    is_empty = visits.count is None and visits.max is None and blank(visits.text)
    if is_empty and not doubtful(document, "visits") and (where := _in_person(document)):
        yield at(FIELD, stages=where)


def _no_real_reason(document: Document) -> Iterator[Breach]:
    for path, stage in stages_of(document, *PUBLIC_STAGES):
        if attends(stage) and not doubtful(document, f"{path}.visit_reasons") and (why := _lack_of_reason(stage)):
            yield at(f"card.{path}.visit_reasons", stage=stage_label(path), why=why)


def _lack_of_reason(stage: StageAccess) -> str | None:
    """Two readings: nothing is said, or «سایر» with a text that speaks of no act one must be present for."""
    if not stage.visit_reasons and blank(stage.visit_reason_text):
        return "ضرورت آن نوشته نشده است"
    if set(stage.visit_reasons) - {"other"}:
        return None
    if blank(stage.visit_reason_text):
        return "«سایر» تیک دارد ولی متنی ندارد"
    text = stage.visit_reason_text or ""
    return None if _needs_presence(text) else f"«{text}» نمی‌گوید چرا باید حضوری آمد"


def _needs_presence(text: str) -> bool:
    return any(word.startswith(act) for word in words(text) for act in word_set("presence"))


def _production_without_reason(document: Document) -> Iterator[Breach]:
    stage = stage_of(document, "production")
    is_silent = not stage.visit_reasons and blank(stage.visit_reason_text)
    if stage.non_electronic and is_silent and not doubtful(document, "stages.production.visit_reasons"):
        yield at("card.stages.production.visit_reason_text")


def _reason_but_not_in_person(document: Document) -> Iterator[Breach]:
    for path, stage in stages_of(document):
        is_given = bool(stage.visit_reasons) or not blank(stage.visit_reason_text)
        if is_given and not attends(stage) and not doubtful(document, f"{path}.non_electronic"):
            yield at(f"card.{path}.visit_reasons", stage=stage_label(path))


def _not_a_number(document: Document) -> Iterator[Breach]:
    visits = card_of(document).visits
    if visits.count is None and visits.max is None and visits.text and not blank(visits.text):
        yield at(FIELD, text=visits.text)


def _reasons_without_electronics(document: Document) -> Iterator[Breach]:
    """The form asks the reason of services that are partly electronic; elsewhere it says nothing."""
    is_given = any(stage.visit_reasons for _, stage in stages_of(document))
    in_doubt = any(doubtful(document, f"{path}.electronic") for path, _ in stages_of(document))
    if is_given and not in_doubt and not is_electronic(document) and not stage_of(document, "production").electronic:
        yield at("card.stages")


RULES = (
    Rule(
        id="V01",
        severity="B",
        fields=(FIELD, "card.stages"),
        condition=_no_visit_though_in_person,
        message="تعداد مراجعهٔ حضوری صفر است، ولی در %(stages)s مراجعهٔ حضوری تیک دارد.",
        fix="تعداد بار مراجعه را بنویسید یا تیک غیرالکترونیکی این مراحل را بردارید.",
        example="مراجعه: ۰ · درخواست: ☑ غیرالکترونیکی",
    ),
    Rule(
        id="V02",
        severity="B",
        fields=(FIELD, "card.stages"),
        condition=_visits_empty,
        message="در %(stages)s مراجعهٔ حضوری هست، ولی تعداد بار مراجعه نوشته نشده است.",
        fix="بنویسید هر نفر برای یک بار گرفتن خدمت چند بار می‌آید.",
        example="مراجعه: - · ارائه: ☑ غیرالکترونیکی",
    ),
    Rule(
        id="V03",
        severity="A",
        fields=("card.stages.*.visit_reasons", "card.stages.*.visit_reason_text"),
        condition=_no_real_reason,
        message="در %(stage)s مراجعهٔ حضوری لازم است ولی %(why)s.",
        fix="بنویسید چه کاری تنها با حضور شدنی است، مانند امضای تعهدنامه، بازدید یا تحویل اصل مدرک.",
        example="☑ سایر: انجام اقدام مشترک",
    ),
    Rule(
        id="V04",
        severity="A",
        fields=("card.stages.production",),
        condition=_production_without_reason,
        message="تولید خدمت غیرالکترونیکی است و ضرورت آن نوشته نشده است.",
        fix="بنویسید چرا این مرحله در سامانه انجام نمی‌شود.",
        example="تولید خدمت: ☑ غیرالکترونیکی · ضرورت: (خالی)",
    ),
    Rule(
        id="V05",
        severity="A",
        fields=("card.stages.*.visit_reasons", "card.stages.*.non_electronic"),
        condition=_reason_but_not_in_person,
        message="در %(stage)s ضرورت مراجعهٔ حضوری نوشته شده ولی این مرحله حضوری نیست.",
        fix="اگر مراجعه لازم است «غیرالکترونیکی» و سطح مراجعه را بزنید، وگرنه ضرورت را پاک کنید.",
        example="☐ غیرالکترونیکی · ☑ جهت احراز اصالت مدرک",
    ),
    Rule(
        id="V06",
        severity="A",
        fields=(FIELD,),
        condition=_not_a_number,
        message="تعداد بار مراجعه عدد نیست: «%(text)s».",
        fix="یک عدد یا کمینه و بیشینه بنویسید، مانند «۱ تا ۲ بار».",
        example="تعداد مراجعه: به میزان نیاز",
    ),
    Rule(
        id="V07",
        severity="N",
        fields=("card.stages",),
        condition=_reasons_without_electronics,
        message="ضرورت مراجعهٔ حضوری نوشته شده، در حالی که هیچ مرحله‌ای الکترونیکی نیست.",
        fix="این خانه برای خدمات نیمه‌الکترونیکی است؛ اگر مرحله‌ای الکترونیکی است آن را بزنید.",
        example="همهٔ مراحل غیرالکترونیکی · ☑ نبود زیرساخت",
    ),
)

"""V01, V02, V06: how often one comes in person."""

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.reading import attends, blank, card_of, public_stages
from khedmat.cards.rules.rule import Rule

FIELD = "card.visits"


def _in_person(document: Document) -> list[str]:
    return [field_label(path) for path, stage in public_stages(document) if attends(stage)]


def _none_though_in_person(document: Document) -> Said:
    visits, where = card_of(document).visits, _in_person(document)
    return said(all((visits.count == 0, not visits.max, where)), stages=where)


def _empty_though_in_person(document: Document) -> Said:
    visits, where = card_of(document).visits, _in_person(document)
    return said(all((visits.count is None, visits.max is None, blank(visits.text), where)), stages=where)


def _not_a_number(document: Document) -> Said:
    visits = card_of(document).visits
    return said(all((visits.count is None, visits.max is None, not blank(visits.text))), text=visits.text)


RULES = (
    Rule(
        id="V01",
        severity="B",
        fields=(FIELD, "card.stages"),
        condition=once(FIELD, _none_though_in_person),
        message="تعداد مراجعهٔ حضوری صفر است، ولی در %(stages)s مراجعهٔ حضوری تیک دارد.",
        fix="تعداد بار مراجعه را بنویسید یا تیک غیرالکترونیکی این مراحل را بردارید.",
        example="مراجعه: ۰ · درخواست: ☑ غیرالکترونیکی",
    ),
    Rule(
        id="V02",
        severity="B",
        fields=(FIELD, "card.stages"),
        condition=once(FIELD, _empty_though_in_person, doubt="visits", excuse=FIELD),
        message="در %(stages)s مراجعهٔ حضوری هست، ولی تعداد بار مراجعه نوشته نشده است.",
        fix="بنویسید هر نفر برای یک بار گرفتن خدمت چند بار می‌آید.",
        example="مراجعه: - · ارائه: ☑ غیرالکترونیکی",
    ),
    Rule(
        id="V06",
        severity="A",
        fields=(FIELD,),
        condition=once(FIELD, _not_a_number),
        message="تعداد بار مراجعه عدد نیست: «%(text)s».",
        fix="یک عدد یا کمینه و بیشینه بنویسید، مانند «۱ تا ۲ بار».",
        example="تعداد مراجعه: به میزان نیاز",
    ),
)

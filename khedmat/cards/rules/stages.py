"""X02, X03: every stage is filled, and the two ends of a service agree."""

from collections.abc import Iterator

from khedmat.cards.form import Document, StageAccess
from khedmat.cards.rules.conditions import each, said
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.not_applicable import is_excused
from khedmat.cards.rules.reading import STAGES, doubtful, is_untouched, stage_of, stages
from khedmat.cards.rules.rule import Rule


def _empty(document: Document) -> Iterator[tuple[str, list[str]]]:
    """One finding where all four are empty, else one for each."""
    found = [path for path, stage in stages(document) if is_untouched(stage)]
    sure = [path for path in found if not _is_answered(document, path)]
    return iter([("card.stages", list(map(field_label, sure)))]) if len(sure) == len(STAGES) else map(_alone, sure)


def _is_answered(document: Document, path: str) -> bool:
    """The marks are lost, or the service has no such stage and somebody said why."""
    return any((doubtful(document, path.removeprefix("card.")), is_excused(document, path)))


def _alone(path: str) -> tuple[str, list[str]]:
    return path, [field_label(path)]


def _half_electronic(document: Document) -> Iterator[tuple[str, str]]:
    """(the end that is in person only, the name of the electronic one)."""
    request, delivery = stage_of(document, "request"), stage_of(document, "delivery")
    if _is_behind(request, delivery):
        yield "card.stages.request", field_label("card.stages.delivery")
    if _is_behind(delivery, request):
        yield "card.stages.delivery", field_label("card.stages.request")


def _is_behind(one: StageAccess, other: StageAccess) -> bool:
    return all((one.non_electronic, not one.electronic, other.electronic))


RULES = (
    Rule(
        id="X02",
        severity="B",
        fields=("card.stages.*",),
        condition=each(_empty, lambda names: said(True, stages=names)),
        message="برای %(stages)s هیچ گزینه‌ای پر نشده است.",
        fix="برای هر مرحله نوع ارائه (الکترونیکی یا غیرالکترونیکی) و رسانه یا محل مراجعه را بزنید.",
        example="مرحلهٔ ارائهٔ خدمت: (خالی)",
    ),
    Rule(
        id="X03",
        severity="N",
        fields=("card.stages.request", "card.stages.delivery"),
        condition=each(_half_electronic, lambda there: said(True, there=there), doubt=".electronic"),
        message="%(there)s الکترونیکی است ولی %(row)s تنها حضوری است.",
        fix="ببینید آیا این مرحله هم می‌تواند از همان سامانه انجام شود؛ اگر نه، علت را بنویسید.",
        example="درخواست: حضوری · ارائه: الکترونیکی",
    ),
)

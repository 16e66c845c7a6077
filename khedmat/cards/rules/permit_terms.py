"""P01, P03, P04: how long a permit holds and how it ends. Note to art. 5 of 206/93/7740."""

from collections.abc import Iterator
from itertools import starmap

from khedmat.cards.form import Document, Permit
from khedmat.cards.rules.conditions import Said, each, said
from khedmat.cards.rules.inquiry_times import hours
from khedmat.cards.rules.permit_sets import PermitSet, permit_sets, title_of
from khedmat.cards.rules.quantities import span_hours
from khedmat.cards.rules.reading import blank
from khedmat.cards.rules.rows import permits
from khedmat.cards.rules.rule import Rule


def _renewed_for_ever(document: Document) -> Iterator[tuple[str, str]]:
    endless = (permit for _, permit in permit_sets(document) if _has_no_validity(permit))
    return ((f"{path}.validity", permit.title) for permit in endless for path, _ in permit.of("renew")[:1])


def _has_no_validity(permit: PermitSet) -> bool:
    return all(blank(row.validity) for _, row in permit.of("issue", "renew"))


def _without_end(document: Document) -> Iterator[tuple[str, tuple[str, str]]]:
    """(where, (permit, what it lacks))."""
    return filter(None, starmap(_lack_of_end, permit_sets(document)))


def _lack_of_end(path: str, permit: PermitSet) -> tuple[str, tuple[str, str]] | None:
    ends = permit.of("cancel")
    if not ends:
        return f"{path}.action", (permit.title, "عمل «لغو» ندارد")
    has_grounds = any(_gives_grounds(row) for _, row in ends)
    return None if has_grounds else (f"{ends[0][0]}.conditions", (permit.title, "علت‌های لغو آن نوشته نشده است"))


def _gives_grounds(row: Permit) -> bool:
    return not all((blank(row.conditions), blank(row.legal_basis), blank(row.notes)))


def _expires_before_issue(row: Permit) -> Said:
    valid, takes = span_hours(row.validity or "") or 0, hours(row.duration)
    text = row.duration.text or f"{takes:g} ساعت"
    return said(0 < valid < takes, permit=title_of(row), valid=row.validity, takes=text)


RULES = (
    Rule(
        id="P01",
        severity="B",
        fields=("permits.*.validity",),
        kinds=("service_card", "permit_list"),
        condition=each(_renewed_for_ever, lambda title: said(True, permit=title)),
        message="«%(permit)s» تمدید دارد ولی مدت اعتبار آن نوشته نشده است.",
        fix="مدت اعتبار مجوز را بنویسید، یا اگر دائمی است ردیف تمدید را حذف کنید.",
        example="تمدید · مدت اعتبار: (خالی)",
    ),
    Rule(
        id="P03",
        severity="A",
        fields=("permits.*.action", "permits.*.conditions"),
        kinds=("service_card", "permit_list"),
        condition=each(_without_end, lambda one: said(True, permit=one[0], why=one[1])),
        message="«%(permit)s» %(why)s.",
        fix="ردیف «لغو» را با علت‌های قانونی آن بنویسید.",
        example="تنها ردیف صدور",
    ),
    Rule(
        id="P04",
        severity="A",
        fields=("permits.*.validity", "permits.*.duration"),
        kinds=("service_card", "permit_list"),
        condition=each(permits, _expires_before_issue, box=".validity"),
        message="اعتبار «%(permit)s» (%(valid)s) از مدت صدور آن (%(takes)s) کوتاه‌تر است.",
        fix="مدت اعتبار یا مدت صدور را درست کنید.",
        example="اعتبار: ۱۰ روز · صدور: ۳۰ روز",
    ),
)

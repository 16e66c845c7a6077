"""G: what is asked or charged needs a law, and a law is cited so that it can be found."""

from collections.abc import Iterator
from itertools import chain

from khedmat.cards.citations import citation, cited, is_known_to_all
from khedmat.cards.form import Document, Permit
from khedmat.cards.rules.conditions import Said, as_found, each, once, said, which
from khedmat.cards.rules.permit_sets import title_of
from khedmat.cards.rules.reading import blank, card_of
from khedmat.cards.rules.rows import charges, laws, permits, written
from khedmat.cards.rules.rule import Breach, Rule


def _card_without_law(document: Document) -> Said:
    card = card_of(document)
    needs = which({"مدرک": card.documents, "هزینه": charges(document), "صدور مجوز": card.leads_to_permit})
    return said(all((needs, not card.laws)), needs=needs)


def _permit_without_law(permit: Permit) -> Said:
    return said(blank(permit.legal_basis), needs=[title_of(permit)])


_CARD = once("card.laws", _card_without_law, doubt="laws", excuse="card.laws")
_PERMITS = each(permits, _permit_without_law, box=".legal_basis")


def _without_law(document: Document) -> Iterator[Breach]:
    return chain(_CARD(document), _PERMITS(document))


def _cited(document: Document) -> Iterator[tuple[str, str]]:
    bases = ((f"{path}.legal_basis", row.legal_basis or "") for path, row in permits(document))
    return written(chain(laws(document), bases))


def _incomplete(text: str) -> Said:
    missing = citation(text).missing()
    return said(all((missing, not is_known_to_all(text))), text=text, missing=missing)


def _cited_twice(document: Document) -> Iterator[tuple[str, Said]]:
    """Each law that an earlier line has cited already."""
    first: dict[object, str] = {}
    for path, text in laws(document):
        law = cited(text)
        earlier = first.get(law)
        if law is not None:
            first.setdefault(law, text)
        yield path, said(earlier, text=text, earlier=earlier)


RULES = (
    Rule(
        id="G01",
        severity="A",
        fields=("card.laws", "permits.*.legal_basis"),
        kinds=("service_card", "permit_list"),
        condition=_without_law,
        message="برای %(needs)s مستند قانونی نوشته نشده است.",
        fix="قانون یا مصوبه‌ای را بنویسید که اجازهٔ خواستن آن را می‌دهد: نوع، شماره یا ماده، تاریخ.",
        example="هزینه: ۵۰۰٬۰۰۰ ریال · قوانین: (خالی)",
    ),
    Rule(
        id="G03",
        severity="N",
        fields=("card.laws", "permits.*.legal_basis"),
        kinds=("service_card", "permit_list"),
        condition=each(_cited, _incomplete),
        message="ارجاع «%(text)s» کامل نیست؛ کم دارد: %(missing)s.",
        fix="نوع مقرره، شماره یا مادهٔ آن و تاریخ تصویب را بنویسید.",
        example="قوانین: قانون شهرداری",
    ),
    Rule(
        id="G04",
        severity="N",
        fields=("card.laws",),
        condition=each(_cited_twice, as_found),
        message="«%(text)s» همان است که پیش‌تر آمده: «%(earlier)s».",
        fix="یکی از دو سطر را بردارید.",
        example="قانون هوای پاک مصوب 92/4/11 · قانون هوای پاک مصوب 11/4/92",
    ),
)

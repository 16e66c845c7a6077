"""L: the level of a service is not its place. A national owner's provincial service is a template."""

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.places import is_national, is_provincial, place_in, province_in
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import labels

_LOCAL = {"provincial", "urban", "rural"}
_WIDE = {"national", "country"}


def _local_without_place(document: Document) -> Said:
    card = card_of(document)
    is_local = all((_LOCAL & set(card.level), not (_WIDE | {"regional"}) & set(card.level)))
    why = why_no_place(card) if is_local else None
    return said(why, levels=labels("level", card.level), why=why)


def why_no_place(card: Card) -> str | None:
    """Why a local level cannot stand; None where a place is named."""
    agency = card.executive_agency or ""
    if is_national(agency):
        return f"ارائه‌دهنده «{agency}» دستگاهی ملی است"
    named = filter(None, (card.title, agency, card.parent_agency, card.audience, card.description))
    return None if any(map(place_in, named)) else "نام هیچ استان، شهر یا روستایی در فرم نیست"


def _national_in_one_province(document: Document) -> Said:
    card = card_of(document)
    is_wide = all((_WIDE & set(card.level), not _LOCAL & set(card.level)))
    place = _province(card.title or "", card.executive_agency or "")
    return said(all((is_wide, place)), place=place)


def _province(title: str, agency: str) -> str | None:
    return province_in(title) or (province_in(agency) if is_provincial(agency) else None)


RULES = (
    Rule(
        id="L01",
        severity="A",
        fields=("card.level", "card.executive_agency"),
        condition=once("card.level", _local_without_place, doubt="level"),
        message="سطح خدمت %(levels)s است اما %(why)s.",
        fix="اگر در همهٔ استان‌ها داده می‌شود الگوی ملی بسازید و برای هر استان نمونه‌ای؛ وگرنه نام محل را بنویسید.",
        example="سطح: استانی · دستگاه: شرکت … کل کشور",
    ),
    Rule(
        id="L02",
        severity="A",
        fields=("card.level", "card.title", "card.executive_agency"),
        condition=once("card.level", _national_in_one_province, doubt="level"),
        message="سطح خدمت ملی است اما از «%(place)s» نام برده شده است.",
        fix="اگر خدمت تنها در همین استان است سطح را «استانی» کنید؛ اگر ملی است نام استان را بردارید.",
        example="سطح: ملی · دستگاه: اداره کل … استان هرمزگان",
    ),
)

"""L: the level of a service is not its place. A national owner's provincial service is a template."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.places import is_national, is_provincial, place_in, province_in
from khedmat.cards.rules.reading import card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

_LOCAL = {"provincial", "urban", "rural"}
_WIDE = {"national", "country"}


def _local_without_place(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    ticked = set(card.level)
    if not ticked & _LOCAL or ticked & (_WIDE | {"regional"}) or doubtful(document, "level"):
        return
    agency = card.executive_agency or ""
    levels = [label("level", level) for level in card.level]
    named = any(
        place_in(text) for text in (card.title, agency, card.parent_agency, card.audience, card.description) if text
    )
    if is_national(agency):
        yield at("card.level", levels=levels, why=f"ارائه‌دهنده «{agency}» دستگاهی ملی است")
    elif not named:
        yield at("card.level", levels=levels, why="نام هیچ استان، شهر یا روستایی در فرم نیست")


def _national_in_one_province(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    if not set(card.level) & _WIDE or set(card.level) & _LOCAL or doubtful(document, "level"):
        return
    place = province_in(card.title or "")
    agency = card.executive_agency or ""
    if not place and is_provincial(agency):
        place = province_in(agency)
    if place:
        yield at("card.level", place=place)


RULES = (
    Rule(
        id="L01",
        severity="A",
        fields=("card.level", "card.executive_agency"),
        condition=_local_without_place,
        message="سطح خدمت %(levels)s است اما %(why)s.",
        fix="اگر در همهٔ استان‌ها داده می‌شود الگوی ملی بسازید و برای هر استان نمونه‌ای؛ وگرنه نام محل را بنویسید.",
        example="سطح: استانی · دستگاه: شرکت … کل کشور",
    ),
    Rule(
        id="L02",
        severity="A",
        fields=("card.level", "card.title", "card.executive_agency"),
        condition=_national_in_one_province,
        message="سطح خدمت ملی است اما از «%(place)s» نام برده شده است.",
        fix="اگر خدمت تنها در همین استان است سطح را «استانی» کنید؛ اگر ملی است نام استان را بردارید.",
        example="سطح: ملی · دستگاه: اداره کل … استان هرمزگان",
    ),
)

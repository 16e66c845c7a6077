"""C08: a card bears a title that its agency's highest official confirmed.

It wants an answer and blocks nothing: a draft is refused by `needs` before it leaves the agency, so what remains are
cards that were sent or published under an earlier list, and those must not fall when another list is confirmed.
"""

from collections.abc import Iterator, Mapping, Sequence

from khedmat.cards.enums import TitleStage
from khedmat.cards.models import DeclaredTitle
from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.cards.titles.bearing import outside_the_lists

FIELD = "card.title"
DECLARED_OTHERWISE = Wording(
    "عنوان «%(title)s» همان عنوان تأییدشدهٔ این خدمت نیست.",
    "عنوان تأییدشده «%(declared)s» است؛ همان را بنویسید، یا عنوان فهرست را با تأیید تازهٔ بالاترین مقام تغییر دهید "
    "(صفحهٔ «عنوان خدمت‌ها» در میز کار).",
)


def _not_confirmed(asked: Asked) -> Iterator[Breach]:
    """An agency without a confirmed list, and a card without a title, are asked about elsewhere."""
    if asked.once(_outside)[asked.version.pk]:
        meant = asked.once(_meant).get((asked.version.service.owner_id, asked.version.service_id), "")
        said = {"title": asked.version.title, "declared": meant}
        yield Breach(FIELD, said, DECLARED_OTHERWISE if meant else None)


def _outside(together: Sequence[Asked]) -> Mapping[int, bool]:
    return outside_the_lists(asked.version for asked in together)


def _meant(together: Sequence[Asked]) -> Mapping[tuple[int, int], str]:
    """Agency and service → the title that its list in force gives this service, of several the first. One question."""
    rows = DeclaredTitle.objects.filter(
        title_list__stage=TitleStage.CONFIRMED, service__in=[asked.version.service_id for asked in together]
    )
    found = rows.order_by("-pk").values_list("title_list__agency", "service", "title")
    return {(agency, service): title for agency, service, title in found}


RULES = (
    StandingRule(
        id="C08",
        severity="A",
        fields=(FIELD,),
        condition=_not_confirmed,
        message="عنوان «%(title)s» در فهرست تأییدشدهٔ دستگاه نیست.",
        fix="عنوان را از فهرست تأییدشده برگزینید؛ پیش‌نویس با این عنوان فرستاده و تأیید نمی‌شود. افزودن عنوان به فهرست "
        "با ویرایش تازه و تأیید بالاترین مقام دستگاه است (صفحهٔ «عنوان خدمت‌ها» در میز کار).",
        example="عنوان شناسنامه: صدور کارت · عنوان تأییدشده: صدور کارت هوشمند",
    ),
)

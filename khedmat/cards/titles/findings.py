"""C08: a card bears a title that its agency's highest official confirmed.

It wants an answer and blocks nothing: a draft is refused by `needs` before it leaves the agency, so what remains are
cards that were sent or published under an earlier list, and those must not fall when another list is confirmed.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from khedmat.cards.models import DeclaredTitle, ServiceVersion, TitleList
from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.persian import squeeze

FIELD = "card.title"
DECLARED_OTHERWISE = Wording(
    "عنوان «%(title)s» همان عنوان تأییدشدهٔ این خدمت نیست.",
    "عنوان تأییدشده «%(declared)s» است؛ همان را بنویسید، یا عنوان فهرست را با تأیید تازهٔ بالاترین مقام تغییر دهید "
    "(صفحهٔ «عنوان خدمت‌ها» در میز کار).",
)


def _not_confirmed(asked: Asked) -> Iterator[Breach]:
    """One question. An agency without a confirmed list, and a card without a title, are asked about elsewhere."""
    letters = squeeze(asked.version.title)
    found = _confirmed(asked.version, letters) if letters else None
    if found is not None and not found.is_declared:
        said = {"title": asked.version.title, "declared": found.meant or ""}
        yield Breach(FIELD, said, DECLARED_OTHERWISE if found.meant else None)


def _confirmed(version: ServiceVersion, letters: str) -> Any:
    """The list in force: whether the title stands on it, and which title it gives this service."""
    rows = DeclaredTitle.objects.filter(title_list=OuterRef("pk"))
    own = rows.filter(service=version.service_id).order_by("pk").values("title")[:1]
    titles = TitleList.objects.confirmed().filter(agency=version.service.owner_id)
    return titles.annotate(is_declared=Exists(rows.filter(letters=letters)), meant=Subquery(own)).first()


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

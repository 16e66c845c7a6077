"""I03, C07, U07: an ID, a title or an address that a card in force of another service has already."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import Window
from django.db.models.functions import RowNumber
from rapidfuzz import fuzz, process

from khedmat.cards.alike import LONGEST, MOST, NEAR
from khedmat.cards.enums import IN_FORCE
from khedmat.cards.models import Service, ServiceVersion
from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core.sequences import grouped

MANY = 3000  # cards of one agency, whose titles are read for the sake of one
ENDED = Wording(
    "شناسهٔ %(code)s از آن خدمت پایان‌یافتهٔ «%(title)s» (%(agency)s) است؛ شناسه هرگز به خدمت دیگری داده نمی‌شود.",
    "خانهٔ شناسه را خالی کنید تا مرکز به این خدمت شناسهٔ خودش را بدهد.",
)


class Other(NamedTuple):
    """A card in force. What is still written somewhere is nobody else's business."""

    service: int
    title: str
    title_key: str = ""
    code: str | None = None


def _of_another(asked: Asked) -> Iterator[Breach]:
    """Asked only of a form with an ID that is not the one of its own service."""
    code = _alien_code(asked)
    service = asked.once(_bearers).get(code) if code else None
    if service and service.pk != asked.version.service_id:
        shown = service.versions.public().order_by("-number").first()
        said = {"code": code, "title": shown.title if shown else "", "agency": service.owner.name}
        yield Breach("card.service_id", said, None if shown and shown.stage in IN_FORCE else ENDED)


def _alien_code(asked: Asked) -> str:
    return "" if asked.version.stated_id == asked.version.service.code else asked.version.stated_id


def _bearers(together: Sequence[Asked]) -> Mapping[str, Service]:
    """ID → whose it is, of those that these cards state. One question."""
    codes = set(map(_alien_code, together)) - {""}
    return Service.objects.select_related("owner").in_bulk(codes, field_name="code")


def _like_another(asked: Asked) -> Iterator[Breach]:
    """Of the same agency; the services of one family are alike by their nature."""
    title = asked.version.title_key[:LONGEST]
    others = _beside(asked, asked.once(_titled)[asked.version.service.owner_id]) if title else {}
    titles = {pk: one.title_key for pk, one in others.items()}
    found = process.extract(title, titles, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=MOST)
    if found:
        said = [others[pk].title for pk in sorted(pk for _title, _likeness, pk in found)]
        yield Breach("card.title", {"title": asked.version.title, "others": said})


def _beside(asked: Asked, titled: Mapping[int, Other]) -> Mapping[int, Other]:
    """Those of other services, and of other families."""
    family = _family(asked.version.service.code)
    others = (pair for pair in titled.items() if pair[1].service != asked.version.service_id)
    return {pk: one for pk, one in islice(others, MANY) if not family or _family(one.code) != family}


def _family(code: str | None) -> str:
    return (code or "")[4:8]


def _titled(together: Sequence[Asked]) -> Mapping[int, Mapping[int, Other]]:
    """Agency → its cards that have a title. One question an agency; one row more, for the card's own service."""
    return {owner: _of_agency(owner) for owner in {asked.version.service.owner_id for asked in together}}


def _of_agency(owner: int) -> Mapping[int, Other]:
    rows = ServiceVersion.objects.in_force().filter(owner=owner).exclude(title_key="").order_by("pk")
    found = rows.values_list("pk", "service", "title", "title_key", "service__code")[: MANY + 1]
    return {pk: Other(*said) for pk, *said in found}


def _at_one_address(asked: Asked) -> Iterator[Breach]:
    """With and without a slash at its end. The first page of a portal is nobody's own: that is U03."""
    bare = _bare(asked)
    at_it = asked.once(_at_addresses).get(bare, ()) if bare else ()
    titles = [one.title for one in at_it if one.service != asked.version.service_id]
    if titles:
        yield Breach("card.url", {"url": asked.version.url.strip(), "others": titles[:MOST]})


def _bare(asked: Asked) -> str:
    url = asked.version.url.strip()
    return url.rstrip("/") if _points_within(url) else ""


def _at_addresses(together: Sequence[Asked]) -> Mapping[str, Sequence[Other]]:
    """Address without a slash at its end → the cards in force that say it. One question."""
    bare = set(map(_bare, together)) - {""}
    rows = ServiceVersion.objects.in_force().filter(url__in=[*bare, *(f"{one}/" for one in bare)]).order_by("pk")
    nth = Window(RowNumber(), partition_by="url", order_by="pk")
    found = rows.alias(nth=nth).filter(nth__lte=MOST + 1).values_list("url", "service", "title")
    told = grouped(found, by=lambda row: row[0].removesuffix("/"))
    return {url: [Other(service, title) for _url, service, title in rows] for url, rows in told.items()}


def _points_within(url: str) -> bool:
    try:
        parts = urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


RULES = (
    StandingRule(
        id="I03",
        severity="B",
        fields=("card.service_id",),
        condition=_of_another,
        message="شناسهٔ %(code)s از آن خدمت دیگری است: «%(title)s» (%(agency)s).",
        fix="شناسه را با ابلاغ آن بسنجید. اگر این همان خدمت است، پیش‌نویس تازه را از صفحهٔ همان خدمت بسازید؛ اگر خدمت "
        "دیگری است، خانهٔ شناسه را خالی کنید تا مرکز شناسهٔ خودش را بدهد.",
        example="شناسهٔ خدمت: ۱۷۰۴۱۳۲۵۱۰۴ · همین شناسه در دفتر شناسه‌ها از آن خدمت دیگری است",
        since="5",
    ),
    StandingRule(
        id="C07",
        severity="A",
        fields=("card.title",),
        condition=_like_another,
        message="عنوان «%(title)s» بسیار نزدیک است به عنوان خدمت دیگری از همین دستگاه: %(others)s.",
        fix="اگر هر دو یک خدمت‌اند، یکی را نگه دارید و دیگری را با جانشین پایان دهید؛ اگر دو خدمت‌اند، عنوان‌ها را چنان "
        "بنویسید که مردم تفاوتشان را ببینند.",
        example="عنوان‌های یک دستگاه: صدور پروانهٔ چاه کشاورزی · صدور پروانه چاه‌های کشاورزی",
        since="5",
    ),
    StandingRule(
        id="U07",
        severity="A",
        fields=("card.url",),
        condition=_at_one_address,
        message="نشانی %(url)s در شناسنامهٔ خدمت دیگری هم هست: %(others)s.",
        fix="نشانی یکراست همین خدمت را بنویسید؛ اگر هر دو در یک صفحه گرفته می‌شوند، در پاسخ این پرسش بنویسید چرا.",
        example="صدور گواهی و تمدید گواهی: هر دو https://sample.ir/services/12",
        since="5",
    ),
)

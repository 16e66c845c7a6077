"""I03, C07, U07: an ID, a title or an address that a card in force of another service has already."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.db.models import QuerySet
from rapidfuzz import fuzz, process

from khedmat.cards.alike import LONGEST, MOST, NEAR
from khedmat.cards.enums import IN_FORCE
from khedmat.cards.models import Service, ServiceVersion
from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule

MANY = 3000  # cards of one agency, whose titles are read for the sake of one
ENDED = Wording(
    "شناسهٔ %(code)s از آن خدمت پایان‌یافتهٔ «%(title)s» (%(agency)s) است؛ شناسه هرگز به خدمت دیگری داده نمی‌شود.",
    "خانهٔ شناسه را خالی کنید تا مرکز به این خدمت شناسهٔ خودش را بدهد.",
)


def _others(asked: Asked) -> QuerySet[ServiceVersion]:
    """What speaks for other services. What is still written somewhere is nobody else's business."""
    return ServiceVersion.objects.in_force().exclude(service=asked.version.service_id)


def _of_another(asked: Asked) -> Iterator[Breach]:
    """Asked only of a form with an ID that is not the one of its own service."""
    code = asked.version.stated_id
    if code in ("", asked.version.service.code):
        return
    for service in Service.objects.filter(code=code).exclude(pk=asked.version.service_id).select_related("owner"):
        shown = service.versions.public().order_by("-number").first()
        said = {"code": code, "title": shown.title if shown else "", "agency": service.owner.name}
        yield Breach("card.service_id", said, None if shown and shown.stage in IN_FORCE else ENDED)


def _like_another(asked: Asked) -> Iterator[Breach]:
    """Of the same agency; the services of one family are alike by their nature."""
    title = asked.version.title_key[:LONGEST]
    family = (asked.version.service.code or "")[4:8]
    rows = _others(asked).filter(owner=asked.version.service.owner_id).exclude(title_key="").order_by("pk")
    known = rows.values_list("pk", "title_key", "service__code")[:MANY] if title else ()
    titles = {pk: one for pk, one, code in known if not family or (code or "")[4:8] != family}
    found = process.extract(title, titles, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=MOST)
    if found:
        names = ServiceVersion.objects.filter(pk__in=[pk for _, _, pk in found]).order_by("pk")
        yield Breach(
            "card.title", {"title": asked.version.title, "others": list(names.values_list("title", flat=True))}
        )


def _at_one_address(asked: Asked) -> Iterator[Breach]:
    """With and without a slash at its end. The first page of a portal is nobody's own: that is U03."""
    url = asked.version.url.strip()
    if not _points_within(url):
        return
    bare = url.rstrip("/")
    found = _others(asked).filter(url__in=[bare, f"{bare}/"]).order_by("pk").values_list("title", flat=True)[:MOST]
    if titles := list(found):
        yield Breach("card.url", {"url": url, "others": titles})


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

"""Giving a service its ID (resolution 206/93/7740, article 2): lock, then number; what a refusal undoes leaves no gap.

CCCC goes on from the last number of this register, and begins after the highest that came with IDs from before it.
Numbers that a form still waiting says it bears are passed over: they are taken over when it is published.
"""

from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import Substr
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.functions import functions
from khedmat.cards.models import GivenId, Service, ServiceVersion
from khedmat.cards.models.identity import MAIN
from khedmat.cards.perms import can_give_ids
from khedmat.cards.records import locked_service, store
from khedmat.core.refusals import refusing_in_words

FIRST_SUB, LAST_SUB, LAST_MAIN = 100, 999, 9999
FROM_BEFORE = _("این شناسه پیش از این دفتر داده شده بود و در فرم آمد؛ با انتشار همان‌گونه که بود ثبت شد.")


class Wish(NamedTuple):
    """What is asked for: an ID of this function for a service; of the family of `parent` for a sub-service."""

    service: Service
    function: str
    parent: Service | None
    by: User
    on: date


def newest_sent(service: Service) -> ServiceVersion | None:
    """The text by which the centre judges."""
    return service.versions.sent().order_by("-number").first()


def _states_none(wish: Wish) -> bool:
    """An ID in the form is taken over at publication: a second one would stand in its way."""
    sent = newest_sent(wish.service)
    return sent is None or not sent.stated_id


NEEDS: tuple[tuple[Callable[[Wish], bool], Promise], ...] = (
    (
        lambda wish: can_give_ids(wish.by, wish.on),
        _(
            "دادن شناسه کار بررسی‌کنندگان و منتشرکنندگان مرکز بررسی شناسنامه‌هاست؛ "
            "یکی از آنان آن را با دکمهٔ «دادن شناسه» در صفحهٔ همین خدمت در میز کار می‌دهد."
        ),
    ),
    (
        lambda wish: wish.service.code is None,
        _("این خدمت شناسهٔ %(code)s را دارد و شناسه هرگز عوض نمی‌شود؛ چیزی برای دادن نمانده است."),
    ),
    (
        lambda wish: newest_sent(wish.service) is not None,
        _(
            "هنوز هیچ نسخه‌ای از این خدمت فرستاده نشده است. "
            "نویسندگان «%(owner)s» پیش‌نویس را در صفحهٔ آن در میز کار می‌فرستند؛ پس از آن شناسه داده می‌شود."
        ),
    ),
    (
        _states_none,
        _(
            "فرم این خدمت خود شناسه‌ای دارد که با انتشار ثبت می‌شود. اگر نادرست است، نویسندگان «%(owner)s» "
            "با دکمهٔ «پیش‌نویس تازه» در صفحهٔ همین نسخه آن خانه را خالی می‌کنند و دوباره می‌فرستند."
        ),
    ),
    (
        lambda wish: wish.function in functions(),
        _("کارکردی که گزیده‌اید در فهرست کارکردهای دولت نیست؛ در صفحهٔ «دادن شناسه» یکی از گزینه‌ها را برگزینید."),
    ),
    (
        lambda wish: wish.parent is None or wish.parent.code is not None,
        _(
            "خدمت اصلی هنوز شناسه ندارد و زیرخدمت شمارهٔ خود را از آن می‌گیرد؛ "
            "بررسی‌کنندگان مرکز نخست در صفحهٔ خدمت اصلی به آن شناسه می‌دهند."
        ),
    ),
    (
        lambda wish: wish.parent is None or wish.parent.code is None or wish.parent.code.endswith(MAIN),
        _(
            "خدمتی که به‌جای خدمت اصلی گزیده‌اید خود زیرخدمت است؛ زیرخدمت زیرخدمتی ندارد. "
            "در صفحهٔ «دادن شناسه» خدمت اصلی همان خانواده را برگزینید."
        ),
    ),
)


@refusing_in_words()
@transaction.atomic
def give_id(
    service: Service, *, function: str, why: str, parent: Service | None = None, by: User, at: datetime
) -> GivenId:
    """The centre gives a service its ID, for ever: the next number of the register, or of the parent's family."""
    service = locked_service(service.pk)
    parent = parent and Service.objects.get(pk=parent.pk)  # as it is now: its ID may be a minute old
    wish = Wish(service, function, parent, by, localdate(at))
    if reasons := unmet(wish):
        raise ValidationError(reasons, code="unmet")
    _lock_register()
    return _registered(service, next_id(function, parent), why=why, by=by, at=at)


def keep_legacy_id(version: ServiceVersion, *, by: User, at: datetime) -> None:
    """A service bears the ID of its form once the centre published it: a mere draft claims nothing."""
    if version.stated_id and version.service.code is None:
        _lock_register()
        _registered(version.service, version.stated_id, is_legacy=True, why=str(FROM_BEFORE), by=by, at=at)


def unmet(wish: Wish) -> list[str]:
    """Sentences of all conditions that do not hold; empty when the ID may be given."""
    facts = {"owner": wish.service.owner.name, "code": wish.service.code}
    return [str(sentence) % facts for holds, sentence in NEEDS if not holds(wish)]


def next_id(function: str, parent: Service | None) -> str:
    """The ID that would be given now. Certain only while the register is locked: another may take the number first."""
    if parent is None:
        return f"{function}{_next_main():04}{MAIN}"
    main = parent.given_id.main
    return f"{function}{main}{_next_sub(main):03}"


def _next_main() -> int:
    mains = GivenId.objects.mains().given_here().order_by("-main").values_list("main", flat=True)
    highest = mains.first() or GivenId.objects.order_by("-main").values_list("main", flat=True).first() or "0"
    others = GivenId.objects.values_list("main", flat=True).union(_waiting().values_list("main", flat=True))
    return _following(int(highest), {*map(int, others)}, LAST_MAIN)


def _next_sub(main: str) -> int:
    known = GivenId.objects.filter(main=main).values_list("sub", flat=True)
    others = known.union(_waiting().filter(main=main).values_list("sub", flat=True))
    return _following(max(FIRST_SUB - 1, *map(int, known)), {*map(int, others)}, LAST_SUB)


def _waiting() -> QuerySet[ServiceVersion]:
    """Numbers in the forms of services that have no ID yet."""
    stated = ServiceVersion.objects.filter(service__code=None, stated_id__regex=r"^1\d{10}$").order_by()
    return stated.annotate(main=Substr("stated_id", 5, 4), sub=Substr("stated_id", 9, 3))


def _following(last: int, others: set[int], limit: int) -> int:
    number = next(number for number in count(last + 1) if number not in others)
    if number > limit:
        raise ValidationError(
            _("شماره‌های دفتر شناسه‌ها تا %(limit)s پر شده است؛ گردانندهٔ سامانه و مرکز شیوهٔ تازه‌ای تعیین می‌کنند."),
            params={"limit": limit},
            code="exhausted",
        )
    return number


def _lock_register() -> None:
    """The whole table until the transaction ends, for writers only: no row can be locked before the first is there."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {GivenId._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _registered(service: Service, code: str, *, why: str, by: User, at: datetime, is_legacy: bool = False) -> GivenId:
    given = GivenId.objects.create(service=service, code=code, is_legacy=is_legacy, why=why, by=by, at=at)
    store(service, {"code": code})
    return given

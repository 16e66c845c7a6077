"""Authors are reminded of cards that lose their confirmation: once before, once when it has lapsed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.enums import Reminding
from khedmat.cards.freshness.standing import ageing, freshness, stale
from khedmat.cards.models import FreshnessReminder, ServiceVersion
from khedmat.core.persian import persian_digits
from khedmat.core.sequences import grouped
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

PLACE = "/desk/fresh/"


def remind(*, at: datetime) -> int:
    """Each agency in one message a kind, however many cards. Safe to run twice: whoever was told is in a row."""
    on = localdate(at)
    published = ServiceVersion.objects.published()
    lapsed = _untold(stale(published, on), Reminding.LAPSED)
    soon = _untold(ageing(published, on), Reminding.SOON).exclude(pk__in=stale(published, on).values("pk"))
    return _tell(soon, Reminding.SOON, at) + _tell(lapsed, Reminding.LAPSED, at)


def _untold(versions: QuerySet[Any], kind: str) -> QuerySet[Any]:
    told = FreshnessReminder.objects.filter(version=OuterRef("pk"), confirmed_on=OuterRef("day"), kind=kind)
    return versions.annotate(day=TruncDate("confirmed_at")).filter(~Exists(told))


def _tell(versions: QuerySet[Any], kind: Reminding, at: datetime) -> int:
    rows = versions.select_related("service__owner").only("service__owner", "published_at")
    by_owner = grouped(rows.order_by("owner", "pk"), by=lambda version: version.service.owner)
    for owner, found in by_owner.items():
        _tell_office(owner, list(found), kind, at=at)
    return len(by_owner)


@transaction.atomic
def _tell_office(owner: Organization, versions: Sequence[Any], kind: Reminding, *, at: datetime) -> None:
    days = [freshness(version.confirmed_at, localdate(at)).confirmed_on for version in versions]
    FreshnessReminder.objects.bulk_create(
        [
            FreshnessReminder(version=version, confirmed_on=day, kind=kind, at=at)
            for version, day in zip(versions, days, strict=True)
        ],
        ignore_conflicts=True,
    )
    context = {"owner": owner.name, "count": persian_digits(len(versions)), "is_lapsed": kind == Reminding.LAPSED}
    dedupe = f"{_about(owner)} {kind} {localdate(at)}"
    about = {"about": _about(owner), "link": PLACE, "dedupe": dedupe}
    notify(_authors(owner, localdate(at)), NoticeKind.CARDS_AGE, context=context, at=at, **about)


def settle_if_none_ages(owner: Organization, *, at: datetime) -> None:
    """The last card of an agency is confirmed: nothing waits any more."""
    if not ageing(ServiceVersion.objects.published().filter(owner=owner), localdate(at)).exists():
        settle(NoticeKind.CARDS_AGE, about=_about(owner), at=at)


def _about(owner: Organization) -> str:
    return f"freshness of {owner.pk}"


def _authors(owner: Organization, on: date) -> Iterable[User]:
    rows = Membership.objects.in_force(on).filter(organization=owner, role=Role.AUTHOR)
    return User.objects.filter(pk__in=rows.values("user")).order_by("pk")

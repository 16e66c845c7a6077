"""Carrying out a planned change: people, services and lists together, or nothing."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import IN_FORCE, TitleStage
from khedmat.cards.models import Service, ServiceMove, ServiceVersion
from khedmat.cards.records import store
from khedmat.cards.succession.preview import preview
from khedmat.cards.tasks import recheck_soon
from khedmat.core.persian import persian_digits
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.changing import carrying
from khedmat.organizations.changing.parties import Parties, parties_of
from khedmat.organizations.changing.planning import locked
from khedmat.organizations.changing.preview import Group, refuse_changed
from khedmat.organizations.changing.terms import unmet
from khedmat.organizations.models import OrganizationChange, PlannedChange
from khedmat.organizations.perms import can_carry_out

NOT_A_PUBLISHER = _(
    "تغییر دستگاه‌ها را منتشرکنندگان مرکز بررسی شناسنامه‌ها انجام می‌دهند؛ "
    "یکی از آنان دکمهٔ «انجام تغییر» را در همین صفحه دارد."
)
LEFT_ALONE = _(
    "دستگاهی که جانشین ندارد هنوز %(n)s خدمت در کار دارد؛ منتشرکنندهٔ مرکز نخست آنها را برچیند، "
    "یا به جای انحلال، ادغام در دستگاهی را که آنها را می‌گیرد برگزینید."
)


@refusing_in_words()
@transaction.atomic
def carry_out(plan: PlannedChange, *, seen: Mapping[str, list[str]], by: User, at: datetime) -> OrganizationChange:
    """`seen`: what the preview showed. If it is another thing now, nothing is done and the difference is told."""
    if not can_carry_out(by, localdate(at)):
        raise ValidationError(NOT_A_PUBLISHER)
    plan = locked(plan)
    parties = parties_of(plan, is_locked=True)
    if reasons := unmet(plan, parties, localdate(at)):
        raise ValidationError(reasons, code="unmet")
    groups = preview(plan, parties, at=at, is_locked=True)
    refuse_changed(seen, groups)
    by_name = {group.name: group for group in groups}
    _refuse_orphans(by_name["services"])
    change = carrying.carry_out(plan, parties, groups, hand=carrying.Hand(by, at))
    _move(by_name["services"], change)
    _close_lists(by_name["titles"], at)
    _check_anew(parties, at)
    return change


def _refuse_orphans(group: Group) -> None:
    """A service that people use has an agency that answers for it."""
    alone = [item.key for item in group.items if item.taker is None]
    count = Service.objects.filter(pk__in=alone, versions__stage__in=IN_FORCE).distinct().count()
    if count:
        raise ValidationError(LEFT_ALONE, params={"n": persian_digits(count)})


def _move(group: Group, change: OrganizationChange) -> None:
    """The row first: the database lets no service go without it. IDs and versions are not touched."""
    pairs = zip(group.rows, group.items, strict=True)
    moving = [(row, item.taker) for row, item in pairs if item.taker and item.taker.pk != row.owner_id]
    signed = {"change": change, "by": change.by, "at": change.at}
    moves = [ServiceMove(service=row, before_id=row.owner_id, after=taker, **signed) for row, taker in moving]
    ServiceMove.objects.bulk_create(moves)
    for row, taker in moving:
        row.owner = taker
    Service.objects.bulk_update([row for row, _taker in moving], ["owner"])


def _close_lists(group: Group, at: datetime) -> None:
    """The confirmed list of an agency that ended binds nobody; a draft stays as it is and is written no more."""
    for row in group.rows:
        if row.stage == TitleStage.CONFIRMED:
            store(row, {"stage": TitleStage.REPLACED, "replaced_at": at})


def _check_anew(parties: Parties, at: datetime) -> None:
    """Titles are asked of the list of the new agency, names of the agencies that are there."""
    agencies = [*parties.before, *parties.after]
    ServiceVersion.objects.filter(service__owner__in=agencies).update(checked_with="")
    recheck_soon(at=at)

"""The steps that are safe for several cards at once: which stage they lead to, who may, and how each is taken."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards import actions, appointing, perms
from khedmat.cards.enums import BulkAct, Stage
from khedmat.cards.models import BulkRun, ServiceVersion
from khedmat.cards.needs import unmet

May = Callable[[User, ServiceVersion, date], bool]


class Act(NamedTuple):
    """`take`: the ordinary action with its own guards; `meaning`: what will happen to each version that passes."""

    target: str
    may: May
    take: Callable[[ServiceVersion, BulkRun, datetime], ServiceVersion]
    meaning: Promise


ACTS: dict[str, Act] = {
    BulkAct.APPROVE: Act(
        Stage.APPROVED,
        perms.can_approve,
        lambda version, run, at: actions.approve(version, by=run.by, at=at),
        _("دستگاه پشت آن می‌ایستد و به بررسی مرکز می‌رود."),
    ),
    BulkAct.ACCEPT: Act(
        Stage.ACCEPTED,
        perms.can_accept,
        lambda version, run, at: actions.accept(version, by=run.by, at=at),
        _("پذیرفته می‌شود و در نوبت انتشار می‌نشیند."),
    ),
    BulkAct.PUBLISH: Act(
        Stage.PUBLISHED,
        perms.can_publish,
        lambda version, run, at: _published(version, run, at),
        _("همان دم به‌جای نسخهٔ منتشرشدهٔ پیشین می‌نشیند و همه آن را می‌بینند."),
    ),
    BulkAct.APPOINT: Act(
        Stage.PUBLISHED,
        perms.can_appoint,
        lambda version, run, at: appointing.appoint(version, day=_day(run), by=run.by, at=at),
        _("در روزی که می‌نویسید خودبه‌خود و به نام شما منتشر می‌شود."),
    ),
    BulkAct.RETURN: Act(
        Stage.RETURNED,
        perms.can_return,
        lambda version, run, at: actions.send_back(version, reason=run.reason, by=run.by, at=at),
        _("همین‌جا پایان می‌یابد و نویسنده دلیل را می‌خواند."),
    ),
}


def in_the_way(act: str, version: ServiceVersion, *, by: User, on: date) -> list[str]:
    """The sentences of a refusal today; a day of publication is asked for apart."""
    if ACTS[act].target == Stage.PUBLISHED:
        return appointing.in_the_way(version, by=by, on=on)
    return unmet(version, ACTS[act].target, by=by, on=on)


def _published(version: ServiceVersion, run: BulkRun, at: datetime) -> ServiceVersion:
    """A suspension is ended one by one: to publish many at once must not end some by the way."""
    if version.stage == Stage.SUSPENDED:
        raise ValidationError(appointing.SUSPENDED, code="unmet")
    return actions.publish(version, by=run.by, at=at)


def _day(run: BulkRun) -> date:
    assert run.day
    return run.day

"""A day on which an accepted version is published by itself: set, taken back, and kept by the clock."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.actions import publish
from khedmat.cards.checking import check_by_rules_of_today
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.needs import may, unmet
from khedmat.cards.records import Why, locked, log, store
from khedmat.cards.telling import tell_missed
from khedmat.core.jalali import long

FARTHEST = timedelta(days=366)
NOT_THEN = _("نوبت انتشار از فردا تا یک سال دیگر است. برای انتشار در همین امروز دکمهٔ «انتشار» در صفحهٔ همین نسخه است.")
SUSPENDED = _("این خدمت تعلیق شده است؛ منتشرکنندهٔ مرکز با دکمهٔ «پایان تعلیق» آن را همان دم به فهرست‌ها بازمی‌گرداند.")
NO_DAY = _("این نسخه نوبت انتشار ندارد؛ شاید همکاری آن را برداشته باشد یا نسخه منتشر شده باشد.")
MISSED = _("در نوبت خود (%(day)s) منتشر نشد: %(reasons)s")


@transaction.atomic
def appoint(version: ServiceVersion, *, day: date, by: User, at: datetime) -> ServiceVersion:
    """A publisher sets the day, or another one; whatever would refuse a publication today refuses this too."""
    version = locked(version)
    today = localdate(at)
    check_by_rules_of_today(version, on=today)
    reasons = in_the_way(version, by=by, on=today)
    if not may_be_on(day, today):
        reasons.append(str(NOT_THEN))
    if reasons:
        raise ValidationError(reasons, code="unmet")
    return _set(version, day, by=by, at=at)


def in_the_way(version: ServiceVersion, *, by: User, on: date) -> list[str]:
    """What refuses any day at all."""
    return [str(SUSPENDED)] if version.stage == Stage.SUSPENDED else unmet(version, Stage.PUBLISHED, by=by, on=on)


def may_be_on(day: date, today: date) -> bool:
    return today < day <= today + FARTHEST


@transaction.atomic
def call_off(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """A publisher takes the day back: the version waits for a publisher again."""
    version = locked(version)
    if version.publish_on is None:
        raise ValidationError(NO_DAY, code="unmet")
    if not may(version, Stage.PUBLISHED, by=by, on=localdate(at)):
        raise ValidationError(unmet(version, Stage.PUBLISHED, by=by, on=localdate(at)), code="unmet")
    return _set(version, None, by=by, at=at)


def publish_due(at: datetime) -> int:
    """All whose day has come, in the name of whoever set it. What cannot be published loses its day, and is told."""
    due = ServiceVersion.objects.due(localdate(at)).order_by("publish_on", "pk")
    return sum(_published(version, at) for version in due)


def _published(version: ServiceVersion, at: datetime) -> bool:
    try:
        publish(version, by=_who_set(version), at=at)
    except ValidationError as refusal:
        _miss(version, refusal.messages, at)
        return False
    return True


@transaction.atomic
def _miss(version: ServiceVersion, reasons: list[str], at: datetime) -> None:
    """Somebody was faster: nothing was missed."""
    version = locked(version)
    if version.publish_on is None or version.publish_on > localdate(at):
        return
    reason = str(MISSED) % {"day": long(version.publish_on), "reasons": " ".join(reasons)}
    _set(version, None, by=_who_set(version), at=at, reason=reason)
    tell_missed(version, reason=reason, at=at)


def _who_set(version: ServiceVersion) -> User:
    return version.stage_changes.filter(publish_on=version.publish_on).latest("at", "pk").by


def _set(version: ServiceVersion, day: date | None, *, by: User, at: datetime, reason: str = "") -> ServiceVersion:
    store(version, {"publish_on": day})
    log(version, version.stage, by=by, at=at, why=Why(reason, publish_on=day))
    return version

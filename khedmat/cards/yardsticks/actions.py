"""Stating a yardstick: by those of the centre who weigh rules, with its paper; the cards concerned are checked anew."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.governing.weighing import may_weigh
from khedmat.cards.models import ServiceVersion, StatutoryLimit, TreasuryList
from khedmat.cards.tasks import recheck_soon
from khedmat.core.refusals import refusing_in_words

NOT_THE_STEWARD = _("سنجه‌های قاعده‌ها را بررسی‌کنندگان مرکز بررسی شناسنامه‌ها در صفحهٔ «سنجه‌های قاعده‌ها» می‌نویسند.")


@refusing_in_words()
@transaction.atomic
def state_limit(limit: StatutoryLimit, *, by: User, at: datetime) -> StatutoryLimit:
    """The service has this limit from now on, or, without a value, none any more."""
    _demand(by, at)
    limit.by, limit.at = by, at
    limit.validate_constraints()
    limit.save(force_insert=True)
    _check_anew(at, service=limit.service_id)
    return limit


@refusing_in_words()
@transaction.atomic
def state_accounts(accounts: Sequence[str], *, source: str, by: User, at: datetime) -> TreasuryList:
    """All accounts of the treasury from now on."""
    _demand(by, at)
    stated = TreasuryList(accounts=list(accounts), source=source, by=by, at=at)
    stated.validate_constraints()
    stated.save(force_insert=True)
    _check_anew(at, costitem_rows__account__gt="")
    return stated


def _demand(by: User, at: datetime) -> None:
    if not may_weigh(by, localdate(at)):
        raise ValidationError(NOT_THE_STEWARD)


def _check_anew(at: datetime, **concerned: object) -> None:
    """Those on their way or in force; a draft is checked at its next word, and at night."""
    found = ServiceVersion.objects.current().filter(**concerned)
    ServiceVersion.objects.filter(pk__in=found.values("pk")).update(checked_with="")
    recheck_soon(at=at)

"""Preparing a change: its terms, who takes what, and throwing it away."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.changing.parties import parties_of
from khedmat.organizations.changing.terms import unmet
from khedmat.organizations.models import PlannedChange
from khedmat.organizations.registering import demand_centre

DONE = _("این تغییر انجام شده است و دیگر عوض نمی‌شود؛ اگر نادرست بوده است تغییر تازه‌ای بسازید.")
NOT_A_SUCCESSOR = _("تنها جانشین‌های همین تغییر برگزیده می‌شوند.")


@refusing_in_words()
@transaction.atomic
def prepare(plan: PlannedChange, *, by: User, at: datetime) -> PlannedChange:
    on = localdate(at)
    demand_centre(by, on)
    if reasons := unmet(plan, parties_of(plan), on):
        raise ValidationError(reasons, code="unmet")
    plan.made_by, plan.made_at = by, at
    plan.save()
    return plan


@transaction.atomic
def choose(plan: PlannedChange, choices: Mapping[str, str], *, by: User, at: datetime) -> PlannedChange:
    """Those of one page; what was chosen on other pages stays."""
    demand_centre(by, localdate(at))
    plan = locked(plan)
    if not set(choices.values()) <= set(plan.after):
        raise ValidationError(NOT_A_SUCCESSOR)
    plan.choices = plan.choices | dict(choices)
    plan.save(update_fields=["choices"])
    return plan


@transaction.atomic
def discard(plan: PlannedChange, *, by: User, at: datetime) -> None:
    demand_centre(by, localdate(at))
    locked(plan).delete()


def locked(plan: PlannedChange) -> PlannedChange:
    """Of two who press at once one is told that it was done."""
    plan = PlannedChange.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    refuse_done(plan)
    return plan


def refuse_done(plan: PlannedChange) -> None:
    if plan.change_id:
        raise ValidationError(DONE)

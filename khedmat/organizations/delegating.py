"""Noting the letter by which an agency's highest official lets an approver confirm, and its end."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import Role
from khedmat.organizations.membership import decided
from khedmat.organizations.models import Delegation, DelegationEnd

NOT_AN_APPROVER = _("تأیید تنها به تأییدکننده واگذار می‌شود؛ نخست مدیر کاربران او را با نقش تأییدکننده دعوت می‌کند.")
NOTED = _("همین نامه برای همین تأییدکننده ثبت شده و در کار است؛ اگر نادرست است نخست آن تفویض را پایان دهید.")
SAME = ("membership", "official", "letter_number", "letter_on", "covers_cards", "covers_titles")
OF_THE_FUTURE = _("تاریخ نامه پس از امروز است.")
OVER = _("این تفویض دیگر در کار نیست.")


@refusing_in_words()
@transaction.atomic
def delegate(delegation: Delegation, *, by: User, at: datetime) -> Delegation:
    """Noted by a manager, never for oneself; the letter is the official's."""
    membership = decided(delegation.membership, by=by, on=localdate(at))
    if membership.role != Role.APPROVER:
        raise ValidationError(NOT_AN_APPROVER)
    if delegation.letter_on > localdate(at):
        raise ValidationError(OF_THE_FUTURE)
    _refuse_twice(delegation, on=localdate(at))
    delegation.made_by, delegation.made_at = by, at
    delegation.save()
    return delegation


def _refuse_twice(delegation: Delegation, *, on: date) -> None:
    """What is noted never changes: a form sent again would stand beside itself for ever. Under the lock of the role."""
    letter = {name: getattr(delegation, name) for name in SAME}
    if Delegation.objects.endable(on).filter(**letter).exists():
        raise ValidationError(NOTED)


@refusing_in_words()
@transaction.atomic
def take_back(delegation: Delegation, *, by: User, at: datetime) -> DelegationEnd:
    """At once: yesterday was the last day. What was approved by it stays approved by it."""
    decided(delegation.membership, by=by, on=localdate(at))
    if not delegation.may_be_ended(localdate(at)):
        raise ValidationError(OVER)
    yesterday = localdate(at) - timedelta(days=1)
    return DelegationEnd.objects.create(delegation=delegation, last_day=yesterday, by=by, at=at)

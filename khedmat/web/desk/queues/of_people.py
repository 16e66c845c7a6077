"""Queues of those who manage the people of an agency."""

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Invitation, Membership
from khedmat.web.desk.queues.queue import Queue

SOON = timedelta(days=30)


def _open_invitations(user: User, at: datetime) -> QuerySet[Invitation]:
    """The twin of `Invitation.state`."""
    on = localdate(at)
    unanswered = Invitation.objects.managed_by(user, on).filter(accepted_at=None, revoked_at=None, expires_at__gt=at)
    return unanswered.filter(Q(until=None) | Q(until__gte=on))


def _ending(user: User, at: datetime) -> QuerySet[Membership]:
    on = localdate(at)
    return Membership.objects.managed_by(user, on).in_force(on).filter(ends_on__lte=on + SOON)


PEOPLE = (
    Queue(
        "invitations",
        (Role.MANAGER,),
        _("دعوت‌های بی‌پاسخ"),
        _("هنوز کسی پیوند دعوت را باز نکرده است؛ یادآوری کنید یا پس بگیرید."),
        _open_invitations,
        "/desk/people/",
        since=F("made_at"),
    ),
    Queue(
        "ending",
        (Role.MANAGER,),
        _("نقش‌هایی که تا یک ماه دیگر پایان می‌یابد"),
        _("اگر کار ادامه دارد واپسین روز را جابه‌جا کنید."),
        _ending,
        "/desk/people/",
        day=F("ends_on"),
    ),
)

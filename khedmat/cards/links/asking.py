"""Whose turn it is at a host, and asking for a check before its day."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Max, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Stage
from khedmat.cards.links.exchange import Manners
from khedmat.cards.models import WebAddress
from khedmat.cards.records import store

REST = timedelta(seconds=5)  # between two requests to one host, whoever asks
SOONEST = timedelta(minutes=10)  # between two checks of one address that somebody asks for
SWITCHED_OFF = _("وارسی پیوندها در این نصب خاموش است؛ راهبر سامانه آن را با KHEDMAT_LINKS=yes روشن می‌کند.")
WAITS_ALREADY = _("وارسی این نشانی در صف است؛ نتیجه در همین صفحه می‌آید.")
JUST_CHECKED = _("این نشانی کمتر از ده دقیقه پیش وارسی شد؛ اندکی بعد دوباره بخواهید.")


class Turn(NamedTuple):
    """`by`: who asked for it; nobody where its day has come."""

    address: WebAddress
    by: User | None


def manners() -> Manners:
    """Whoever finds us in the log of a server can write to us."""
    return Manners(agent=f"Khedmat link check (+{settings.SITE_URL}; {settings.DEFAULT_FROM_EMAIL})")


def rest_left(host: str, at: datetime) -> float:
    """Seconds until the host may be asked again."""
    last = WebAddress.objects.filter(host=host).aggregate(last=Max("checked_at"))["last"]
    return max((last + REST - at).total_seconds(), 0) if last else 0


def next_of(host: str, at: datetime) -> Turn | None:
    of_host = WebAddress.objects.filter(host=host).select_related("asked_by").order_by("asked_at", "due_on", "pk")
    waiting = Q(asked_at__isnull=False) & (Q(checked_at=None) | Q(checked_at__lt=F("asked_at")))
    if asked := of_host.filter(waiting).first():
        return Turn(asked, asked.asked_by)
    due = of_host.filter(due_on__lte=localdate(at), links__version__stage=Stage.PUBLISHED).first()
    return Turn(due, None) if due else None


@transaction.atomic
def ask_again(address: WebAddress, *, by: User, at: datetime) -> WebAddress:
    """Whoever may see the page may ask; one address not oftener than its host should bear."""
    if not settings.LINKS_CHECKED:
        raise ValidationError(SWITCHED_OFF)
    address = WebAddress.objects.select_for_update(of=("self",)).get(pk=address.pk)
    if address.is_waiting:
        raise ValidationError(WAITS_ALREADY)
    if address.checked_at and at - address.checked_at < SOONEST:
        raise ValidationError(JUST_CHECKED)
    store(address, {"asked_at": at, "asked_by": by})
    return address

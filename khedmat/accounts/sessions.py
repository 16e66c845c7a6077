"""Where a person is signed in, and signing out elsewhere."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from khedmat.accounts.models import User


def open_sessions(user: User, at: datetime) -> QuerySet[UserSession]:
    """The newest first; what ended or ran out is not among them."""
    alive = Session.objects.filter(expire_date__gt=at).values("session_key")
    return UserSession.objects.filter(user=user, session_key__in=alive).order_by("-last_seen_at", "-pk")


@transaction.atomic
def end(sessions: QuerySet[UserSession]) -> int:
    """Whoever sits there is out at the next click. Says how many there were."""
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)


def end_others(user: User, kept: str | None) -> int:
    """All but the one with this key."""
    return end(UserSession.objects.filter(user=user).exclude(session_key=kept))


def seen(session_key: str, at: datetime) -> None:
    UserSession.objects.filter(session_key=session_key).update(last_seen_at=at)

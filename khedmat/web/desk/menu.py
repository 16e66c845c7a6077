"""The head of the desk: messages that wait and the kinds of work a person has, so that nobody is led to empty pages."""

from functools import cache
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.core.asked import ON, USER, Asked
from khedmat.organizations.enums import EXAMINERS, STEWARDS, Role
from khedmat.organizations.models import Membership

ROLE = JSONObject(role="role", is_centre="organization__is_centre")


class Head(NamedTuple):
    """`work` holds "office", "manager", "examiner", "steward": what the menu opens for."""

    unread: int = 0
    work: frozenset[str] = frozenset()


def head(request: HttpRequest) -> dict[str, Any]:
    """Asked once, and only by a page that shows it."""
    return {"desk_head": cache(lambda: _asked(request))}


def _asked(request: HttpRequest) -> Head:
    """Both by one question: every page of the desk pays it."""
    if not request.user.is_authenticated:
        return Head()
    [(unread, roles)] = _unread_and_roles(user=request.user.pk, on=timezone.localdate())
    return Head(unread, frozenset(_work(one["role"], is_centre=one["is_centre"]) for one in roles))


def _of_a_person() -> Any:
    held = Membership.objects.in_force(ON).filter(user=OuterRef("pk"))
    waiting = Count("notices", filter=Q(notices__read_at=None))
    person = User.objects.filter(pk=USER)
    return person.annotate(waiting=waiting, held=ArraySubquery(held.values_list(ROLE))).values_list("waiting", "held")


_unread_and_roles = Asked(_of_a_person)


def _work(role: str, *, is_centre: bool) -> str:
    if role == Role.MANAGER:
        return "manager"
    if not is_centre:
        return "office"
    kinds = {"examiner": EXAMINERS, "steward": STEWARDS}
    return next((kind for kind, roles in kinds.items() if role in roles), "office")

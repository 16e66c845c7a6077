"""Managers of the agency are told that nothing goes out any more."""

from datetime import datetime

from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.models import Membership
from khedmat.webhooks.models import Subscription


def tell_managers(owner: Subscription, *, at: datetime) -> None:
    """The host alone is named: a path may hold a key."""
    rows = Membership.objects.in_force(localdate(at)).managing().filter(organization=owner.organization_id)
    people = User.objects.filter(pk__in=rows.values("user")).order_by("pk")
    context = {"host": owner.host, "owner": owner.organization.name}
    where = {"link": f"/desk/webhooks/{owner.pk}/", "about": about(owner), "dedupe": about(owner)}
    notify(people, NoticeKind.WEBHOOK_HELD, context=context, at=at, **where)


def settle_told(owner: Subscription, *, at: datetime) -> None:
    settle(NoticeKind.WEBHOOK_HELD, about=about(owner), at=at)


def about(owner: Subscription) -> str:
    return f"webhook {owner.pk}"

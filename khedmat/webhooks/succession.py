"""What a change of agencies does to webhooks: an address and its secret spoke for an agency that is no more."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.cards.records import store
from khedmat.organizations.changing.kinds import Case, Group, Item, Kind, Told
from khedmat.organizations.models import OrganizationChange
from khedmat.webhooks.enums import SubscriptionState
from khedmat.webhooks.models import Subscription
from khedmat.webhooks.telling import settle_told

HELD = _("نگه داشته می‌شود؛ جانشین نشانی سرور خود را می‌افزاید")


def _found(case: Case) -> QuerySet[Subscription]:
    found = Subscription.objects.in_use().filter(organization__in=case.parties.ending)
    return found.exclude(state=SubscriptionState.PAUSED)


def _tell(case: Case) -> Told:
    rows = case.rows(_found(case).order_by("pk"))
    return [Item(row.pk, row.address, str(HELD)) for row in rows], rows


def _hold(group: Group, case: Case, change: OrganizationChange) -> None:
    for row in group.rows:
        store(row, {"state": SubscriptionState.PAUSED, "state_by": change.by, "state_at": change.at})
        settle_told(row, at=change.at)


WEBHOOKS = Kind("webhooks", _("وب‌هوک‌ها"), _found, _tell, _hold)

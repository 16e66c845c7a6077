"""What a change of agencies does to webhooks: an address and its secret spoke for an agency that is no more."""

from django.utils.translation import gettext_lazy as _

from khedmat.cards.records import store
from khedmat.organizations.changing.kinds import Case, Group, Item
from khedmat.organizations.models import OrganizationChange
from khedmat.webhooks.enums import SubscriptionState
from khedmat.webhooks.models import Subscription
from khedmat.webhooks.telling import settle_told

HELD = _("نگه داشته می‌شود؛ جانشین نشانی سرور خود را می‌افزاید")


def webhooks(case: Case) -> Group:
    found = Subscription.objects.in_use().filter(organization__in=case.parties.ending)
    found = found.exclude(state=SubscriptionState.PAUSED)
    rows = case.rows(found.order_by("pk"))
    items = [Item(row.pk, row.address, str(HELD)) for row in rows]
    return Group("webhooks", _("وب‌هوک‌ها"), items, rows, _hold)


def _hold(group: Group, case: Case, change: OrganizationChange) -> None:
    for row in group.rows:
        store(row, {"state": SubscriptionState.PAUSED, "state_by": change.by, "state_at": change.at})
        settle_told(row, at=change.at)

"""Addresses that are told of what happens."""

from datetime import datetime
from typing import Any

from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.webhooks import actions
from khedmat.webhooks.actions import Made, Wish
from khedmat.webhooks.enums import TO_CHOOSE
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person

ADDRESS = "https://hooks.example.ir/khedmat"


def subscribed(agency: Organization | None = None, *, at: datetime = NOW, **wish: Any) -> Made:
    """An address of the agency that wants everything of its own services."""
    agency = agency or OrganizationFactory()
    wish = {"address": ADDRESS, "events": list(TO_CHOOSE)} | wish
    return actions.subscribe(agency, Wish(**wish), by=person(Role.MANAGER, agency), at=at)

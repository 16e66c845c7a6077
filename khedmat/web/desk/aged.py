"""What the days say of a version on its page: its score, how fresh it is, who may confirm it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from khedmat.accounts.models import User
from khedmat.cards import perms
from khedmat.cards.freshness.standing import freshness_in
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rating import last_days, rated


def aged(version: ServiceVersion, findings: Iterable[Any], *, user: User, on: date) -> dict[str, Any]:
    """One question for all of it."""
    days = last_days(version)
    return {
        "rated": rated(version, findings, days=days, on=on),
        "fresh": freshness_in(version, days.confirmed, on),
        "may_confirm": perms.can_confirm(user, version, on),
    }

"""The ID of a version's service, as the desk shows it."""

from datetime import date
from typing import Any

from khedmat.accounts.models import User
from khedmat.cards.conditions import is_reviewer
from khedmat.cards.identity_state import identity_state
from khedmat.cards.models import ServiceVersion
from khedmat.web.public.families import relatives


def identity_of(version: ServiceVersion, user: User, on: date) -> dict[str, Any]:
    """Its number and family, or how far it has come to one and who may give it."""
    if version.service.code:
        return {"family": relatives(version), "may_give": False, "state": ""}
    may_give = not version.stated_id and is_reviewer(version, user, on)
    return {"family": [], "may_give": may_give, "state": identity_state(version).label}

"""Why a service stands still, or is no more."""

from khedmat.cards.enums import Stage
from khedmat.cards.in_force import decision_on
from khedmat.cards.models import ServiceVersion, StageChange


def ended(version: ServiceVersion) -> StageChange | None:
    """The decision that stands above a card whose service is suspended or retired."""
    return decision_on(version) if version.stage in (Stage.SUSPENDED, Stage.RETIRED) else None

"""Which version speaks for a service today, or that the service is no more."""

from django.db.models import OuterRef, Subquery

from khedmat.cards.enums import IN_FORCE, Stage
from khedmat.cards.models import ServiceVersion, StageChange
from khedmat.core.asked import Asked, Given
from khedmat.core.sequences import first

SPOKE = [*IN_FORCE, Stage.RETIRED]
_newest_that_spoke = Asked(
    lambda: (
        ServiceVersion.objects.filter(stage__in=SPOKE)
        .for_page()
        .filter(service=Given("service"))
        .order_by("-number")[:1]
    )
)


class Retired(Exception):
    """The service was public and has ended: `change` says when, why and what came after it."""

    def __init__(self, change: StageChange) -> None:
        super().__init__(change.version.title)
        self.change = change


def version_in_force(service: int) -> ServiceVersion:
    """Published, or suspended for a while. Retired where it has ended; DoesNotExist where nothing was ever public."""
    version: ServiceVersion | None = first(_newest_that_spoke(service=service))
    if version is None:
        raise ServiceVersion.DoesNotExist
    if version.stage == Stage.RETIRED:
        raise Retired(decision_on(version))
    return version


def decision_on(version: ServiceVersion) -> StageChange:
    """The move that brought a version where it stands, with its reason, and its successor by the title in force."""
    named = ServiceVersion.objects.in_force().filter(service=OuterRef("successor")).order_by().values("title")[:1]
    moves = version.stage_changes.filter(target=version.stage).annotate(successor_title=Subquery(named))
    return moves.select_related("by", "as_organization", "successor", "version__service__owner").latest("at", "pk")

"""What leans on a published service: whoever suspends or retires it sees first whom that touches."""

from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import QuerySet

from khedmat.cards.enums import Stage
from khedmat.cards.models import LocalCopy, Service, ServiceVersion, StageChange
from khedmat.cards.models.identity import MAIN
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.core.sequences import grouped
from khedmat.permits.needed import Asking, askers_of

MOST = 20  # of each kind; the rest are counted


class Leaning(NamedTuple):
    """Cards that ask for what it gives, its sub-services, provinces that work by it, retired ones it follows."""

    askers: list[Asking]
    parts: list[ServiceVersion]
    copies: list[LocalCopy]
    before: list[ServiceVersion]

    @property
    def shown(self) -> "Leaning":
        return Leaning(*(kind[:MOST] for kind in self))

    @property
    def count(self) -> int:
        return sum(map(len, self))


def leaning_on(version: ServiceVersion) -> Leaning:
    """Published cards and copies alone: what is still written is its office's own."""
    service = version.service
    copies = LocalCopy.objects.published().filter(service=service).select_related("place", "keeper")
    rows = _parts(service) | ServiceVersion.objects.filter(pk__in=_sent_here(service))
    by = grouped(rows.order_by("sort_key", "pk"), attrgetter("stage"))
    kept = list(copies.order_by("place__sort_key", "pk"))
    return Leaning(askers_of(version), by.get(Stage.PUBLISHED, []), kept, by.get(Stage.RETIRED, []))


def _parts(service: Service) -> VersionQuerySet:
    published = ServiceVersion.objects.published()
    is_main = (service.code or "").endswith(MAIN)
    return published.of_family(service.code).exclude(service=service) if is_main else published.none()


def _sent_here(service: Service) -> QuerySet[Any, Any]:
    return StageChange.objects.filter(successor=service, version__stage=Stage.RETIRED).values("version")

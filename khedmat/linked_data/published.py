"""Published versions as facts: what anybody may read, with names in force and the agencies above."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Prefetch
from django.utils.timezone import localdate

from khedmat.cards.models import PopularName, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.linked_data.facts import Facts, Office
from khedmat.organizations.models import Organization

A_BATCH = 500


def for_facts(versions: VersionQuerySet) -> VersionQuerySet:
    """With what `facts_of` reads, whatever the rows."""
    names = Prefetch("service__popular_names", queryset=PopularName.objects.in_force().order_by("pk"), to_attr="called")
    found: VersionQuerySet = versions.select_related("service__owner__parent").prefetch_related(names)
    return found


def published() -> Iterator[ServiceVersion]:
    """All of them by key, a batch in memory."""
    yield from for_facts(ServiceVersion.objects.published()).order_by("service").iterator(chunk_size=A_BATCH)


def number_of(version: ServiceVersion) -> str:
    """The ID; «n» and the key where none was given."""
    return version.service.code or f"n{version.service_id}"


def page_of(version: ServiceVersion) -> str:
    return f"{settings.SITE_URL}/services/{version.service_id}/"


def facts_of(version: ServiceVersion) -> Facts:
    document = version.document
    return Facts(
        base=settings.SITE_URL,
        number=number_of(version),
        card=version.public_card,
        owner=_office(version.service.owner),
        page=page_of(version),
        permits=tuple(document.permits),
        inquiries=tuple(document.inquiries),
        names=tuple(name.term for name in getattr(version.service, "called", ())),
        version=version.number,
        modified=localdate(version.published_at) if version.published_at else None,
    )


def _office(found: Organization) -> Office:
    above = Office(found.parent.code, found.parent.name) if found.parent else None
    return Office(found.code, found.name, above)

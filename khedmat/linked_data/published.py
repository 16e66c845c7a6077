"""Published versions as facts: what anybody may read, with names in force and the agencies above."""

from collections.abc import Iterator
from typing import Any, cast

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.timezone import localdate

from khedmat.cards.copies.effective import differing, effective
from khedmat.cards.form import Card
from khedmat.cards.models import LocalCopy, PopularName, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.outline import public_card
from khedmat.linked_data.facts import Copy, Facts, Office
from khedmat.linked_data.registered import Agency, Entry
from khedmat.organizations.models import Organization
from khedmat.registers.models import DocumentType

A_BATCH = 500


def for_facts(versions: VersionQuerySet) -> VersionQuerySet:
    """With what `facts_of` reads, whatever the rows."""
    found: VersionQuerySet = versions.select_related("service__owner__parent").prefetch_related(_names())
    return found


def with_names(version: ServiceVersion) -> ServiceVersion:
    """The same of one that is at hand with its agency."""
    prefetch_related_objects([version], _names())
    return version


def _names() -> Prefetch:
    """Asked for anew each time: a queryset that stands in a module would be asked once."""
    return Prefetch("service__popular_names", queryset=PopularName.objects.in_force().order_by("pk"), to_attr="called")


def published() -> Iterator[ServiceVersion]:
    """All of them by key, a batch in memory."""
    yield from for_facts(ServiceVersion.objects.published()).order_by("service").iterator(chunk_size=A_BATCH)


def number_of(version: ServiceVersion) -> str:
    """The ID; «n» and the key where none was given."""
    return version.service.code or f"n{version.service_id}"


def page_of(version: ServiceVersion) -> str:
    return f"{settings.SITE_URL}/services/{version.service_id}/"


def facts_of(version: ServiceVersion) -> Facts:
    """Of a version whose names were fetched (`for_facts`, `with_names`): without them it would be silently poorer."""
    document, service = version.document, cast(Any, version.service)
    return Facts(
        base=settings.SITE_URL,
        number=number_of(version),
        card=version.public_card,
        owner=_office(service.owner),
        page=page_of(version),
        permits=tuple(document.permits),
        inquiries=tuple(document.inquiries),
        names=tuple(name.term for name in service.called),
        version=version.number,
        modified=localdate(version.published_at) if version.published_at else None,
    )


def facts_of_copy(version: ServiceVersion, copy: LocalCopy) -> Facts:
    """The card as it holds in a province; of a version whose names were fetched, of a copy with its place."""
    document = effective(version.document, differing(copy.overrides, version.content))
    national, place = facts_of(version), copy.place
    return national._replace(
        number=f"{national.number}@{place.code}",
        card=public_card(document.card or Card()),
        page=f"{national.page}in/{place.code}/",
        version=copy.number,
        modified=localdate(copy.published_at) if copy.published_at else None,
        copy=Copy(place.code, place.fa, national.number),
    )


def agency_of(found: Organization) -> Agency:
    """Of an agency with the one above it."""
    return Agency(_office(found), f"{settings.SITE_URL}/agencies/{found.code}/", tuple(found.aliases))


def entry_of(found: DocumentType) -> Entry:
    """Of a kind of document with its issuer."""
    page = f"{settings.SITE_URL}/documents/{found.code}/"
    issuer = Office(found.issuer.code, found.issuer.name) if found.issuer else None
    return Entry(found.code, found.title, page, tuple(found.aliases), issuer, found.validity)


def _office(found: Organization) -> Office:
    above = Office(found.parent.code, found.parent.name) if found.parent else None
    return Office(found.code, found.name, above)

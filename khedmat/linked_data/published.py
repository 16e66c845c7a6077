"""Published versions as facts: what anybody may read, with names in force and the agencies above."""

from typing import Any, cast

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.utils.timezone import localdate

from khedmat.cards.beside.standing import with_beside
from khedmat.cards.copies.effective import differing, effective
from khedmat.cards.documents.issuing import with_issuers_of_asked
from khedmat.cards.form import Card
from khedmat.cards.lines.meaning import with_meant
from khedmat.cards.models import LocalCopy, PopularName, Service, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.outline import public_card
from khedmat.linked_data.beside import beside_of
from khedmat.linked_data.facts import Copy, Facts, Office, number_in
from khedmat.linked_data.meant import meant_of, page_at
from khedmat.linked_data.registered import Agency
from khedmat.organizations.models import Organization

A_BATCH = 500
MADE_OF = (  # columns of a version, of its service and of its agencies that a stamp of open data holds
    "pk",
    "sha256",
    "number",
    "published_at",
    "service__code",
    "service__owner__code",
    "service__owner__name",
    "service__owner__parent__code",
    "service__owner__parent__name",
)
READ = (*MADE_OF, "content", "paper")  # the two texts of which `sha256` is the digest


def for_facts(versions: VersionQuerySet) -> VersionQuerySet:
    """With what `facts_of` reads, whatever the rows, and nothing else of them."""
    return told(versions.select_related("service__owner__parent").only(*READ))


def with_told(version: ServiceVersion) -> ServiceVersion:
    """The same of one that is at hand with its agency: one question."""
    found = told(ServiceVersion.objects.filter(pk=version.pk))
    vars(version).update(found.values(*found.query.annotations).get())
    return version


def told(versions: VersionQuerySet) -> VersionQuerySet:
    """With what stands beside a version: what its lines mean, what is said of them, the names of its service. A stamp
    of open data holds all of it."""
    names = PopularName.objects.in_force().filter(service=OuterRef("service")).order_by("pk")
    beside = with_beside(with_issuers_of_asked(with_meant(versions)))
    found: VersionQuerySet = beside.annotate(called=ArraySubquery(names.values("term")))
    return found


def number_of(version: ServiceVersion) -> str:
    return number_of_service(version.service)


def number_of_service(service: Service) -> str:
    """The ID; «n» and the key where none was given."""
    return number_in(service.code, service.pk)


def page_of(version: ServiceVersion) -> str:
    return page_at("services", version.service_id)


def facts_of(version: ServiceVersion) -> Facts:
    """Of a version with what is told of it (`for_facts`, `with_told`): without that it would be silently poorer."""
    document = version.document
    return Facts(
        base=settings.SITE_URL,
        number=number_of(version),
        card=version.public_card,
        owner=_office(version.service.owner),
        page=page_of(version),
        permits=tuple(document.permits),
        inquiries=tuple(document.inquiries),
        names=tuple(cast(Any, version).called),
        version=version.number,
        modified=version.published_on,
        meant=meant_of(version, document),
        beside=beside_of(version, document),
    )


def facts_of_copy(version: ServiceVersion, copy: LocalCopy) -> Facts:
    """The card as it holds in a province; of a version with what is told of it, of a copy with its place."""
    document = effective(version.document, differing(copy.overrides, version.content))
    national, place = facts_of(version), copy.place
    return national._replace(
        number=f"{national.number}@{place.code}",
        card=public_card(document.card or Card()),
        page=f"{national.page}in/{place.code}/",
        version=copy.number,
        modified=localdate(copy.published_at) if copy.published_at else None,
        copy=Copy(place.code, place.fa, national.number),
        meant=meant_of(version, document),
        beside=beside_of(version, document),
    )


def agency_of(found: Organization) -> Agency:
    """Of an agency with the one above it."""
    return Agency(_office(found), page_at("agencies", found.code), tuple(found.aliases))


def _office(found: Organization) -> Office:
    above = Office(found.parent.code, found.parent.name) if found.parent else None
    return Office(found.code, found.name, above)

"""Which published service asks for what another gives: permits of form 1, titles that say what is issued, and what the
steward of the documents said."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q, QuerySet

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.models import AskedDocument, IssuingService, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.core.persian import squeeze
from khedmat.permits.chain import ISSUING, Link, given_by
from khedmat.permits.models import PermitForm
from khedmat.registers.models import DocumentType

Token = str | int  # a type of the register, or the letters of a name that it does not know
GIVING = ("issue", "")  # a renewal gives nobody his first permit


class Stop(NamedTuple):
    """A published service on somebody's way."""

    service: int
    title: str
    agency: str


class Asking(NamedTuple):
    """A published service that asks for what another gives; `only`: nobody else gives it."""

    stop: Stop
    name: str
    only: bool


def links_to(versions: VersionQuerySet) -> list[Link]:
    """What the services of these versions ask for, and which published service gives it to whom."""
    givers = figure("givers", _givers)
    asked = AskedDocument.objects.filter(version__in=versions.order_by().values("pk")).order_by("pk")
    rows = asked.values_list("version__service", "document_type", "letters", "name")
    links = {
        Link(giver, target, name)
        for target, kind, letters, name in rows
        for giver in givers.get(kind or letters, ())
        if giver != target
    }
    return sorted(links)


def askers_of(version: ServiceVersion) -> list[Asking]:
    """The published services that ask for what the service of this version gives, by their titles."""
    given, givers = _given_by(version), figure("givers", _givers)
    named = Q(document_type__in=[token for token in given if isinstance(token, int)])
    named |= Q(document_type=None, letters__in=[token for token in given if isinstance(token, str)])
    asked = AskedDocument.objects.filter(named, version__stage=Stage.PUBLISHED)
    rows = asked.exclude(version__service=version.service_id).order_by("version__sort_key", "pk")
    who = ("version__service", "version__title", "version__service__owner__name")
    told = rows.values_list(*who, "name", "document_type", "letters")
    return [
        Asking(Stop(*stop), name, givers.get(kind or letters, set()) <= {version.service_id})
        for *stop, name, kind, letters in told
    ]


def stops_of(services: Iterable[int]) -> dict[int, Stop]:
    rows = ServiceVersion.objects.published().filter(service__in=services).order_by("pk")
    return {row[0]: Stop(*row) for row in rows.values_list("service", "title", "service__owner__name")}


def _givers() -> dict[Token, set[int]]:
    """What is given → the services that give it."""
    types = _types()
    found: dict[Token, set[int]] = defaultdict(set)
    for service, name in (*_permits(), *_titled()):
        letters = squeeze(name)
        found[types.get(letters, letters)].add(service)
    found.pop("", None)
    for kind, service in _named():
        found[kind].add(service)
    return found


def _given_by(version: ServiceVersion) -> set[Token]:
    """What this version gives, published or not."""
    types = _types()
    permits = PermitForm.objects.filter(version=version, action__in=GIVING).values("title")
    kinds = IssuingService.objects.filter(service=version.service_id).values("document_type")
    told = ServiceVersion.objects.filter(pk=version.pk).values_list(ArraySubquery(permits), ArraySubquery(kinds))
    titles, named = told.get()
    letters = {squeeze(name) for name in (*titles, given_by(version.title))} - {""}
    return {types.get(one, one) for one in letters}.union(named)


def _named() -> QuerySet[Any, Any]:
    """What the steward of the register said of published services."""
    rows = IssuingService.objects.filter(service__versions__stage=Stage.PUBLISHED).order_by("pk")
    return rows.values_list("document_type", "service")


def _permits() -> Iterator[tuple[int, str]]:
    rows = PermitForm.objects.filter(version__stage=Stage.PUBLISHED, action__in=GIVING).order_by("pk")
    return rows.values_list("version__service", "title").iterator()


def _titled() -> Iterator[tuple[int, str]]:
    issuing = reduce(or_, (Q(title_key__startswith=word) for word in sorted(ISSUING)))
    rows = ServiceVersion.objects.published().filter(issuing).order_by("pk").values_list("service", "title")
    return ((service, given_by(title)) for service, title in rows.iterator())


def _types() -> dict[str, int]:
    """Letters of each name of the register → its type."""
    entries = DocumentType.objects.standing().order_by("pk")
    return {squeeze(name): entry.pk for entry in entries for name in entry.names()}

"""Which services give people a document: said by the steward of the register, kept in its log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.models import IssuingService, Service, ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.registers import writing
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register, RegisterStep
from khedmat.registers.models import DocumentType
from khedmat.registers.perms import demand_keeper

BOOK = BOOKS[Register.DOCUMENTS]


class Giver(NamedTuple):
    """A published service that gives a document; `code`: its ID, if it has one; `letters`: of the asked line, empty
    where no card was asked about."""

    service: int
    title: str
    code: str | None = None
    letters: str = ""


GIVER = {"service": "service_id", "title": "title", "code": "service__code"}


def issuers(**which: Any) -> QuerySet[Any, Any]:
    """Rows of services that are published today, each with its `title`."""
    titles = ServiceVersion.objects.published().filter(service=OuterRef("service")).values("title")[:1]
    rows = IssuingService.objects.filter(**which).annotate(title=Subquery(titles))
    return rows.exclude(title=None).order_by("title", "pk")


def with_issuers(types: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Document types, each with the `givers` that `givers` reads."""
    rows = issuers(document_type=OuterRef("pk"))
    return types.annotate(givers=ArraySubquery(rows.values(json=JSONObject(**GIVER))))


def with_issuers_of_asked(versions: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Versions, each with who gives the documents that it asks for; a service is no way to its own document."""
    rows = issuers(document_type__asked__version=OuterRef("pk")).exclude(service=OuterRef("service"))
    piece = JSONObject(**GIVER, letters=F("document_type__asked__letters"))
    return versions.annotate(givers=ArraySubquery(rows.values(json=piece)))


def givers(row: Any) -> list[Giver]:
    return [Giver(**one) for one in row.givers]


@refusing_in_words()
@transaction.atomic
def name_issuers(entry: DocumentType, services: Sequence[Service], *, seen: int, by: User, at: datetime) -> None:
    """These and no others, on a page that showed revision `seen`; alike is no change."""
    demand_keeper(by, BOOK, localdate(at))
    writing.lock(BOOK)
    found = writing.unchanged_since(seen, entry)
    was = list(Service.objects.filter(issues__document_type=found).order_by("pk"))
    if set(was) == set(services):
        return
    IssuingService.objects.filter(document_type=found).exclude(service__in=services).delete()
    news = [one for one in services if one not in was]
    IssuingService.objects.bulk_create([IssuingService(document_type=found, service=one) for one in news])
    found.revision += 1
    found.save(update_fields=["revision"])
    change = ({"services": titles_of(was)}, {"services": titles_of(services)})
    writing.log(found, RegisterStep.CHANGED, change, by=by, at=at)


def follow(gone: DocumentType, kept: DocumentType) -> None:
    """What gave the document that is merged gives the one that stays."""
    rows = IssuingService.objects.filter(document_type=gone)
    known = IssuingService.objects.filter(document_type=kept)
    rows.filter(service__in=known.values("service")).delete()
    rows.update(document_type=kept)


def titles_of(services: Sequence[Service]) -> list[str]:
    """As the published cards call them, the ID where none is published; in the order of the titles."""
    rows = ServiceVersion.objects.published().filter(service__in=services).order_by("pk")
    said = dict(rows.values_list("service", "title"))
    return sorted(said.get(one.pk) or str(one) for one in services)

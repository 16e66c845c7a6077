"""New drafts: one, or as many as an import brings, with the same few questions."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.canonical import tidy
from khedmat.cards.checking import renewed_findings
from khedmat.cards.drafting import values_of
from khedmat.cards.form import Card, Document
from khedmat.cards.governing.weights import weights
from khedmat.cards.looking import Looked
from khedmat.cards.models import Service, ServiceVersion, StageChange
from khedmat.cards.records import first_lines
from khedmat.cards.rows import children_of, write_rows
from khedmat.cards.signals import drafts_written
from khedmat.core.copying import create_by_copy
from khedmat.core.refusals import refusing_in_words
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Organization
from khedmat.organizations.standing import locked_in_force

WORK = _("پیش‌نویس تازه")


class New(NamedTuple):
    """What begins a draft: the document, the service that it speaks of (a new one is unsaved), its file."""

    document: Document
    service: Service
    source_file: StoredFile | None = None


@refusing_in_words()
@transaction.atomic
def create_draft(
    document: Document,
    *,
    owner: Organization,
    by: User,
    at: datetime,
    source_file: StoredFile | None = None,
    service: Service | None = None,
) -> ServiceVersion:
    """A new version of the service that the form speaks of, or of a new one. Callers decide whether `by` may."""
    # One form twice at once would make two services: writers of one agency wait for each other.
    owner = locked_in_force(owner, on=localdate(at), work=str(WORK))
    service = service or _service_of(document.card or Card(), owner=owner, at=at)
    return _begun([New(document, service, source_file)], by=by, at=at)[0]


@refusing_in_words()
@transaction.atomic
def create_drafts(new: Sequence[New], *, owner: Organization, by: User, at: datetime) -> list[ServiceVersion]:
    """All of them or none. Callers decide whether `by` may, and know, under the lock of the agency, that each speaks of
    the service that is given with it and that no two speak of one."""
    locked_in_force(owner, on=localdate(at), work=str(WORK))
    return _begun(new, by=by, at=at) if new else []


def _begun(new: Sequence[New], *, by: User, at: datetime) -> list[ServiceVersion]:
    documents = [tidy(one.document) for one in new]
    Service.objects.bulk_create([one.service for one in new if one.service.pk is None])
    versions = _versions(new, documents, by=by, at=at)
    lines, rules_version = first_lines(versions, by=by, at=at), weights().version
    for version in versions:  # the lines are of before the rules looked
        version.checked_with = rules_version
    create_by_copy(versions)
    StageChange.objects.bulk_create(lines)
    write_rows(zip(versions, map(children_of, documents), strict=True))
    drafts_written.send(ServiceVersion, written=list(zip(versions, documents, strict=True)))
    # Not locked: nobody sees them before this transaction ends.
    renewed_findings(list(map(_looked, versions, documents)), on=localdate(at))
    return versions


def _versions(new: Sequence[New], documents: Sequence[Document], *, by: User, at: datetime) -> list[ServiceVersion]:
    """Unsaved, each with the next number of its service."""
    rows = ServiceVersion.objects.filter(service__in=[one.service for one in new]).order_by()
    last = dict(rows.values_list("service").annotate(Max("number")))
    begun = {"created_by": by, "created_at": at, "touched_by": by, "touched_at": at}
    return [
        ServiceVersion(
            service=one.service,
            number=last.get(one.service.pk, 0) + 1,
            source_file=one.source_file,
            **begun,
            **values_of(document),
        )
        for one, document in zip(new, documents, strict=True)
    ]


def _looked(version: ServiceVersion, document: Document) -> Looked:
    """As it will be read again, with the traces that were written just now."""
    return Looked(version, version.document.model_copy(update={"trace": document.trace}))


def _service_of(card: Card, *, owner: Organization, at: datetime) -> Service:
    found = Service.objects.meant_by(owner=owner, code=card.service_id, title=card.title)[:2]
    if len(found) > 1:
        raise ValidationError(
            _(
                "دو خدمت این دستگاه با این عنوان ثبت است و روشن نیست فرم از کدام سخن می‌گوید؛ "
                "نویسندهٔ دستگاه شناسهٔ خدمت را در فرم بنویسد یا از صفحهٔ همان خدمت پیش‌نویس بسازد."
            ),
            code="ambiguous",
        )
    return found[0] if found else Service(owner=owner, created_at=at)

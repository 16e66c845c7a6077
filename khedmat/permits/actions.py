"""Taking permits in: with a card, or as a list of their own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.canonical import kept, tidy
from khedmat.cards.form import Document, Inquiry, Permit
from khedmat.cards.models import ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Organization
from khedmat.permits.columns import part_to_columns
from khedmat.permits.models import PermitForm, PermitInquiry, PermitList

__all__ = ["create_list", "follow_drafts"]
Parents = dict[str, object]


def follow_drafts(sender: object, *, written: Sequence[tuple[ServiceVersion, Document]], **_kwargs: object) -> None:
    """Forms 1 and 2 that follow cards, in place of those the drafts had; inside the transaction that wrote them."""
    versions = [version for version, _document in written]
    PermitForm.objects.filter(version__in=versions).delete()
    PermitInquiry.objects.filter(version__in=versions).delete()
    _write((document, {"version": one, "organization": one.service.owner}) for one, document in written)


@refusing_in_words()
@transaction.atomic
def create_list(
    document: Document,
    *,
    organization: Organization,
    by: User,
    at: datetime,
    source_file: StoredFile | None = None,
    replaces: PermitList | None = None,
) -> PermitList:
    """A list without a card; it stays as it is, a correction `replaces` it."""
    try:
        document = tidy(document)
        _content, paper, digest = kept(document)
    except ValueError as error:
        raise ValidationError(_("فهرست عدد یا نویسه‌ای دارد که نگه‌داشتنی نیست."), code="text") from error
    made = PermitList.objects.create(
        organization=organization,
        source_file=source_file,
        replaces=replaces,
        paper=paper,
        sha256=digest,
        created_by=by,
        created_at=at,
    )
    _write([(document, {"permit_list": made, "organization": organization})])
    return made


def _write(documents: Iterable[tuple[Document, Parents]]) -> None:
    """Of tidy documents."""
    permits: list[PermitForm] = []
    inquiries: list[PermitInquiry] = []
    for document, parents in documents:
        permits += [PermitForm(**row) for row in _ordered(document.permits, parents)]
        inquiries += [PermitInquiry(**row) for row in _ordered(document.inquiries, parents)]
    PermitForm.objects.bulk_create(permits)
    PermitInquiry.objects.bulk_create(inquiries)


def _ordered(parts: Sequence[Permit | Inquiry], parents: Parents) -> Iterator[dict[str, Any]]:
    for order, part in enumerate(parts, start=1):
        yield {"order": order, **parents, **part_to_columns(part)}

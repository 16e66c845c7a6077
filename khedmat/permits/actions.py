"""Taking permits in: with a card, or as a list of their own."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.canonical import digest_of, paper_of, tidy
from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Organization
from khedmat.permits.columns import part_to_columns
from khedmat.permits.models import PermitForm, PermitInquiry, PermitList

__all__ = ["create_list", "write_rows"]


@refusing_in_words()
@transaction.atomic
def write_rows(version: ServiceVersion, document: Document) -> int:
    """Forms 1 and 2 that follow a card, in place of those the draft had; after `create_draft` or `replace_draft`."""
    PermitForm.objects.filter(version=version).delete()
    PermitInquiry.objects.filter(version=version).delete()
    return _write(document, version=version, organization=version.service.owner)


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
        digest, paper = digest_of(document), paper_of(tidy(document))
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
    _write(document, permit_list=made, organization=organization)
    return made


def _write(document: Document, **parents: object) -> int:
    document = tidy(document)
    for model, parts in ((PermitForm, document.permits), (PermitInquiry, document.inquiries)):
        model.objects.bulk_create(
            model(order=order, **parents, **part_to_columns(part)) for order, part in enumerate(parts, start=1)
        )
    return len(document.permits) + len(document.inquiries)

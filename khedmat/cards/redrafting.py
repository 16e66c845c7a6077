"""A new draft of a service that has a card already: how a text that was sent is mended."""

from datetime import datetime

from django.db import transaction

from khedmat.accounts.models import User
from khedmat.cards.actions import create_draft
from khedmat.cards.attaching.actions import carry
from khedmat.cards.models import ServiceVersion


@transaction.atomic
def redraft(version: ServiceVersion, *, by: User, at: datetime) -> ServiceVersion:
    """The draft of the service; where there is none, a copy of this version with its attachments.

    Callers decide whether `by` may.
    """
    service = version.service
    if draft := service.versions.drafts().first():
        return draft
    draft = create_draft(version.document, owner=service.owner, by=by, at=at, service=service)
    carry(version, draft, by=by, at=at)
    return draft

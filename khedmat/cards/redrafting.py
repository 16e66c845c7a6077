"""A new draft of a service that has a card already: how a text that was sent is mended."""

from datetime import datetime

from khedmat.accounts.models import User
from khedmat.cards.actions import create_draft
from khedmat.cards.models import Service, ServiceVersion


def redraft(service: Service, *, by: User, at: datetime) -> ServiceVersion:
    """The draft of the service; where there is none, a copy of its newest version. Callers decide whether `by` may."""
    newest = service.versions.select_related("service__owner").latest("number")
    if draft := service.versions.drafts().first():
        return draft
    return create_draft(newest.document, owner=newest.service.owner, by=by, at=at, service=service)

"""Finding an upload: of an office that is not mine it is a 404, and the attempt is kept in the log."""

import logging
from datetime import date

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.importing.models import Upload
from khedmat.organizations.models import Membership

log = logging.getLogger(__name__)


def uploads_of(user: User, on: date) -> QuerySet[Upload]:
    """What was brought for my offices. What an agency has not yet made a draft of concerns nobody else."""
    mine = Membership.objects.of(user).in_force(on).values("organization")
    return Upload.objects.filter(organization__in=mine).select_related("file", "organization", "by")


def office_upload(request: HttpRequest, pk: int) -> Upload:
    found = uploads_of(request.user, timezone.localdate()).filter(pk=pk).first()
    if found is None:
        if Upload.objects.filter(pk=pk).exists():
            log.warning("user %s asked for upload %s of another agency", request.user.pk, pk)
        raise Http404
    return found

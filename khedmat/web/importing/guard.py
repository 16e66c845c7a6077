"""Finding an upload: of an office that is not mine it is a 404, and the attempt is kept in the log."""

from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.importing.models import Batch, Upload
from khedmat.organizations.models import Membership
from khedmat.web.own import own_or_404


def uploads_of(user: User, on: date) -> QuerySet[Upload]:
    """What was brought for my offices. What an agency has not yet made a draft of concerns nobody else."""
    mine = Membership.objects.of(user).in_force(on).values("organization")
    return Upload.objects.filter(organization__in=mine).select_related("file", "organization", "by", "batch")


def office_upload(request: HttpRequest, pk: int) -> Upload:
    return own_or_404(request, uploads_of(request.user, timezone.localdate()), pk, name="upload")


def batches_of(user: User, on: date) -> QuerySet[Batch]:
    """The same of archives."""
    mine = Membership.objects.of(user).in_force(on).values("organization")
    return Batch.objects.filter(organization__in=mine).select_related("file", "organization", "by", "writer")


def office_batch(request: HttpRequest, pk: int) -> Batch:
    return own_or_404(request, batches_of(request.user, timezone.localdate()), pk, name="batch")

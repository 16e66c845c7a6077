"""An archive that a person brings becomes a batch, within bounds that keep the disk for all."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import persian_digits
from khedmat.core.refusals import refusing_in_words
from khedmat.files.actions import store_file
from khedmat.importing.batches.files import files_of
from khedmat.importing.batches.queue import begin
from khedmat.importing.models import Batch, Upload
from khedmat.importing.uploads import BRINGING, plain_name
from khedmat.organizations.models import Organization
from khedmat.organizations.standing import locked_in_force

A_DAY = timedelta(hours=24)
MEGABYTE = 1024**2
FULL = _(
    "در ۲۴ ساعت گذشته %(brought)s مگابایت آورده‌اید و با این یکی از %(most)s مگابایت می‌گذرد؛ فردا بیاورید "
    "یا از گردانندهٔ سامانه بخواهید اندازه را بیشتر کند."
)


@refusing_in_words()
@transaction.atomic
def take_batch(archive: UploadedFile, *, organization: Organization, by: User, at: datetime) -> Batch:
    """Kept as it came, and read by the queue. ValidationError while the same archive is under way for this agency, and
    where that has ended; Unreadable where it is none, or holds no file. Callers decide whether `by` may."""
    locked_in_force(organization, on=localdate(at), work=str(BRINGING))
    total = len(files_of(archive))
    archive.seek(0)
    name = plain_name(archive.name or "")
    file = store_file(archive, name=name, media_type="application/zip", at=at)
    batch = Batch.objects.create(file=file, name=name, organization=organization, by=by, at=at, total=total)
    begin(batch.pk)
    return batch


def demand_room(size: int, *, by: User, at: datetime) -> None:
    """What one person brings in a day is bounded: ValidationError beyond it."""
    recent = {"by": by, "at__gt": at - A_DAY}
    brought = _sum(Upload.objects.filter(batch=None, **recent)) + _sum(Batch.objects.filter(**recent))
    if brought + size > settings.IMPORT_BYTES_A_DAY:
        raise ValidationError(FULL % {"brought": _megabytes(brought), "most": _megabytes(settings.IMPORT_BYTES_A_DAY)})


def _sum(rows: QuerySet) -> int:
    return rows.order_by().aggregate(sum=Sum("file__size"))["sum"] or 0


def _megabytes(size: int) -> str:
    return persian_digits(round(size / MEGABYTE))

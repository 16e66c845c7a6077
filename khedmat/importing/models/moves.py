"""Files and batches that went from one agency to another when agencies changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.importing.models.batches import Batch
from khedmat.importing.models.uploads import Upload
from khedmat.organizations.models import Move
from khedmat.organizations.models.moving import elsewhere, once_a_change


class UploadMove(Move):
    """A file that was brought has another agency since a change of agencies. Never changed."""

    THING = "upload"

    upload = models.ForeignKey(Upload, models.PROTECT, related_name="moves", verbose_name=_("پروندهٔ رسیده"))

    class Meta(Move.Meta):
        verbose_name = _("جابه‌جایی پروندهٔ رسیده")
        verbose_name_plural = _("جابه‌جایی‌های پروندهٔ رسیده")
        constraints = [
            once_a_change("upload_move_once", "upload", _("این پرونده در همین تغییر یک بار جابه‌جا شده است.")),
            elsewhere("upload_move_elsewhere", _("پرونده از همین دستگاه است و جابه‌جا نمی‌شود.")),
        ]


class BatchMove(Move):
    """A batch has another agency since a change of agencies, and its files with it. Never changed."""

    THING = "batch"

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="moves", verbose_name=_("دسته"))

    class Meta(Move.Meta):
        verbose_name = _("جابه‌جایی دسته")
        verbose_name_plural = _("جابه‌جایی‌های دسته")
        constraints = [
            once_a_change("batch_move_once", "batch", _("این دسته در همین تغییر یک بار جابه‌جا شده است.")),
            elsewhere("batch_move_elsewhere", _("دسته از همین دستگاه است و جابه‌جا نمی‌شود.")),
        ]

"""Words of an import."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What an import does with one document."""

    ADD = "add", _("افزودن")
    CHANGE = "change", _("تغییر")
    LEAVE = "leave", _("بی‌تغییر")
    REFUSE = "refuse", _("رد")

"""Words of an import."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What an import does with one document."""

    ADD = "add", _("افزودن")
    CHANGE = "change", _("تغییر")
    LEAVE = "leave", _("بی‌تغییر")
    REFUSE = "refuse", _("رد")


class BatchState(models.TextChoices):
    """How far the files of a batch are."""

    READING = "reading", _("در حال خواندن")
    READING_PAUSED = "reading_paused", _("خواندن نگه داشته شده")
    READ = "read", _("خوانده شد")
    WRITING = "writing", _("در حال نوشتن")
    WRITING_PAUSED = "writing_paused", _("نوشتن نگه داشته شده")
    DONE = "done", _("پایان یافت")
    CANCELLED = "cancelled", _("لغو شد")


class Kinship(models.TextChoices):
    """What makes a document of a batch stand beside another one, or beside a held service."""

    COPY = "copy", _("رونوشت")
    RIVAL = "rival", _("همان خدمت، سخن دیگر")
    LIKE = "like", _("شبیه")


class Verdict(models.TextChoices):
    """What a person decided who saw two documents side by side."""

    TAKEN = "taken", _("برگزیده")
    LEFT = "left", _("کنار گذاشته")

"""What a token's program was answered, so that a question sent twice is carried out once."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.models.tokens import AgencyToken

KEPT = timedelta(hours=24)


class KeptAnswer(models.Model):
    """The answer to one question of a program, by the key that the program gave it; kept for a day.

    `question`: SHA-256 of what was asked.
    """

    token = models.ForeignKey(AgencyToken, models.PROTECT, related_name="answers", verbose_name=_("نشانه"))
    key = models.CharField(_("کلید پرسش"), max_length=200)
    question = models.CharField(_("چکیدهٔ پرسش"), max_length=64)
    status = models.PositiveSmallIntegerField(_("وضعیت"))
    body = models.JSONField(_("پاسخ"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("پاسخ نگه‌داشته")
        verbose_name_plural = _("پاسخ‌های نگه‌داشته")
        constraints = [
            models.UniqueConstraint(
                fields=["token", "key"],
                name="kept_answer_once",
                violation_error_message=_("به این پرسش پیش‌تر پاسخ داده شده است."),
            )
        ]

    def __str__(self) -> str:
        return self.key

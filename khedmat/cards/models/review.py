"""What was remarked on the boxes of a version while it was examined: one row a remark, never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Say
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only


class Remark(models.Model):
    """Somebody says something of one box; the remarks of a box, one after the other, are its thread.

    `path`: the box as rules name it («card.cost»). `proposed`: the value that a suggestion would write there.
    """

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="remarks", verbose_name=_("نسخه"))
    path = models.CharField(_("خانه"), max_length=200)
    kind = models.CharField(_("گونه"), max_length=10, choices=Say)
    text = models.TextField(_("متن"), blank=True)
    proposed = models.JSONField(_("متن پیشنهادی"), null=True, blank=True)
    of_centre = models.BooleanField(_("از سوی مرکز"))
    by = models.ForeignKey(User, models.PROTECT, related_name="remarks", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("سخن بررسی")
        verbose_name_plural = _("سخن‌های بررسی")
        ordering = ["version", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Say.values) & ~Q(path=""),
                name="remark_known_kind",
                violation_error_message=_("این گونه سخن در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[Say.ASK, Say.ANSWER]) | ~Q(text=""),
                name="remark_says_something",
                violation_error_message=_("پرسش و پاسخ بی متن نمی‌شود؛ آن را بنویسید."),
            ),
            models.CheckConstraint(
                condition=Q(kind=Say.SUGGEST, proposed__isnull=False) | ~Q(kind=Say.SUGGEST) & Q(proposed__isnull=True),
                name="remark_suggestion_has_its_text",
                violation_error_message=_("پیشنهاد متنی می‌خواهد که در خانه بنشیند؛ آن را بنویسید."),
            ),
        ]
        triggers = append_only()

    @property
    def proposed_text(self) -> str:
        """As people read it: a list one line a row."""
        return "\n".join(self.proposed) if isinstance(self.proposed, list) else self.proposed or ""

    def __str__(self) -> str:
        return f"{self.path}: {self.kind}"

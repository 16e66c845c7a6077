"""Services that went from one agency to another when agencies changed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models.service import Service
from khedmat.core.guards import append_only
from khedmat.organizations.models import Organization, OrganizationChange


class ServiceMove(models.Model):
    """A service has another agency since a day, by a change of agencies. ID and versions stay. Never changed."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="moves", verbose_name=_("خدمت"))
    change = models.ForeignKey(OrganizationChange, models.PROTECT, related_name="moves", verbose_name=_("تغییر"))
    before = models.ForeignKey(
        Organization, models.PROTECT, related_name="services_given", verbose_name=_("دستگاه پیشین")
    )
    after = models.ForeignKey(
        Organization, models.PROTECT, related_name="services_taken", verbose_name=_("دستگاه جانشین")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="service_moves", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("جابه‌جایی خدمت")
        verbose_name_plural = _("جابه‌جایی‌های خدمت")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "change"],
                name="service_move_once",
                violation_error_message=_("این خدمت در همین تغییر یک بار جابه‌جا شده است."),
            ),
            models.CheckConstraint(
                condition=~Q(before=F("after")),
                name="service_move_elsewhere",
                violation_error_message=_("خدمت از همین دستگاه است و جابه‌جا نمی‌شود."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.service} · {self.before} ← {self.after}"

"""What became of agencies: merged, split, renamed, closed; by which law or letter, and since when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models.agency import Organization


class OrganizationChange(models.Model):
    """One change of the register, carried out. Never changed: a wrong one is undone by another change."""

    kind = models.CharField(_("گونهٔ تغییر"), max_length=10, choices=ChangeKind)
    effective_on = models.DateField(_("از روز"))
    basis = models.CharField(_("قانون، مصوبه یا نامه"), max_length=200)
    basis_number = models.CharField(_("شمارهٔ آن"), max_length=100)
    basis_on = models.DateField(_("تاریخ آن"))
    by = models.ForeignKey(User, models.PROTECT, related_name="organization_changes", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان ثبت"))

    class Meta:
        verbose_name = _("تغییر دستگاه‌ها")
        verbose_name_plural = _("تغییرهای دستگاه‌ها")
        ordering = ["-effective_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values),
                name="organization_change_known_kind",
                violation_error_message=_("این گونهٔ تغییر در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=~Q(basis="") & ~Q(basis_number=""),
                name="organization_change_has_basis",
                violation_error_message=_("قانون، مصوبه یا نامه‌ای را که تغییر از آن است با شماره بنویسید."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.basis_number}"


class Succession(models.Model):
    """Of one change: an agency that was, and one that came in its place; none for one that was closed."""

    change = models.ForeignKey(OrganizationChange, models.PROTECT, related_name="successions", verbose_name=_("تغییر"))
    before = models.ForeignKey(
        Organization, models.PROTECT, related_name="successions_after", verbose_name=_("دستگاه پیشین")
    )
    after = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="successions_before",
        verbose_name=_("دستگاه جانشین"),
    )

    class Meta:
        verbose_name = _("جانشینی")
        verbose_name_plural = _("جانشینی‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["change", "before", "after"],
                nulls_distinct=False,
                name="succession_once",
                violation_error_message=_("این جانشینی در همین تغییر آمده است."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.before} ← {self.after or '–'}"

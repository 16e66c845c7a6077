"""The names that an agency once bore."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.organizations.models.agency import Organization
from khedmat.organizations.models.change import OrganizationChange


class FormerNameQuerySet(models.QuerySet):
    def on(self, day: date) -> "FormerNameQuerySet":
        """Those that were in force on a day; the earliest name has no first day that anybody knows."""
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=day), ends_on__gte=day)

    def for_list(self) -> "FormerNameQuerySet":
        return self.select_related("change", "by").order_by("-ends_on", "-pk")


class FormerName(models.Model):
    """A name from a day to a day, both counted. Never changed. The name of today stands on the agency itself."""

    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="former_names", verbose_name=_("دستگاه")
    )
    name = models.CharField(_("نام"), max_length=300)
    letters = models.CharField(_("حرف‌های نام"), max_length=300, db_index=True, editable=False)
    starts_on = models.DateField(_("از تاریخ"), null=True, blank=True)
    ends_on = models.DateField(_("تا تاریخ"))
    basis = models.CharField(_("سند"), max_length=300, blank=True)
    change = models.ForeignKey(
        OrganizationChange, models.PROTECT, null=True, blank=True, related_name="names", verbose_name=_("تغییر")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="names_noted", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان ثبت"))

    objects = FormerNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("نام پیشین")
        verbose_name_plural = _("نام‌های پیشین")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(starts_on__lte=F("ends_on")),
                name="former_name_dates_in_order",
                violation_error_message=_("آغاز نام پس از پایان آن است."),
            ),
            models.CheckConstraint(
                condition=~Q(letters=""),
                name="former_name_has_letters",
                violation_error_message=_("نام دست‌کم یک واژه می‌خواهد."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.name

    def is_on(self, day: date) -> bool:
        """The twin of `FormerNameQuerySet.on`."""
        return (self.starts_on is None or self.starts_on <= day) and day <= self.ends_on

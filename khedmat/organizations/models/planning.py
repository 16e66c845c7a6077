"""A change that is being prepared: who becomes what, and where each thing goes."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models.change import OrganizationChange


class PlannedChangeQuerySet(models.QuerySet):
    def waiting(self) -> "PlannedChangeQuerySet":
        return self.filter(change=None)

    def for_list(self) -> "PlannedChangeQuerySet":
        return self.select_related("made_by").order_by("-made_at", "-pk")


class PlannedChange(models.Model):
    """A working paper of the centre: it is thrown away, or carried out once.

    `before` and `after` are codes of agencies, the first of `after` takes what nobody chose another for;
    `choices`: kind and key of a thing («services-12») → code of the agency that takes it.
    """

    kind = models.CharField(_("گونهٔ تغییر"), max_length=10, choices=ChangeKind)
    before = ArrayField(models.SlugField(max_length=80), verbose_name=_("دستگاه‌های پیشین"))
    after = ArrayField(models.SlugField(max_length=80), verbose_name=_("دستگاه‌های جانشین"), default=list, blank=True)
    new_name = models.CharField(_("نام تازه"), max_length=300, blank=True)
    effective_on = models.DateField(_("از روز"))
    basis = models.CharField(_("قانون، مصوبه یا نامه"), max_length=200)
    basis_number = models.CharField(_("شمارهٔ آن"), max_length=100)
    basis_on = models.DateField(_("تاریخ آن"))
    opens_roles = models.BooleanField(_("نقش‌ها در دستگاه جانشین باز شود"), default=False)
    choices: Any = models.JSONField(_("گزینش‌ها"), default=dict, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="changes_planned", verbose_name=_("آماده‌کننده"))
    made_at = models.DateTimeField(_("زمان"))
    change = models.OneToOneField(
        OrganizationChange, models.PROTECT, null=True, blank=True, related_name="plan", verbose_name=_("تغییر")
    )

    objects = PlannedChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("تغییر در دست آماده‌سازی")
        verbose_name_plural = _("تغییرهای در دست آماده‌سازی")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.values) & ~Q(before=[]),
                name="planned_change_of_somebody",
                violation_error_message=_("گونهٔ تغییر و دستگاهی را که تغییر می‌کند بگویید."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.basis_number}"

"""What the centre states from outside the forms, for rules to measure cards by: each with the paper that says so."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models.answers import text_box
from khedmat.cards.models.service import Service
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.guards import append_only

UNITS = [(value, label.fa) for value, label in VOCABULARY["duration_unit"].items()]


class Yardstick(models.Model):
    """By which paper, who wrote it here and when. Never changed: the newest row speaks."""

    source = text_box(_("سند"))
    by = models.ForeignKey(User, models.PROTECT, related_name="%(class)ss", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        abstract = True
        triggers = append_only()


class StatutoryLimitQuerySet(models.QuerySet):
    def in_force(self) -> "StatutoryLimitQuerySet":
        """The newest of each service, unless it says that there is no limit any more."""
        later = StatutoryLimit.objects.filter(service=OuterRef("service"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later), value__isnull=False)


class StatutoryLimit(Yardstick):
    """How long a service may take at most. `value` None: it has no limit any more."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="limits", verbose_name=_("خدمت"))
    value = models.PositiveIntegerField(_("مهلت"), null=True, blank=True)
    unit = models.CharField(_("واحد"), max_length=10, choices=UNITS, default="day")
    is_working = models.BooleanField(_("روز کاری"), default=False)

    objects = StatutoryLimitQuerySet.as_manager()

    class Meta(Yardstick.Meta):
        verbose_name = _("مهلت قانونی خدمت")
        verbose_name_plural = _("مهلت‌های قانونی")
        constraints = [
            models.CheckConstraint(
                condition=(Q(value=None) | Q(value__gte=1, value__lte=10_000)) & ~Q(source=""),
                name="statutory_limit_said_with_its_paper",
                violation_error_message=_("مهلت عددی از ۱ تا ۱۰٬۰۰۰ است و سندی دارد که آن را می‌گوید."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.service} – {self.value} {self.unit}"


class TreasuryList(Yardstick):
    """All accounts of the treasury, as one paper lists them; an empty one takes the list before it away."""

    accounts = ArrayField(models.CharField(max_length=40), verbose_name=_("شماره‌حساب‌ها"), default=list, blank=True)

    class Meta(Yardstick.Meta):
        verbose_name = _("فهرست حساب‌های خزانه")
        verbose_name_plural = _("فهرست‌های حساب خزانه")
        constraints = [
            models.CheckConstraint(
                condition=~Q(source=""),
                name="treasury_list_has_its_paper",
                violation_error_message=_("سندی را که فهرست در آن آمده است بنویسید."),
            )
        ]

    def __str__(self) -> str:
        return f"{len(self.accounts)}"

"""Rounds in which a regulation asks agencies for their cards, until a day."""

from datetime import date

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Owing
from khedmat.core.guards import append_only, no_truncate
from khedmat.organizations.enums import Scope
from khedmat.organizations.models import Organization


class DutyRoundQuerySet(models.QuerySet):
    def standing(self) -> "DutyRoundQuerySet":
        """Those that no later row corrects; newest deadline first."""
        return self.filter(corrected_by=None).select_related("closing").order_by("-deadline", "-pk")

    def open_on(self, on: date) -> "DutyRoundQuerySet":
        """Begun by a day, and not closed."""
        return self.standing().filter(closing=None, opened_on__lte=on)


class DutyRound(models.Model):
    """A regulation, an article, who owes and until when. Never changed: a correction is a row that names this one."""

    regulation = models.CharField(_("مصوبه"), max_length=100)
    article = models.CharField(_("ماده"), max_length=100)
    text = models.TextField(_("متن تکلیف"))
    owing = models.CharField(_("بر عهدهٔ"), max_length=20, choices=Owing)
    agencies = ArrayField(
        models.SlugField(max_length=80), verbose_name=_("شناسهٔ دستگاه‌های برگزیده"), default=list, blank=True
    )
    opened_on = models.DateField(_("آغاز"))
    deadline = models.DateField(_("مهلت"))
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("اصلاح")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="duty_rounds", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان ثبت"))

    objects = DutyRoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("دورهٔ تکلیف")
        verbose_name_plural = _("دوره‌های تکلیف")
        constraints = [
            models.CheckConstraint(
                condition=Q(opened_on__lte=F("deadline")),
                name="duty_round_days_in_order",
                violation_error_message=_("مهلت دوره پیش از آغاز آن است."),
            ),
            models.CheckConstraint(
                condition=Q(owing=Owing.NATIONAL, agencies=[]) | Q(owing=Owing.CHOSEN) & ~Q(agencies=[]),
                name="duty_round_somebody_owes",
                violation_error_message=_("دوره یا بر عهدهٔ همهٔ دستگاه‌های ملی است یا دستگاه‌هایی برای آن برگزیده‌اند."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.regulation}، {self.article}"

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closing")

    def debtors(self, on: date) -> QuerySet[Organization]:
        """The agencies that owe, as the register of organizations knows them on a day."""
        known = Organization.objects.in_force(on)
        if self.owing == Owing.CHOSEN:
            return known.filter(code__in=self.agencies)
        return known.filter(scope=Scope.NATIONAL)

    def is_owed_by(self, agency: Organization) -> bool:
        """The twin of `debtors`, of an agency that is in force on the day."""
        return agency.code in self.agencies if self.owing == Owing.CHOSEN else agency.scope == Scope.NATIONAL


class DutyClosing(models.Model):
    """The end of a round: its days of lateness are counted until then. Never changed."""

    round = models.OneToOneField(DutyRound, models.PROTECT, related_name="closing", verbose_name=_("دوره"))
    closed_on = models.DateField(_("پایان"))
    by = models.ForeignKey(User, models.PROTECT, related_name="duty_closings", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان ثبت"))

    class Meta:
        verbose_name = _("پایان دورهٔ تکلیف")
        verbose_name_plural = _("پایان دوره‌های تکلیف")
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.round)


class DutySending(models.Model):
    """The centre asked all who owe on a day; a job sends the letters. Never changed but for its end.

    `total`: how many agencies owed when it was asked; some of them may have done their work before it reached them.
    """

    round = models.ForeignKey(DutyRound, models.PROTECT, related_name="sendings", verbose_name=_("دوره"))
    day = models.DateField(_("روز"))
    total = models.PositiveIntegerField(_("شمار دستگاه‌ها"))
    by = models.ForeignKey(User, models.PROTECT, related_name="duty_sendings", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))
    ended_at = models.DateTimeField(_("زمان پایان"), null=True, blank=True)

    class Meta:
        verbose_name = _("فرستادن نامهٔ تکلیف")
        verbose_name_plural = _("فرستادن‌های نامهٔ تکلیف")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "day"],
                name="duty_sent_once_a_day",
                violation_error_message=_("نامهٔ این دوره امروز فرستاده شده است."),
            )
        ]
        triggers = [
            pgtrigger.ReadOnly(name="asked_once", exclude=["ended_at"]),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.round} – {self.day}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    @property
    def reminders(self) -> "QuerySet[DutyReminder]":
        """Its letters: what the centre sent of this round on this day."""
        return DutyReminder.objects.filter(round=self.round_id, step=None, day=self.day)


class DutyReminder(models.Model):
    """What was sent to an agency that owes. `step`: working days before the deadline, negative after it; None when
    the centre asked. `told`: how many people it reached. Never changed.
    """

    round = models.ForeignKey(DutyRound, models.PROTECT, related_name="reminders", verbose_name=_("دوره"))
    agency = models.ForeignKey(Organization, models.PROTECT, related_name="duty_reminders", verbose_name=_("دستگاه"))
    step = models.SmallIntegerField(_("روز کاری تا مهلت"), null=True, blank=True)
    day = models.DateField(_("روز"))
    told = models.PositiveIntegerField(_("شمار گیرندگان"))
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="duty_reminders", verbose_name=_("به دست")
    )
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("یادآوری تکلیف")
        verbose_name_plural = _("یادآوری‌های تکلیف")
        constraints = [
            models.UniqueConstraint(
                fields=["round", "agency", "step"],
                condition=Q(step__isnull=False),
                name="duty_reminded_once_a_step",
                violation_error_message=_("این یادآوری پیش‌تر به همین دستگاه فرستاده شده است."),
            ),
            models.UniqueConstraint(
                fields=["round", "agency", "day"],
                condition=Q(step=None),
                name="duty_asked_once_a_day",
                violation_error_message=_("نامهٔ این دوره امروز به همین دستگاه فرستاده شده است."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.round} – {self.agency}"

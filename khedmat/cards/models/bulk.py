"""One step that a person takes for several versions, and what became of each."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import BulkAct, BulkState
from khedmat.cards.models.answers import text_box
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only, no_truncate

MOST = 500  # versions of one run: a person can still look through as many


class BulkRun(models.Model):
    """What was asked, of which versions in which order. Never changed but for its state.

    `token` came with the page on which it was pressed: the same page sent twice is one run.
    """

    act = models.CharField(_("کار"), max_length=20, choices=BulkAct)
    versions = ArrayField(models.BigIntegerField(), verbose_name=_("نسخه‌ها"), size=MOST)
    reason = text_box(_("دلیل"))
    day = models.DateField(_("روز انتشار"), null=True, blank=True)
    token = models.UUIDField(_("نشان صفحه"))
    state = models.CharField(_("وضع"), max_length=20, choices=BulkState, default=BulkState.RUNNING)
    by = models.ForeignKey(User, models.PROTECT, related_name="bulk_runs", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("کار گروهی")
        verbose_name_plural = _("کارهای گروهی")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "token"],
                name="bulk_run_sent_once",
                violation_error_message=_("این کار گروهی پیش‌تر فرستاده شده است."),
            ),
            models.CheckConstraint(
                condition=Q(act__in=BulkAct.values, state__in=BulkState.values),
                name="bulk_run_known_words",
                violation_error_message=_("این کار گروهی در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=Q(versions__len__gte=1, versions__len__lte=MOST),
                name="bulk_run_of_some",
                violation_error_message=_("کار گروهی دست‌کم یک و دست‌بالا ۵۰۰ شناسنامه دارد."),
            ),
            models.CheckConstraint(
                condition=Q(act=BulkAct.RETURN) & ~Q(reason="") | ~Q(act=BulkAct.RETURN) & Q(reason=""),
                name="bulk_run_says_why",
                violation_error_message=_("بازگرداندن دلیل می‌خواهد؛ آن را بنویسید."),
            ),
            models.CheckConstraint(
                condition=Q(act=BulkAct.APPOINT, day__isnull=False) | ~Q(act=BulkAct.APPOINT) & Q(day=None),
                name="bulk_run_says_when",
                violation_error_message=_("روز انتشار را بنویسید، نمونه: ۱۴۰۵/۱۲/۲۹"),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="asked_once", exclude=["state"]),
            pgtrigger.FSM(name="moves", field="state", transitions=[("running", "done"), ("running", "cancelled")]),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} ({len(self.versions)})"

    @property
    def is_running(self) -> bool:
        return self.state == BulkState.RUNNING


class BulkResult(models.Model):
    """What became of one version: the step was taken, or why not. Never changed."""

    run = models.ForeignKey(BulkRun, models.PROTECT, related_name="results", verbose_name=_("کار گروهی"))
    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="bulk_results", verbose_name=_("نسخه"))
    is_done = models.BooleanField(_("انجام شد"))
    reasons = ArrayField(models.TextField(), verbose_name=_("چرا نشد"), default=list, blank=True)
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("نتیجهٔ کار گروهی")
        verbose_name_plural = _("نتیجه‌های کار گروهی")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "version"],
                name="bulk_result_once",
                violation_error_message=_("این نسخه در همین کار گروهی نتیجه دارد."),
            ),
            models.CheckConstraint(
                condition=Q(is_done=True, reasons=[]) | Q(is_done=False) & ~Q(reasons=[]),
                name="bulk_result_says_why_not",
                violation_error_message=_("آنچه انجام نشد دلیل دارد."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.run} · {self.version}"

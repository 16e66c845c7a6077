"""What people searched for, day by day, and what an agency said of it. Nothing is kept of whoever typed the words."""

from django.db import models
from django.db.models import Count, F, Max, Q, Sum
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models.popular import LONGEST_NAME
from khedmat.cards.models.service import Service
from khedmat.core.guards import append_only

FEWEST_DAYS, FEWEST_TIMES = 3, 5


class SearchDayQuerySet(models.QuerySet):
    def by_words(self, *beside: str) -> "SearchDayQuerySet":
        """A row for each words and what stands beside: how often in vain, with results, followed; on how many days."""
        sums = {"vain": Sum("in_vain"), "found": Sum("with_results"), "followed": Sum("clicks")}
        return self.values("words", *beside).annotate(
            **sums, days=Count("on"), last=Max("on"), asked=Sum(F("in_vain") + F("with_results"))
        )

    def told(self, *beside: str) -> "SearchDayQuerySet":
        """Of those that people may see: asked so often that they are nobody's own."""
        return self.by_words(*beside).filter(Q(days__gte=FEWEST_DAYS) | Q(asked__gte=FEWEST_TIMES))


class SearchDay(models.Model):
    """Folded words on a day: how often they were searched in vain, with results, and how often a result was opened.

    `service` is the one that stood first, also where all were only like the words.
    """

    words = models.CharField(_("واژه‌ها"), max_length=LONGEST_NAME)
    on = models.DateField(_("روز"))
    in_vain = models.PositiveIntegerField(_("بار بی‌نتیجه"), default=0)
    with_results = models.PositiveIntegerField(_("بار با نتیجه"), default=0)
    clicks = models.PositiveIntegerField(_("بار گشودن نتیجه"), default=0)
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("نخستین نتیجه")
    )

    objects = SearchDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("جست‌وجوی یک روز")
        verbose_name_plural = _("جست‌وجوهای روزها")
        constraints = [
            models.UniqueConstraint(
                fields=["words", "on"],
                name="search_day_once",
                violation_error_message=_("شمار این واژه‌ها در این روز پیش‌تر باز شده است."),
            )
        ]

    def __str__(self) -> str:
        return self.words


class SearchDismissal(models.Model):
    """Words that the agency of a service says are no name of it, and why. Never changed."""

    words = models.CharField(_("واژه‌ها"), max_length=LONGEST_NAME)
    service = models.ForeignKey(Service, models.PROTECT, related_name="search_dismissals", verbose_name=_("خدمت"))
    reason = models.CharField(_("علت"), max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="search_dismissals", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("کنارگذاشتن جست‌وجو")
        verbose_name_plural = _("کنارگذاشتن جست‌وجوها")
        constraints = [
            models.UniqueConstraint(
                fields=["words", "service"],
                name="search_dismissal_once",
                violation_error_message=_("این واژه‌ها پیش‌تر برای همین خدمت کنار گذاشته شده‌اند."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="search_dismissal_needs_reason",
                violation_error_message=_("علت را بنویسید."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.words

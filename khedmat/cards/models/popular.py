"""What people call a service: words that no form holds, found by the search because somebody answers for them."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import NAMING, NameSource, NameStage
from khedmat.cards.models.service import Service
from khedmat.core.guards import append_only, no_truncate

LONGEST_NAME = 100


class PopularNameQuerySet(models.QuerySet):
    def in_force(self) -> "PopularNameQuerySet":
        return self.filter(stage=NameStage.IN_FORCE)

    def holding(self, word: str) -> "PopularNameQuerySet":
        """In force and with this folded word in it, written together or apart."""
        return self.in_force().filter(letters__contains=word)


class PopularName(models.Model):
    """A name of a service. Its words stay as proposed; `stage` is worked out from its steps, which are the record."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="popular_names", verbose_name=_("خدمت"))
    term = models.CharField(_("نام رایج"), max_length=LONGEST_NAME)
    letters = models.CharField(_("حروف نام"), max_length=3 * LONGEST_NAME, editable=False)
    source = models.CharField(_("از کجا"), max_length=10, choices=NameSource)
    stage = models.CharField(_("وضع"), max_length=10, choices=NameStage)

    objects = PopularNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("نام رایج")
        verbose_name_plural = _("نام‌های رایج")
        indexes = [models.Index(fields=["stage", "letters"], name="popular_name_by_letters")]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "letters"],
                condition=models.Q(stage__in=NAMING),
                name="popular_name_once",
                violation_error_message=_("این نام برای همین خدمت پیشنهاد شده یا پذیرفته شده است."),
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=NameStage.values, source__in=NameSource.values),
                name="popular_name_known_words",
                violation_error_message=_("وضع یا سرچشمهٔ نام شناخته نیست."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="words_stay", fields=["service", "term", "letters", "source"]),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.term


class NameStep(models.Model):
    """Who proposed, accepted, refused or took away a name, and why. Never changed."""

    name = models.ForeignKey(PopularName, models.PROTECT, related_name="steps", verbose_name=_("نام"))
    stage = models.CharField(_("چه شد"), max_length=10, choices=NameStage)
    reason = models.CharField(_("علت"), max_length=500, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="name_steps", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("گام نام رایج")
        verbose_name_plural = _("گام‌های نام‌های رایج")
        constraints = [
            models.UniqueConstraint(
                fields=["name", "stage"],
                name="popular_name_step_once",
                violation_error_message=_("این گام برای این نام پیش‌تر برداشته شده است."),
            ),
            models.CheckConstraint(
                condition=models.Q(stage__in=NAMING) | ~models.Q(reason=""),
                name="popular_name_end_needs_reason",
                violation_error_message=_("علت را بنویسید."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.name}: {self.get_stage_display()}"

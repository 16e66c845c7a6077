"""What readers say is wrong or missing in a published card, and what became of it."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import FEEDBACK_OPEN, FEEDBACK_SHOWN, FeedbackStage, FeedbackTopic
from khedmat.cards.models.service import Service
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only, no_truncate

LONGEST_FEEDBACK = 1000


class FeedbackQuerySet(models.QuerySet):
    def unsettled(self) -> "FeedbackQuerySet":
        """Somebody still owes an answer or the mending."""
        return self.filter(stage__in=FEEDBACK_OPEN)

    def shown(self) -> "FeedbackQuerySet":
        """Answered in public. What waits is not shown: nobody has looked at its words yet."""
        return self.filter(stage__in=FEEDBACK_SHOWN)


class Feedback(models.Model):
    """One remark of a reader who stays unknown; its words never change. `stage` and `due_on` follow its steps."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="feedback", verbose_name=_("خدمت"))
    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="feedback", verbose_name=_("نسخه"))
    topic = models.CharField(_("دربارهٔ"), max_length=10, choices=FeedbackTopic)
    text = models.CharField(_("چه نادرست یا ناگفته است"), max_length=LONGEST_FEEDBACK)
    letters = models.CharField(_("حروف متن"), max_length=64, editable=False)
    code = models.CharField(_("کد پیگیری"), max_length=22, unique=True, editable=False)
    at = models.DateTimeField(_("زمان"))
    stage = models.CharField(_("وضع"), max_length=10, choices=FeedbackStage, default=FeedbackStage.WAITING)
    due_on = models.DateField(_("موعد"))

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("بازخورد")
        verbose_name_plural = _("بازخوردها")
        indexes = [models.Index(fields=["service", "stage"], name="feedback_of_service")]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "letters"],
                condition=Q(stage__in=FEEDBACK_OPEN),
                name="feedback_once",
                violation_error_message=_("همین سخن پیش‌تر برای همین خدمت رسیده و در دست پاسخ است."),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=FeedbackStage.values, topic__in=FeedbackTopic.values),
                name="feedback_known_words",
                violation_error_message=_("وضع یا موضوع بازخورد شناخته نیست."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="words_stay", fields=["service", "version", "topic", "text", "letters", "code", "at"]
            ),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.get_topic_display()}: {self.text[:60]}"


class FeedbackStep(models.Model):
    """An answer, with who gave it and the version that mended the card. Never changed."""

    feedback = models.ForeignKey(Feedback, models.PROTECT, related_name="steps", verbose_name=_("بازخورد"))
    stage = models.CharField(_("چه شد"), max_length=10, choices=FeedbackStage)
    text = models.CharField(_("پاسخ"), max_length=LONGEST_FEEDBACK, blank=True)
    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, null=True, related_name="mended_feedback", verbose_name=_("نسخهٔ اصلاح‌شده")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="feedback_steps", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("پاسخ بازخورد")
        verbose_name_plural = _("پاسخ‌های بازخورد")
        constraints = [
            models.CheckConstraint(
                condition=Q(stage=FeedbackStage.MENDED) | ~Q(text=""),
                name="feedback_answer_has_words",
                violation_error_message=_("پاسخ را بنویسید."),
            ),
            models.CheckConstraint(
                condition=Q(stage=FeedbackStage.MENDED, version__isnull=False)
                | (~Q(stage=FeedbackStage.MENDED) & Q(version=None)),
                name="feedback_mended_names_version",
                violation_error_message=_("نسخه‌ای که آن را اصلاح کرد نوشته نشده است."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.feedback}: {self.get_stage_display()}"

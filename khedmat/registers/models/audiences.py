"""Whom services are for."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.registers.models.entry import Entry, code_once, not_into_itself, title_once


class Audience(Entry):
    """A group of people, firms or agencies. `service_type` is the box of the form that means all of it."""

    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower", verbose_name=_("گروه بزرگ‌تر")
    )
    service_type = models.CharField(_("نوع خدمت در فرم"), max_length=10, blank=True)
    about = models.CharField(_("توضیح"), max_length=300, blank=True)

    class Meta(Entry.Meta):
        verbose_name = _("گروه مخاطبان")
        verbose_name_plural = _("گروه‌های مخاطبان")
        constraints = [
            code_once("audience_code_once"),
            title_once("audience_title_once"),
            not_into_itself("audience_not_into_itself"),
            models.UniqueConstraint(
                fields=["service_type"],
                condition=Q(merged_into=None) & ~Q(service_type=""),
                name="audience_service_type_once",
                violation_error_message=_("گروه دیگری همین نوع خدمت را در بر می‌گیرد؛ نخست آن را از آن گروه بردارید."),
            ),
            models.CheckConstraint(
                condition=Q(broader=None) | ~Q(broader=F("pk")),
                name="audience_not_under_itself",
                violation_error_message=_("گروه زیر خودش نمی‌ایستد؛ گروه بزرگ‌تر دیگری برگزینید."),
            ),
        ]

"""Laws and regulations that services rest on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.core import jalali
from khedmat.core.persian import latin_digits
from khedmat.registers.enums import LawKind, LawState
from khedmat.registers.models.entry import Entry, code_once, not_into_itself, not_replacing_itself, taken_over_by


class LegalSource(Entry):
    """A law or regulation. Two may bear one title and are told apart by the day of their approval."""

    kind = models.CharField(_("نوع مقرره"), max_length=20, choices=LawKind)
    number = models.CharField(_("شماره"), max_length=50, blank=True)
    approved_on = models.DateField(_("تاریخ تصویب"), null=True, blank=True)
    authority = models.CharField(_("مرجع تصویب"), max_length=200, blank=True)
    articles = models.TextField(_("ماده‌های مهم"), blank=True)
    url = models.URLField(_("نشانی متن"), blank=True)
    state = models.CharField(_("وضع"), max_length=10, choices=LawState, default=LawState.IN_FORCE, editable=False)
    replaced_by = taken_over_by()

    class Meta(Entry.Meta):
        verbose_name = _("قانون یا مقرره")
        verbose_name_plural = _("قوانین و مقررات")
        constraints = [
            code_once("legal_source_code_once"),
            not_into_itself("legal_source_not_into_itself"),
            models.UniqueConstraint(
                fields=["letters", "approved_on", "number"],
                condition=Q(merged_into=None),
                nulls_distinct=False,
                name="legal_source_once",
                violation_error_message=_("قانونی با همین عنوان، تاریخ و شماره در فهرست هست؛ همان را ویرایش کنید."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LawKind.values, state__in=LawState.values),
                name="legal_source_known_words",
                violation_error_message=_("گزینه‌ای جز گزینه‌های این فهرست آمده است."),
            ),
            models.CheckConstraint(
                condition=Q(state=LawState.REPLACED, replaced_by__isnull=False)
                | ~Q(state=LawState.REPLACED) & Q(replaced_by=None),
                name="legal_source_replaced_by_one",
                violation_error_message=_("قانون جایگزین‌شده جایگزین خود را نام می‌برد و جز آن جایگزینی ندارد."),
            ),
            not_replacing_itself(
                "legal_source_not_replacing_itself", _("قانون جایگزین خودش نیست؛ قانون دیگری برگزینید.")
            ),
        ]

    @property
    def year(self) -> int | None:
        """The Jalali year of approval."""
        return int(latin_digits(jalali.short(self.approved_on))[:4]) if self.approved_on else None

    @property
    def holds(self) -> bool:
        return self.state == LawState.IN_FORCE

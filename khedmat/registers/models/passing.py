"""Names in cards of which a steward said that they are no entry of a register."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.registers.enums import Register

LONGEST_NAME, LONGEST_REASON = 300, 500


class NamePassingQuerySet(models.QuerySet):
    def standing(self, register: Register | OuterRef) -> "NamePassingQuerySet":
        """The newest row of each name, where it says that the name is passed over."""
        later = NamePassing.objects.filter(register=register, letters=OuterRef("letters"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later), register=register, is_passed=True)


class NamePassing(models.Model):
    """A name is passed over as no entry of a register, or that was taken back. Never changed."""

    register = models.CharField(_("فهرست"), max_length=20, choices=Register)
    letters = models.CharField(_("حروف نام"), max_length=LONGEST_NAME)
    name = models.CharField(_("نام"), max_length=LONGEST_NAME)
    is_passed = models.BooleanField(_("کنار گذاشته شد"))
    reason = models.CharField(_("علت"), max_length=LONGEST_REASON, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="names_passed", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    objects = NamePassingQuerySet.as_manager()

    class Meta:
        verbose_name = _("کنارگذاشتن نام ناشناخته")
        verbose_name_plural = _("کنارگذاشتن نام‌های ناشناخته")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["register", "letters"], name="name_passing_by_letters")]
        constraints = [
            models.CheckConstraint(
                condition=Q(register__in=Register.values) & ~Q(letters=""),
                name="name_passing_of_a_name",
                violation_error_message=_("فهرست یا نامی که کنار گذاشته می‌شود شناخته نیست."),
            ),
            models.CheckConstraint(
                condition=Q(is_passed=False) | ~Q(reason=""),
                name="name_passing_needs_reason",
                violation_error_message=_("علت را بنویسید: چرا این نام مدخل این فهرست نیست؟"),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.name

"""What was done to the entries of the registers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.registers.enums import Register, RegisterStep


class RegisterChange(models.Model):
    """One step on one entry. `before` and `after` hold the columns that differ; nobody is what ships. Never changed."""

    register = models.CharField(_("فهرست"), max_length=20, choices=Register)
    entry = models.BigIntegerField(_("مدخل"))
    revision = models.PositiveIntegerField(_("شمارهٔ ویرایش"))
    step = models.CharField(_("چه شد"), max_length=10, choices=RegisterStep)
    before = models.JSONField(_("پیش از آن"), default=dict, blank=True)
    after = models.JSONField(_("پس از آن"), default=dict, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="register_changes", verbose_name=_("به دست")
    )
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("تغییر فهرست پایه")
        verbose_name_plural = _("تغییرهای فهرست‌های پایه")
        ordering = ["register", "entry", "revision", "pk"]
        indexes = [models.Index(fields=["register", "entry"], name="register_change_of_entry")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(register__in=Register.values, step__in=RegisterStep.values),
                name="register_change_known_words",
                violation_error_message=_("فهرست یا کار ثبت‌شده شناخته نیست."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.get_register_display()}: {self.get_step_display()}"

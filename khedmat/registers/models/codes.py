"""Code lists of the form as data: what the API, the exports and other programs read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CodeList(models.Model):
    """One list of choices of the printed form."""

    name = models.SlugField(_("نام فهرست"), max_length=50, unique=True)

    class Meta:
        verbose_name = _("فهرست کد")
        verbose_name_plural = _("فهرست‌های کد")

    def __str__(self) -> str:
        return self.name


class Code(models.Model):
    """One choice, with its Persian and English label, in printed order."""

    code_list = models.ForeignKey(CodeList, models.PROTECT, related_name="codes", verbose_name=_("فهرست"))
    value = models.CharField(_("مقدار"), max_length=50)
    fa = models.CharField(_("عنوان فارسی"), max_length=200)
    en = models.CharField(_("عنوان انگلیسی"), max_length=200)
    order = models.PositiveSmallIntegerField(_("ترتیب"))

    class Meta:
        verbose_name = _("کد")
        verbose_name_plural = _("کدها")
        ordering = ["code_list", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["code_list", "value"],
                name="code_once_in_list",
                violation_error_message=_("این مقدار در این فهرست هست."),
            )
        ]

    def __str__(self) -> str:
        return self.fa

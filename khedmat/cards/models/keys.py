"""By which key an agency's own system knows a service."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models.service import Service
from khedmat.core.guards import append_only
from khedmat.organizations.models import Organization


class ServiceKey(models.Model):
    """One service of an agency under the name that its programs use. Never changed: what was sent stays findable."""

    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="service_keys", verbose_name=_("دستگاه")
    )
    key = models.CharField(_("کلید"), max_length=80)
    service = models.ForeignKey(Service, models.PROTECT, related_name="keys", verbose_name=_("خدمت"))
    by = models.ForeignKey(User, models.PROTECT, related_name="service_keys", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("کلید خدمت")
        verbose_name_plural = _("کلیدهای خدمت")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "key"],
                name="service_key_once",
                violation_error_message=_("این کلید از آن خدمت دیگری از همین دستگاه است."),
            ),
            models.UniqueConstraint(
                fields=["organization", "service"],
                name="service_key_one_a_service",
                violation_error_message=_(
                    "این خدمت پیش‌تر با کلید دیگری فرستاده شده است؛ همان کلید را به کار ببرید، "
                    "یا اگر خدمت دیگری است عنوان یا شناسهٔ آن را درست کنید."
                ),
            ),
            models.CheckConstraint(
                condition=Q(key__regex=r"^[-._~a-zA-Z0-9]{1,80}$"),
                name="service_key_shape",
                violation_error_message=_("کلید از حروف لاتین، رقم، خط تیره، نقطه و خط زیر است، تا ۸۰ نویسه."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return self.key

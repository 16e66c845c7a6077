"""Services and copies of provinces that went from one agency to another when agencies changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models.copies import LocalCopy
from khedmat.cards.models.service import Service
from khedmat.organizations.models import Move
from khedmat.organizations.models.moving import elsewhere, once_a_change


class ServiceMove(Move):
    """A service has another agency since a day, by a change of agencies. ID and versions stay. Never changed."""

    THING, OWNER = "service", "owner"

    service = models.ForeignKey(Service, models.PROTECT, related_name="moves", verbose_name=_("خدمت"))

    class Meta(Move.Meta):
        verbose_name = _("جابه‌جایی خدمت")
        verbose_name_plural = _("جابه‌جایی‌های خدمت")
        constraints = [
            once_a_change("service_move_once", "service", _("این خدمت در همین تغییر یک بار جابه‌جا شده است.")),
            elsewhere("service_move_elsewhere", _("خدمت از همین دستگاه است و جابه‌جا نمی‌شود.")),
        ]


class LocalCopyMove(Move):
    """A province's copy has another keeper since a change of agencies. Never changed."""

    THING, OWNER = "copy", "keeper"

    copy = models.ForeignKey(LocalCopy, models.PROTECT, related_name="moves", verbose_name=_("نسخهٔ استانی"))

    class Meta(Move.Meta):
        verbose_name = _("جابه‌جایی نسخهٔ استانی")
        verbose_name_plural = _("جابه‌جایی‌های نسخهٔ استانی")
        constraints = [
            once_a_change("copy_move_once", "copy", _("این نسخه در همین تغییر یک بار جابه‌جا شده است.")),
            elsewhere("copy_move_elsewhere", _("نسخهٔ استانی از همین دفتر است و جابه‌جا نمی‌شود.")),
        ]

"""What changed since the index of a host was last brought up to date: written by triggers of the tables searched."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexChange(models.Model):
    """A service, or an agency with all its services, of which the index must ask again.

    `transaction` is the one that wrote it. Keys are given out before transactions end, so what was read up to is told
    by transactions and never by keys: a change that was written earlier and seen later would be passed over else.
    """

    service = models.BigIntegerField(_("خدمت"), null=True, blank=True)
    agency = models.BigIntegerField(_("دستگاه"), null=True, blank=True)
    transaction = models.BigIntegerField(_("تراکنش"), db_index=True)
    at = models.DateTimeField(_("زمان"), db_index=True)

    class Meta:
        verbose_name = _("تغییر نمایه")
        verbose_name_plural = _("تغییرهای نمایه")

    def __str__(self) -> str:
        return f"{self.service or ''}{self.agency or ''}"

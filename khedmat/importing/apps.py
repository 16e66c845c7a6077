"""The app of this package."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "khedmat.importing"
    verbose_name = _("درون‌ریزی")

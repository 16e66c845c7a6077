"""The app of this package."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "khedmat.search"
    verbose_name = _("جست‌وجو")

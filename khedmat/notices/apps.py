from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "khedmat.notices"
    verbose_name = _("پیام‌ها")

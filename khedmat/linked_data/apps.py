from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinkedDataConfig(AppConfig):
    name = "khedmat.linked_data"
    verbose_name = _("داده‌های پیوندی")

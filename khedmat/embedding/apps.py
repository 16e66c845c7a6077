from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EmbeddingConfig(AppConfig):
    name = "khedmat.embedding"
    verbose_name = _("جاسازی در درگاه دستگاه‌ها")

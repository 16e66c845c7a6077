from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    name = "khedmat.webhooks"
    verbose_name = _("وب‌هوک‌ها")

    def ready(self) -> None:
        """They are held when agencies change."""
        from khedmat.organizations.changing.kinds import join  # noqa: PLC0415
        from khedmat.webhooks.succession import WEBHOOKS  # noqa: PLC0415

        join(WEBHOOKS)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CardsConfig(AppConfig):
    name = "khedmat.cards"
    verbose_name = _("شناسنامه‌ها")

    def ready(self) -> None:
        """Services, lists of titles and copies of provinces go along when agencies change."""
        from khedmat.cards.succession import copies, kinds  # noqa: PLC0415
        from khedmat.organizations.changing.kinds import join  # noqa: PLC0415

        join(kinds.SERVICES, kinds.TITLES, copies.COPIES)

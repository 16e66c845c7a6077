"""The app of this package."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from khedmat.importing.memory import Cached
from khedmat.importing.readers.containers import scan


class ImportingConfig(AppConfig):
    name = "khedmat.importing"
    verbose_name = _("درون‌ریزی")

    def ready(self) -> None:
        """What was brought goes along when agencies change."""
        from khedmat.importing.succession import BATCHES, UPLOADS  # noqa: PLC0415
        from khedmat.organizations.changing.kinds import join  # noqa: PLC0415

        scan.keep_in(Cached())
        join(BATCHES, UPLOADS)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PermitsConfig(AppConfig):
    name = "khedmat.permits"
    verbose_name = _("مجوزها")

    def ready(self) -> None:
        """Forms 1 and 2 of a draft follow its document; lists of permits go along when agencies change."""
        from khedmat.cards.signals import drafts_written  # noqa: PLC0415
        from khedmat.organizations.changing.kinds import join  # noqa: PLC0415
        from khedmat.permits.actions import follow_drafts  # noqa: PLC0415
        from khedmat.permits.succession import PERMIT_LISTS  # noqa: PLC0415

        drafts_written.connect(follow_drafts, dispatch_uid="permits.follow_drafts")
        join(PERMIT_LISTS)

"""How far a service has come to its ID: the box that agencies leave to the centre (section 2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import OF_THE_OFFICE
from khedmat.cards.models import ServiceVersion


class IdentityState(models.TextChoices):
    """What stands in the box of the ID."""

    NONE = "none", _("هنوز درخواست نشده")
    REQUESTED = "requested", _("درخواست شده (در حال اخذ)")
    GIVEN = "given", _("داده شده")


def identity_state(version: ServiceVersion) -> IdentityState:
    """Sending a card asks for the ID of its service; the centre gives it when it publishes."""
    if version.service.code:
        return IdentityState.GIVEN
    was_sent = version.stage not in OF_THE_OFFICE or version.service.versions.sent().exists()
    return IdentityState.REQUESTED if was_sent else IdentityState.NONE

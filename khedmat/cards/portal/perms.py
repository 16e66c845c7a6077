"""Who says where an agency's own list stands, and asks for a look at it."""

from datetime import date

from django.db.models import QuerySet

from khedmat.accounts.models import User
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership, Organization

KEEPERS = (*ANSWERING, Role.MANAGER)


def can_keep_portal(user: User, agency: Organization, on: date) -> bool:
    """Authors, approvers and managers of the agency, and examiners of the centre."""
    return kept_by(user, on).filter(pk=agency.pk).exists()


def kept_by(user: User, on: date) -> QuerySet[Organization]:
    """The twin of `can_keep_portal`."""
    mine = Membership.objects.of(user).in_force(on)
    if mine.reviewing().exists():
        return Organization.objects.all()
    return Organization.objects.filter(pk__in=mine.filter(role__in=KEEPERS).values("organization"))

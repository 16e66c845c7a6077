"""Agencies, places, who works where, how people come to work there, and what became of agencies."""

from khedmat.organizations.models.agency import (
    Membership,
    MembershipQuerySet,
    Organization,
    OrganizationQuerySet,
    Place,
)
from khedmat.organizations.models.answers import KeptAnswer
from khedmat.organizations.models.change import OrganizationChange, Succession
from khedmat.organizations.models.delegation import Delegation, DelegationEnd
from khedmat.organizations.models.editing import OrganizationEdit
from khedmat.organizations.models.joining import Invitation, MembershipChange
from khedmat.organizations.models.moving import Move
from khedmat.organizations.models.naming import FormerName
from khedmat.organizations.models.planning import PlannedChange
from khedmat.organizations.models.tokens import AgencyToken

__all__ = [
    "AgencyToken",
    "Delegation",
    "DelegationEnd",
    "FormerName",
    "Invitation",
    "KeptAnswer",
    "Membership",
    "MembershipChange",
    "MembershipQuerySet",
    "Move",
    "Organization",
    "OrganizationChange",
    "OrganizationEdit",
    "OrganizationQuerySet",
    "Place",
    "PlannedChange",
    "Succession",
]

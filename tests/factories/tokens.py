"""Tokens of agencies with their secrets."""

from datetime import datetime, timedelta

from django.utils import timezone

from khedmat.accounts.models import User
from khedmat.organizations import tokens
from khedmat.organizations.enums import Role, TokenScope
from khedmat.organizations.models import AgencyToken, Organization
from tests.factories.people import person


def a_token(
    agency: Organization, *scopes: str, by: User | None = None, at: datetime | None = None, days: int = 30
) -> tuple[AgencyToken, str]:
    """A token of an author of the agency with these scopes, or all, and its secret."""
    at = at or timezone.now()
    ends_on = timezone.localdate(at) + timedelta(days=days)
    allowed = list(scopes) or list(TokenScope.values)
    token = AgencyToken(organization=agency, name="سامانهٔ خدمات", scopes=allowed, ends_on=ends_on)
    return token, tokens.make(token, by=by or person(Role.AUTHOR, agency), at=at)

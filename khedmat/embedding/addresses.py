"""Where the pages that agencies embed stand, and where they lead."""

from django.conf import settings

from khedmat.embedding.listing import Entry
from khedmat.organizations.models import Organization


def of_agency(agency: Organization, rest: str = "/") -> str:
    return f"{settings.SITE_URL}/embed/agency/{agency.code}{rest}"


def of_service(entry: Entry) -> str:
    """The short page of a card."""
    return f"{settings.SITE_URL}/embed/service/{entry.number}/"


def of_card(service: int) -> str:
    """The whole card at the single window."""
    return f"{settings.SITE_URL}/services/{service}/card/"


def of_asset(name: str) -> str:
    return f"{settings.SITE_URL}/embed/{name}"


def of_window(agency: Organization) -> str:
    """The agency at the single window."""
    return f"{settings.SITE_URL}/agencies/{agency.code}/"

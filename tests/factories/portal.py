"""Pages of agencies, and looks at them."""

from typing import Any

from khedmat.cards.enums import OnPortal
from khedmat.cards.models import PortalCheck, ServicesPage
from khedmat.cards.portal.pages import keep_pages
from khedmat.cards.portal.recording import Look, PageSeen, ServiceSeen, record
from khedmat.organizations.models import Organization
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person

PAGE = "https://www.sample.ir/services"


def an_owner(**more: Any) -> Organization:
    """An agency with a domain of its own."""
    return OrganizationFactory(**({"domains": ["sample.ir"]} | more))


def named(agency: Organization, *addresses: str, at: Any = NOW) -> ServicesPage:
    """The agency says where its list stands."""
    return keep_pages(agency, addresses or [PAGE], by=person("author", agency), at=at)


def seen(version: Any, state: str = OnPortal.CURRENT, **more: Any) -> ServiceSeen:
    service = version.service
    return ServiceSeen(service.pk, service.code or "", version.title, OnPortal(state), **more)


def looked(agency: Organization, *services: ServiceSeen, at: Any = NOW, **more: Any) -> PortalCheck:
    """A look at its page, which was read."""
    look = Look([PageSeen(PAGE, "answered", 200)], list(services), [], is_read=True)._replace(**more)
    return record(agency, look, at=at)

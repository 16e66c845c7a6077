"""Popular names of published services, and those who propose and accept them."""

from typing import Any

from khedmat.cards.enums import NameStage
from khedmat.cards.models import PopularName, Service
from khedmat.cards.popular import actions
from khedmat.organizations.enums import Role
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import person


def a_service(title: str = "صدور گذرنامه", **more: Any) -> Service:
    return VersionFactory(published=True, card={"title": title}, **more).service


def proposed(term: str = "پاسپورت", service: Service | None = None) -> PopularName:
    service = service or a_service()
    return actions.propose(service, term, by=person(Role.AUTHOR, service.owner), at=NOW)


def accepted(term: str = "پاسپورت", service: Service | None = None) -> PopularName:
    name = proposed(term, service)
    by = person(Role.APPROVER, name.service.owner)
    return actions.decide(name, NameStage.IN_FORCE, by=by, at=NOW)

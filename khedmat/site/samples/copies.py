"""One national sample service with two provincial copies, of which one is to be compared with a new national card."""

from datetime import datetime
from typing import Any

from django.db import transaction

from khedmat.cards.actions import accept, approve, create_draft, publish, submit
from khedmat.cards.copies import moves, writing
from khedmat.cards.editing import written
from khedmat.cards.models import LocalCopy, Service
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples.enrolment import person

FIRST, SECOND = "civil-registration-kerman", "civil-registration-east-azerbaijan"
DAYS = {"text": None, "min": None, "max": None, "unit": "day", "working": None, "basis": None}
ANEW = {"card.average_duration": DAYS | {"value": 12}}
OWN: dict[str, tuple[str, dict[str, Any]]] = {
    FIRST: ("average_duration", DAYS | {"value": 20}),
    SECOND: ("visits", {"text": None, "count": 2, "max": None}),
}


@transaction.atomic
def copy_in_provinces(service: Service, at: datetime) -> None:
    """All of it or nothing, so that it may be run again after a stop."""
    if LocalCopy.objects.exists():
        return
    _copied(service, FIRST, at)
    _publish_anew(service, at)
    _copied(service, SECOND, at)


def _copied(service: Service, code: str, at: datetime) -> None:
    """What stands in one box of this province, published."""
    office, (box, value) = Organization.objects.get(code=code), OWN[code]
    author = person(Role.AUTHOR, office)
    copy = writing.begin(service, office, by=author, at=at)
    copy = writing.write(copy, box, _leaves(box, value), seen=writing.seen_print(copy, box), by=author, at=at)
    copy = moves.submit(copy, by=author, at=at)
    copy = moves.approve(copy, by=person(Role.APPROVER, office), at=at)
    moves.publish(copy, by=person(Role.APPROVER, service.owner), at=at)


def _leaves(box: str, value: dict[str, Any]) -> dict[str, Any]:
    return {f"card.{box}.{name}": one for name, one in value.items()}


def _publish_anew(service: Service, at: datetime) -> None:
    """The national card with another time."""
    agency, centre = service.owner, Organization.objects.get(is_centre=True)
    document = written(service.versions.in_force().get().document, ANEW)
    draft = create_draft(document, owner=agency, by=person(Role.AUTHOR, agency), at=at, service=service)
    version = submit(draft, by=person(Role.AUTHOR, agency), at=at)
    version = approve(version, by=person(Role.APPROVER, agency), at=at)
    version = accept(version, by=person(Role.REVIEWER, centre), at=at)
    publish(version, by=person(Role.PUBLISHER, centre), at=at)

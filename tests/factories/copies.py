"""A national service with its people, provincial offices, and copies at any stage."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from khedmat.cards.actions import publish as publish_card
from khedmat.cards.copies import moves, writing
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy, ServiceVersion
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import OrganizationFactory, PlaceFactory, centre, person, publisher

LATER = NOW + timedelta(hours=1)
ROAD = [CopyStage.SUBMITTED, CopyStage.APPROVED, CopyStage.PUBLISHED]
TWO_DAYS = {"card.average_duration.text": None, "card.average_duration.value": 2}


def province(parent: Any, fa: str = "کرمان", code: str = "08") -> SimpleNamespace:
    """A provincial office below an agency, with those who keep its copies."""
    office = OrganizationFactory(name=f"دفتر {fa}", parent=parent, place=PlaceFactory(fa=fa, code=code))
    roles = {role: person(role, office) for role in ("author", "approver", "reader")}
    return SimpleNamespace(office=office, place=office.place, **roles)


def national(**card: Any) -> SimpleNamespace:
    """An agency with a published service, its people, the centre's publisher, and the office of one province."""
    owner = OrganizationFactory(name="سازمان ملی")
    version = VersionFactory(service__owner=owner, stage="published", card=card)
    identified(version.service)
    people = {role: person(role, owner) for role in ("author", "approver", "reader")}
    of_centre = {"publisher": publisher(), "reviewer": person("reviewer", centre())}
    return SimpleNamespace(
        owner=owner, version=version, service=version.service, kerman=province(owner), **people, **of_centre
    )


def copy_of(world: SimpleNamespace, stage: str = "draft", at_office: Any = None, **said: Any) -> LocalCopy:
    """A copy kept by the office of a province; `said`: boxes → leaves, two days of duration unless told."""
    home = at_office or world.kerman
    copy = writing.begin(world.service, home.office, by=home.author, at=NOW)
    for box, leaves in (said or {"average_duration": TWO_DAYS}).items():
        copy = write(copy, box, leaves, by=home.author)
    return advanced(copy, stage, world, home)


def write(copy: LocalCopy, box: str, leaves: Any, *, by: Any, seen: str | None = None) -> LocalCopy:
    token = writing.seen_print(copy, box) if seen is None else seen
    return writing.write(copy, box, leaves, seen=token, by=by, at=NOW)


def advanced(copy: LocalCopy, stage: str, world: SimpleNamespace, home: Any = None) -> LocalCopy:
    home = home or world.kerman
    acts = {
        CopyStage.SUBMITTED: lambda: moves.submit(copy, by=home.author, at=LATER),
        CopyStage.APPROVED: lambda: moves.approve(copy, by=home.approver, at=LATER),
        CopyStage.PUBLISHED: lambda: moves.publish(copy, by=world.publisher, at=LATER),
    }
    for target in ROAD[: ROAD.index(stage) + 1] if stage in ROAD else []:
        copy = acts[target]()
    return copy


def new_template(world: SimpleNamespace, **card: Any) -> ServiceVersion:
    """The national card published anew, with these changes."""
    version = VersionFactory(service=world.service, stage="accepted", card=card)
    return publish_card(version, by=world.publisher, at=LATER)

"""What may be asked of a version and a person on a day: each question has its one answer here."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from khedmat.accounts.models import User
from khedmat.cards.enums import OF_THE_OFFICE, Stage
from khedmat.cards.foreknown import foreknown
from khedmat.cards.models import GivenId, Service, ServiceVersion
from khedmat.cards.threads import open_of_centre
from khedmat.cards.titles.bearing import bears_confirmed
from khedmat.organizations.enums import EXAMINERS, Role
from khedmat.organizations.models import Membership

Holds = Callable[[ServiceVersion, User, date], bool]


class Work(NamedTuple):
    """What a person does here on a day: roles in the owning agency, and at the centre."""

    in_office: frozenset[str]
    at_centre: frozenset[str]


def work_of(version: ServiceVersion, user: User, on: date) -> Work:
    """Asked once of a version as fetched: a page asks a dozen things of one person; an action fetches anew."""
    known: dict[tuple[Any, date], Work] = version.__dict__.setdefault("_work_known", {})
    if (user.pk, on) not in known:
        known[user.pk, on] = work_for(version.service.owner_id, roles_of(user, on))
    return known[user.pk, on]


def roles_of(user: User, on: date) -> list[tuple[str, int, bool]]:
    """Role, agency, and whether it is the centre."""
    mine = Membership.objects.of(user).in_force(on)
    return list(mine.values_list("role", "organization", "organization__is_centre"))


def work_for(owner: int, rows: list[tuple[str, int, bool]]) -> Work:
    return Work(
        frozenset(role for role, office, _is_centre in rows if office == owner),
        frozenset(role for role, _office, is_centre in rows if is_centre and role in EXAMINERS),
    )


def is_author(version: ServiceVersion, user: User, on: date) -> bool:
    return Role.AUTHOR in work_of(version, user, on).in_office


def is_approver(version: ServiceVersion, user: User, on: date) -> bool:
    return Role.APPROVER in work_of(version, user, on).in_office


def is_publisher(version: ServiceVersion, user: User, on: date) -> bool:
    return Role.PUBLISHER in work_of(version, user, on).at_centre


def is_reviewer(version: ServiceVersion, user: User, on: date) -> bool:
    """Of the centre. What an agency never sent is its own: a draft is examined by nobody."""
    return version.stage not in OF_THE_OFFICE and bool(work_of(version, user, on).at_centre)


def is_of_office(version: ServiceVersion, user: User, on: date) -> bool:
    return bool(work_of(version, user, on).in_office)


def had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    """Four eyes: writing, editing, sending and approving each count; examining at the centre is no hand in the text."""
    return user.pk not in version.hands


def approver_had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    """Said of approvers only: whoever is none hears that, not that a colleague of the same role may."""
    return not is_approver(version, user, on) or had_no_hand(version, user, on)


def reviewer_had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    return not is_reviewer(version, user, on) or had_no_hand(version, user, on)


def publisher_had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    return not is_publisher(version, user, on) or had_no_hand(version, user, on)


def agency_returns(version: ServiceVersion, user: User, on: date) -> bool:
    """What waits for the agency's approval goes back by its approvers."""
    return version.stage != Stage.SUBMITTED or is_approver(version, user, on)


def centre_returns(version: ServiceVersion, user: User, on: date) -> bool:
    """What the agency stands by goes back by those who examine it."""
    return version.stage == Stage.SUBMITTED or is_reviewer(version, user, on)


def examiner_had_no_hand(version: ServiceVersion, user: User, on: date) -> bool:
    """Of whoever may send this version back."""
    said_of = approver_had_no_hand if version.stage == Stage.SUBMITTED else reviewer_had_no_hand
    return said_of(version, user, on)


def unless_suspended(holds: Holds) -> Holds:
    """What was public already was examined then: a suspension ends without a new examination."""
    return lambda version, user, on: version.stage == Stage.SUSPENDED or holds(version, user, on)


def has_no_blocker(version: ServiceVersion, user: User, on: date) -> bool:
    return not version.blocking_rules


def was_compared(version: ServiceVersion, user: User, on: date) -> bool:
    """Nothing that was read from a scan goes on without a person."""
    return not version.is_unseen


def title_is_confirmed(version: ServiceVersion, user: User, on: date) -> bool:
    """Asked while the agency can still mend it: what stands in force is C08's, for a later list never stops it."""
    return bears_confirmed(version)


def code_is_its_own(version: ServiceVersion, user: User, on: date) -> bool:
    """The ID of the form is the ID of the service, and nobody else's; of no family whose number was given here."""
    code, known = version.stated_id, version.service.code
    if code in ("", known):
        return True
    return known is None and not foreknown(version, "is_code_taken", lambda: _is_taken(code))


def _is_taken(code: str) -> bool:
    is_free = not Service.objects.filter(code=code).exists()
    return not is_free or GivenId.objects.given_here().filter(main=code[4:8]).exists()


def has_id(version: ServiceVersion, user: User, on: date) -> bool:
    """Its own, or one in the form from before the register, which publication takes over."""
    return bool(version.service.code or version.stated_id)


def centre_has_settled(version: ServiceVersion, user: User, on: date) -> bool:
    """Nobody of the centre still waits for an answer about a box."""
    return not open_of_centre(version)


def is_newest(version: ServiceVersion, user: User, on: date) -> bool:
    """An older text never takes the place of a newer one."""
    later = version.service.versions.public().filter(number__gt=version.number)
    return not foreknown(version, "has_newer", later.exists)

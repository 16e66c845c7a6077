"""What may be asked of a copy and a person on a day."""

from collections.abc import Callable
from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.enums import AT_WORK, CopyStage
from khedmat.cards.models import LocalCopy, Service, ServiceVersion
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

DEPTH = 3  # a county office below a provincial one below its ministry
OF_CENTRE = (Role.REVIEWER, Role.PUBLISHER)
HELD = (*AT_WORK, CopyStage.PUBLISHED)
Holds = Callable[[LocalCopy, User, date], bool]
Memberships = list[tuple[str, int, bool]]  # role, office, whether it is the centre


def memberships_of(copy: LocalCopy, user: User, on: date) -> Memberships:
    """Asked once of a copy as fetched: a page asks a dozen things of one person."""
    known = copy.__dict__.setdefault("_memberships_known", {})
    if (user.pk, on) not in known:
        mine = Membership.objects.of(user).in_force(on)
        known[user.pk, on] = list(mine.values_list("role", "organization", "organization__is_centre"))
    found: Memberships = known[user.pk, on]
    return found


def is_keeper(copy: LocalCopy, user: User, on: date) -> bool:
    return copy.keeper_id in _offices(copy, user, on)


def is_of_owner(copy: LocalCopy, user: User, on: date) -> bool:
    return copy.service.owner_id in _offices(copy, user, on)


def is_at_centre(copy: LocalCopy, user: User, on: date) -> bool:
    return not _at_centre(copy, user, on).isdisjoint(OF_CENTRE)


def is_author(copy: LocalCopy, user: User, on: date) -> bool:
    return (Role.AUTHOR, copy.keeper_id) in _roles(copy, user, on)


def is_approver(copy: LocalCopy, user: User, on: date) -> bool:
    return (Role.APPROVER, copy.keeper_id) in _roles(copy, user, on)


def is_publisher(copy: LocalCopy, user: User, on: date) -> bool:
    """Approvers of the national agency, which answers for its service everywhere, or publishers of the centre."""
    of_centre = Role.PUBLISHER in _at_centre(copy, user, on)
    return of_centre or (Role.APPROVER, copy.service.owner_id) in _roles(copy, user, on)


def returns(copy: LocalCopy, user: User, on: date) -> bool:
    """Whoever might say yes may say no."""
    return is_approver(copy, user, on) if copy.stage == CopyStage.SUBMITTED else is_publisher(copy, user, on)


def had_no_hand(copy: LocalCopy, user: User, on: date) -> bool:
    return user.pk not in copy.hands


def says_something(copy: LocalCopy, user: User, on: date) -> bool:
    """A first copy without a difference says nothing; a later one takes back what was said."""
    earlier = LocalCopy.objects.published().filter(service=copy.service_id, place=copy.place_id)
    return bool(copy.overrides) or earlier.exists()


def is_compared(copy: LocalCopy, user: User, on: date) -> bool:
    """With the national card that holds now, and that is public."""
    return ServiceVersion.objects.published().filter(pk=copy.compared_with_id).exists()


def _roles(copy: LocalCopy, user: User, on: date) -> set[tuple[str, int]]:
    return {(role, office) for role, office, _is_centre in memberships_of(copy, user, on)}


def _offices(copy: LocalCopy, user: User, on: date) -> set[int]:
    return {office for _role, office, _is_centre in memberships_of(copy, user, on)}


def _at_centre(copy: LocalCopy, user: User, on: date) -> set[str]:
    return {role for role, _office, is_centre in memberships_of(copy, user, on) if is_centre}


def is_office_of(keeper: Organization, service: Service) -> bool:
    """A provincial office below the agency whose service it is."""
    return keeper.place_id is not None and service.owner_id in agencies_above(keeper)


def agencies_above(office: Organization, steps: int = DEPTH) -> list[int]:
    """The keys of its parent, the parent of that, and so on."""
    parent = office.parent
    return [parent.pk, *agencies_above(parent, steps - 1)] if parent and steps else []

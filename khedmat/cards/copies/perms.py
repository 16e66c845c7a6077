"""Who may see and change a province's copy, on a day. Lists use `LocalCopyQuerySet.visible_to`."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.copies.conditions import is_at_centre, is_author, is_keeper, is_of_owner
from khedmat.cards.copies.needs import may
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy


def can_see(user: User, copy: LocalCopy, on: date) -> bool:
    """Its office, the agency whose service it is, and the centre once it was sent."""
    inside = is_keeper(copy, user, on) or is_of_owner(copy, user, on)
    was_sent = copy.stage not in (CopyStage.DRAFT, CopyStage.DISCARDED)
    return inside or (was_sent and is_at_centre(copy, user, on))


def can_edit(user: User, copy: LocalCopy, on: date) -> bool:
    return may(copy, CopyStage.DRAFT, by=user, on=on)


def can_begin(user: User, copy: LocalCopy, on: date) -> bool:
    """Another revision beside one that is published, or instead of one that came back."""
    has_ended = copy.stage in (CopyStage.PUBLISHED, CopyStage.RETURNED, CopyStage.DISCARDED)
    return has_ended and is_author(copy, user, on)

"""Which copies wait for a person: the twin of what `needs` says of one copy."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from khedmat.accounts.models import User
from khedmat.cards.enums import AT_WORK, CopyStage
from khedmat.cards.models import LocalCopy, LocalCopyQuerySet
from khedmat.cards.models.copy_changes import CopyChange
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership


def written_by(user: User, on: date) -> LocalCopyQuerySet:
    """Drafts of the offices whose author this person is."""
    authored = Membership.objects.of(user).in_force(on).filter(role=Role.AUTHOR)
    found: LocalCopyQuerySet = LocalCopy.objects.filter(
        stage=CopyStage.DRAFT, keeper__in=authored.values("organization")
    )
    return found


def awaiting(user: User, on: date) -> LocalCopyQuerySet:
    """To be approved by the province, published by the agency of the service or the centre; not by who had a hand."""
    mine = Membership.objects.of(user).in_force(on)
    approves = mine.filter(role=Role.APPROVER).values("organization")
    publishes = Q(Exists(mine.filter(role=Role.PUBLISHER, organization__is_centre=True)))
    turn = Q(stage=CopyStage.SUBMITTED, keeper__in=approves)
    turn |= Q(publishes | Q(service__owner__in=approves), stage=CopyStage.APPROVED)
    hands = CopyChange.objects.filter(copy=OuterRef("pk"), by=user, target__in=AT_WORK)
    found: LocalCopyQuerySet = LocalCopy.objects.filter(turn, ~Exists(hands))
    return found

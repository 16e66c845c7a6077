"""Who answers what readers say: authors and approvers of the owning agency; the centre sees it all."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.models import Feedback, Service
from khedmat.cards.models.feedback import FeedbackQuerySet
from khedmat.organizations.enums import ANSWERING, EXAMINERS
from khedmat.organizations.models import Membership


def can_answer(user: User, service: Service, on: date) -> bool:
    mine = Membership.objects.of(user).in_force(on).filter(organization=service.owner_id, role__in=ANSWERING)
    return mine.exists()


def visible_feedback(user: User, on: date) -> FeedbackQuerySet:
    """Of one's own offices; whoever examines at the centre sees that of all."""
    mine = Membership.objects.of(user).in_force(on)
    at_centre = mine.filter(organization__is_centre=True, role__in=EXAMINERS)
    if at_centre.exists():
        return Feedback.objects.all()
    return Feedback.objects.filter(service__owner__in=mine.values("organization"))

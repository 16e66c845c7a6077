"""By which letter an approver records the confirmation of titles for the highest official."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.enums import TitleStep
from khedmat.cards.models import TitleChange, TitleList
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Delegation, Membership


def delegation_of(titles: TitleList, user: User, on: date) -> Delegation | None:
    """The newest that is in force on the day and speaks of titles; None for who signed without one."""
    acting = Membership.objects.of(user).in_force(on).filter(organization=titles.agency_id, role=Role.APPROVER)
    return Delegation.objects.filter(membership__in=acting).in_force(on).of_titles().for_list().first()


def confirmation_of(titles: TitleList) -> TitleChange | None:
    """The row that says who confirmed the list, and under which letter; None of a draft."""
    found = titles.changes.filter(step=TitleStep.CONFIRMED)
    return None if titles.is_draft else found.select_related("by", "as_delegation").first()

"""Who may see, write and confirm a list of titles, on a day."""

from datetime import date

from khedmat.accounts.models import User
from khedmat.cards.models import TitleList
from khedmat.cards.titles.conditions import had_no_hand, is_approver, is_author
from khedmat.organizations.models import Membership


def can_see(user: User, titles: TitleList, on: date) -> bool:
    """Members of the agency; once confirmed also reviewers of the centre. What is still written is the office's own."""
    memberships = Membership.objects.of(user).in_force(on)
    if memberships.filter(organization=titles.agency_id).exists():
        return True
    return not titles.is_draft and memberships.reviewing().exists()


def can_write(user: User, titles: TitleList, on: date) -> bool:
    return titles.is_draft and is_author(titles, user, on)


def can_begin(user: User, titles: TitleList, on: date) -> bool:
    """Another edition of a list that was confirmed."""
    return not titles.is_draft and is_author(titles, user, on)


def can_confirm(user: User, titles: TitleList, on: date) -> bool:
    """An approver of the agency who had no hand in the list records what the highest official signed."""
    return titles.is_draft and is_approver(titles, user, on) and had_no_hand(titles, user)

"""Under which letter a list of titles was confirmed."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.titles.delegated import confirmation_of
from khedmat.organizations.models import Delegation
from tests.factories.cards import NOW
from tests.factories.people import UserFactory
from tests.factories.titles import confirmed, drafted, office

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


def noted(user, **changes):
    day = TODAY - timedelta(days=5)
    plain = {"official": "رئیس سازمان", "letter_number": "77/1", "letter_on": day, "starts_on": day, "ends_on": None}
    plain |= {"covers_titles": True, "covers_cards": False, "made_by": UserFactory(), "made_at": NOW}
    return Delegation.objects.create(membership=user.memberships.get(), **plain | changes)


def test_the_letter_in_force_is_named_and_shown(client_for):
    here = office()
    letter = noted(here.approver)

    titles = confirmed(here)

    assert confirmation_of(titles).as_delegation == letter
    page = " ".join(client_for(here.reader).get(f"/desk/titles/{titles.pk}/").content.decode().split())
    assert "به نمایندگی از رئیس سازمان با نامهٔ شمارهٔ ۷۷/۱" in page


@pytest.mark.parametrize(
    "changes",
    [
        {"covers_titles": False, "covers_cards": True},
        {"ends_on": TODAY - timedelta(days=1)},
        {"starts_on": TODAY + timedelta(days=1)},
    ],
)
def test_no_other_letter_is_named(changes):
    here = office()
    noted(here.approver, **changes)

    assert confirmation_of(confirmed(here)).as_delegation is None


def test_a_letter_of_somebody_else_is_not_named():
    here = office()
    noted(office(code="elsewhere").approver)

    assert confirmation_of(confirmed(here)).as_delegation is None


def test_a_draft_was_confirmed_by_nobody():
    assert confirmation_of(drafted(office())) is None

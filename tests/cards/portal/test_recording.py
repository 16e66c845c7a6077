"""What a look found is a row that stays; the board counts the newest one that could read a page."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from khedmat.cards.duty.board import board
from khedmat.cards.models import PortalCheck
from khedmat.cards.portal.recording import PageSeen, last_check, on_portal
from tests.factories.cards import NOW, VersionFactory
from tests.factories.duty import a_round
from tests.factories.portal import an_owner, looked, seen

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


@pytest.fixture
def agency():
    return an_owner()


def versions(agency, number):
    return [VersionFactory(service__owner=agency, published=True) for _ in range(number)]


def test_a_look_is_counted_as_it_was(agency):
    one, two, three = versions(agency, 3)

    check = looked(agency, seen(one), seen(two, "named"), seen(three, "missing"))

    assert (check.total, check.present, check.current, check.missing) == (3, 2, 1, 1)
    assert not check.is_complete
    assert [row["state"] for row in PortalCheck.objects.get().found] == ["current", "named", "missing"]


def test_the_board_shows_the_newest_look_that_could_read(agency):
    found, (one, two) = a_round(), versions(agency, 2)
    looked(agency, seen(one, "missing"), seen(two), at=NOW - timedelta(days=2))
    looked(agency, seen(one), seen(two, "old"), at=NOW - timedelta(days=1))
    looked(agency, is_read=False, at=NOW)

    standing = next(row for row in board(found, on=TODAY) if row.agency == agency)

    assert standing.on_portal == 2
    assert not last_check(agency).is_read


def test_who_was_never_read_is_unknown_and_who_shows_nothing_is_zero(agency):
    silent = an_owner(domains=[])
    looked(silent, is_read=False, pages=[PageSeen("https://x.ir/", "timeout", None)])
    looked(agency, seen(versions(agency, 1)[0], "missing"))

    assert on_portal([agency, silent], TODAY) == {agency.pk: 0}


def test_a_page_that_nobody_could_read_for_a_month_says_nothing_any_more(agency):
    looked(agency, seen(versions(agency, 1)[0]), at=NOW - timedelta(days=31))

    assert on_portal([agency], TODAY) == {}
    assert on_portal([agency], TODAY - timedelta(days=1)) == {agency.pk: 1}


def test_the_board_asks_as_much_for_few_and_many(agency, assert_same_cost):
    found = a_round()
    looked(agency)

    assert_same_cost(lambda: board(found, on=TODAY), lambda: [looked(an_owner(domains=[])) for _ in range(5)])


def test_a_look_is_never_changed(agency):
    check = looked(agency)

    for change in (check.delete, lambda: PortalCheck.objects.update(present=0)):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()

"""The numbers of the board are those of the rows behind it; unknown is not zero."""

from datetime import timedelta

import pytest

from khedmat.cards.duty.actions import close_round
from khedmat.cards.duty.board import board, totals
from khedmat.cards.enums import OF_THE_OFFICE, UNEXAMINED, Stage
from khedmat.cards.models import GivenId
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.changes import once_called
from tests.factories.duty import DEADLINE, a_round
from tests.factories.people import OrganizationFactory, UserFactory, publisher
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def standing(agency, on=TODAY, **changes):
    found = a_round(owing="chosen", agencies=(agency.code,), **changes)
    return board(found, on=on)[0]


def sent(agency, stage="submitted"):
    return VersionFactory(service__owner=agency, stage=stage)


def test_every_step_is_counted_by_services_not_by_versions():
    agency = OrganizationFactory()
    titles_of(agency)
    twice = sent(agency, "published")
    VersionFactory(service=twice.service, stage="submitted")
    sent(agency)
    VersionFactory(service__owner=agency)
    sent(OrganizationFactory(), "published")

    row = standing(agency)

    assert (row.titles, row.prepared, row.examined, row.given, row.shown) == (3, 2, 1, 0, 1)


def test_a_service_has_its_id_when_the_register_gave_it():
    agency = OrganizationFactory()
    service = ServiceFactory(owner=agency, code="13041861000")
    before = standing(agency)

    GivenId.objects.create(service=service, code=service.code, why="نمونه", by=UserFactory(), at=NOW)

    assert (before.given, standing(agency).given) == (0, 1)


def test_a_closed_round_names_agencies_as_they_were_called_when_it_closed():
    agency = OrganizationFactory(name="سازمان بنادر و دریانوردی")
    found = a_round(owing="chosen", agencies=(agency.code,))
    close_round(found, by=publisher(), at=NOW)
    found.refresh_from_db()
    once_called(agency, "سازمان بنادر و کشتیرانی", until=TODAY + timedelta(days=2))

    (row,) = board(found, on=TODAY + timedelta(days=30))

    assert (row.called, row.agency.name) == ("سازمان بنادر و کشتیرانی", "سازمان بنادر و دریانوردی")


def test_an_agency_that_confirmed_nothing_has_no_number_of_titles():
    row = standing(OrganizationFactory())

    assert row.titles is None
    assert row.on_portal is None
    assert (row.prepared, row.shown) == (0, 0)


def test_who_did_nothing_is_as_late_as_the_days_since_the_deadline():
    assert standing(OrganizationFactory()).late == (TODAY - DEADLINE).days == 10


def test_nobody_is_late_before_the_deadline_or_on_it():
    agency = OrganizationFactory()

    assert standing(agency, on=DEADLINE).late == 0
    assert standing(agency, on=DEADLINE - timedelta(days=3)).late == 0
    assert standing(agency, on=DEADLINE + timedelta(days=1)).late == 1


def test_who_sent_as_many_cards_as_titles_is_late_until_the_day_of_the_last_one():
    agency = OrganizationFactory()
    titles_of(agency, "یک عنوان\nدو عنوان")
    sent(agency)
    half = standing(agency, on=TODAY + timedelta(days=30))
    sent(agency)

    whole = standing(agency, on=TODAY + timedelta(days=30))

    assert (half.is_done, half.late) == (False, 40)
    assert (whole.is_done, whole.late) == (True, 10)


def test_titles_alone_are_not_enough_and_cards_without_titles_neither():
    titled, carded = OrganizationFactory(), OrganizationFactory()
    titles_of(titled)
    sent(carded)

    assert not standing(titled).is_done
    assert not standing(carded).is_done


def test_lateness_is_counted_no_further_than_the_closing():
    agency = OrganizationFactory()
    found = a_round(owing="chosen", agencies=(agency.code,))
    close_round(found, by=publisher(), at=NOW)

    found.refresh_from_db()

    assert board(found, on=TODAY + timedelta(days=300))[0].late == 10


def test_all_together_are_the_sum_of_the_rows():
    one, other = OrganizationFactory(), OrganizationFactory()
    titles_of(one)
    sent(one, "published")
    sent(other)

    rows = board(a_round(), on=TODAY)

    assert totals(rows) == {"titles": 3, "prepared": 2, "examined": 1, "given": 0, "shown": 1}


def test_a_card_is_first_sent_and_then_examined():
    assert set(OF_THE_OFFICE) < set(UNEXAMINED) < set(Stage)
    assert Stage.PUBLISHED not in UNEXAMINED


def test_the_board_asks_as_many_questions_for_many_agencies(assert_same_cost):
    found = a_round()

    def grow():
        for _ in range(5):
            sent(OrganizationFactory())

    titles_of(OrganizationFactory(), "یک")
    assert_same_cost(lambda: board(found, on=TODAY), grow)

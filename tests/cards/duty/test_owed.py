"""What an agency owes: the open rounds alone, until their day, step by step; unknown is not none."""

from datetime import timedelta

import pytest

from khedmat.cards.duty.actions import close_round
from khedmat.cards.duty.owed import owed, owing_for
from khedmat.cards.models import DutyRound
from tests.factories.cards import NOW, VersionFactory
from tests.factories.duty import DEADLINE, a_round
from tests.factories.people import OrganizationFactory, person, publisher
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def sent(agency, title, stage="submitted"):
    return VersionFactory(service__owner=agency, stage=stage, card={"title": title})


def left(row):
    return {step.name: step.left for step in row.steps}


def test_without_confirmed_titles_nothing_behind_them_is_known():
    agency = OrganizationFactory()
    a_round()

    (row,) = owed([agency], on=TODAY)

    assert (row.days, row.age) == ((DEADLINE - TODAY).days, (TODAY - row.round.opened_on).days)
    assert row.standing.titles is None
    assert left(row) == {"prepared": None, "examined": 0, "given": 0, "shown": None, "on_portal": None}


def test_each_step_is_what_is_missing_of_the_step_before():
    agency = OrganizationFactory()
    titles_of(agency)
    sent(agency, "صدور پروانهٔ چاه", "published")
    a_round()

    (row,) = owed([agency], on=TODAY)

    assert left(row) == {"prepared": 2, "examined": 0, "given": 1, "shown": 2, "on_portal": None}


def test_titles_without_a_card_are_named_in_the_order_of_the_list_however_they_are_spaced():
    agency, other = OrganizationFactory(), OrganizationFactory()
    titles_of(agency), titles_of(other)
    sent(agency, "صدور پروانه‌ چاه")
    sent(other, "پاسخ به استعلام")
    VersionFactory(service__owner=agency, card={"title": "پاسخ به استعلام"})  # a draft is sent to nobody
    a_round()

    first, second = owed([agency, other], on=TODAY)

    assert first.unsent == ["تمدید پروانهٔ چاه", "پاسخ به استعلام"]
    assert second.unsent == ["صدور پروانهٔ چاه", "تمدید پروانهٔ چاه"]


def test_who_has_sent_as_many_as_titles_owes_nothing():
    agency = OrganizationFactory()
    titles_of(agency, "صدور پروانهٔ چاه")
    a_round()
    before = owed([agency], on=TODAY)

    sent(agency, "صدور پروانهٔ چاه")

    assert (len(before), owed([agency], on=TODAY)) == (1, [])


def test_closed_corrected_later_and_foreign_rounds_are_not_owed():
    agency, other = OrganizationFactory(), OrganizationFactory(code="other")
    close_round(a_round(), by=publisher(), at=NOW)
    a_round(owing="chosen", agencies=("other",))
    a_round(opened_on=TODAY + timedelta(days=1), deadline=TODAY + timedelta(days=9))
    national = OrganizationFactory(scope="provincial")

    assert owed([agency, national], on=TODAY) == []
    assert [row.standing.agency for row in owed([other], on=TODAY)] == [other]


@pytest.mark.parametrize("role", ["author", "approver", "reader", "manager"])
@pytest.mark.parametrize("titles", [None, "صدور پروانهٔ چاه", "صدور پروانهٔ چاه\nپاسخ به استعلام"])
@pytest.mark.parametrize("owing", ["national", "chosen"])
def test_the_queue_holds_the_rounds_in_which_an_agency_owes(owing, titles, role):
    agency, stranger = OrganizationFactory(code="home"), person("author", OrganizationFactory())
    if titles:
        titles_of(agency, titles)
    sent(agency, "صدور پروانهٔ چاه")
    a_round(**({"owing": owing, "agencies": ("home",)} if owing == "chosen" else {}))
    close_round(a_round(), by=publisher(), at=NOW)
    user = person(role, agency)

    rounds = set(owing_for(user, TODAY))

    expected = {row.round for row in owed([agency], on=TODAY)} if role in ("author", "approver") else set()
    assert rounds == expected
    assert bool(owed([agency], on=TODAY)) == (titles != "صدور پروانهٔ چاه")
    assert set(owing_for(stranger, TODAY)) == (set(DutyRound.objects.open_on(TODAY)) if owing == "national" else set())


def test_many_agencies_and_rounds_cost_as_much_as_one(django_assert_max_num_queries):
    agencies = OrganizationFactory.create_batch(4)
    for agency in agencies[:2]:
        titles_of(agency)
    for _number in range(3):
        a_round()

    with django_assert_max_num_queries(7):
        rows = owed(agencies, on=TODAY)

    assert len(rows) == 12

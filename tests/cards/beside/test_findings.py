"""R06: a price of a published card that holds no more."""

from datetime import timedelta

import pytest

from khedmat.cards.checking import store_findings
from khedmat.web.desk.queues.of_cards import CARDS
from tests.factories.beside import FEE, a_card, priced
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
(PRICES,) = [queue for queue in CARDS if queue.code == "prices"]


def found(version, on=TODAY):
    return [one.message for one in store_findings(version, on=on) if one.rule == "R06"]


def test_a_price_that_has_run_out_is_found_with_its_line_and_its_last_day():
    version = a_card(published=True)
    priced(version, TODAY - timedelta(days=1))

    (message,) = found(version)

    assert "۲۵۰٬۰۰۰ ریال – کارمزد صدور" in message
    assert "۳۰ آبان ۱۴۰۵" in message


def test_the_last_day_still_holds_and_the_night_after_finds_it():
    version = a_card(published=True)
    priced(version, TODAY)

    assert found(version) == []
    assert len(found(version, TODAY + timedelta(days=1))) == 1


def test_a_new_term_takes_the_finding_away_at_once():
    version = a_card(published=True)
    priced(version, TODAY - timedelta(days=1))
    assert version.findings.filter(rule="R06").exists()

    priced(version, TODAY + timedelta(days=300))

    assert not version.findings.filter(rule="R06").exists()


@pytest.mark.parametrize("stage", ["draft", "submitted", "suspended"])
def test_what_is_not_before_the_public_is_not_asked(stage):
    version = a_card(stage=stage)
    priced(version, TODAY - timedelta(days=1), by=person("author", version.service.owner))

    assert found(version) == []


def test_a_price_of_which_nobody_says_a_day_is_not_found():
    version = a_card(prices=(FEE, {"amount_rial": 10}), published=True)
    priced(version, None)

    assert found(version) == []


def test_it_waits_for_those_who_answer_for_the_card_and_for_nobody_else():
    version, fine = a_card(published=True), a_card(published=True)
    priced(version, TODAY - timedelta(days=1)), priced(fine, TODAY + timedelta(days=1))

    for role in ("author", "approver"):
        assert list(PRICES.rows(person(role, version.service.owner), NOW).order_by("pk")) == [version]
        assert not PRICES.rows(person(role, OrganizationFactory()), NOW).exists()
    assert not PRICES.rows(person("reader", version.service.owner), NOW).exists()

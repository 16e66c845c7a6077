"""Two colleagues at one moment, and two nights at once."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.duty.asking import ask, send_some
from khedmat.cards.enums import LinkState, LinkWhy
from khedmat.cards.freshness.ageing import age
from khedmat.cards.freshness.confirming import confirm
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import gather
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import (
    CardLink,
    Confirmation,
    DutyReminder,
    DutySending,
    FreshnessReminder,
    LinkCheck,
    WebAddress,
)
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW, VersionFactory
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, person, publisher

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOW + timedelta(days=200)


def test_of_two_who_confirm_at_once_one_is_told_of_the_other():
    version = VersionFactory(published=True)
    people = [person(role, version.service.owner) for role in ("author", "approver")]

    results = at_once(*[lambda user=user: confirm(version, by=user, at=LATER) for user in people])

    assert Confirmation.objects.count() == 1
    (refused,) = refusals(results)
    assert str(Confirmation.objects.get().by) in str(refused)


def test_two_nights_at_once_tell_once():
    version = VersionFactory(published=True)
    author = person("author", version.service.owner)

    at_once(*[lambda: age(at=LATER)] * 2)

    assert FreshnessReminder.objects.count() == 1
    assert author.notices.count() == 1
    assert version.findings.filter(rule="R01").count() == 1


def test_two_gatherings_and_two_checks_at_once_count_each_address_and_day_once():
    VersionFactory(published=True)
    at_once(*[lambda: gather(localdate(NOW))] * 2)
    address = WebAddress.objects.get()

    at_once(*[lambda: record(address, Seen(LinkWhy.NOT_FOUND, 404, 1), at=NOW)] * 3)

    assert (CardLink.objects.count(), LinkCheck.objects.count()) == (1, 3)
    assert WebAddress.objects.get().state == LinkState.SUSPECT


def test_the_centre_pressing_twice_sends_one_letter():
    agency = OrganizationFactory()
    found, author, by = a_round(owing="chosen", agencies=(agency.code,)), person("author", agency), publisher()

    results = at_once(*[lambda: ask(found, by=by, at=NOW)] * 2)
    at_once(*[lambda: send_some(DutySending.objects.get(), at=NOW, seconds=60)] * 2)

    (refusal,) = refusals(results)
    assert "امروز فرستاده شده است" in " ".join(refusal.messages)
    assert (DutyReminder.objects.count(), author.notices.count()) == (1, 1)

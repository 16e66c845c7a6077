"""Three days of errors before one stands; a row for each try; the finding of the cards that lead there."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from khedmat.cards.actions import create_draft, store_findings
from khedmat.cards.enums import LinkState, LinkWhy
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import gather
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import CardLink, LinkCheck, WebAddress
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import person

pytestmark = pytest.mark.django_db
URL = "https://service.example.ir/record"
GOOD, DEAD, SLOW = LinkWhy.ANSWERED, LinkWhy.NOT_FOUND, LinkWhy.TIMEOUT


@pytest.fixture
def version():
    found = VersionFactory(published=True)
    gather(localdate(NOW))
    return found


def tried(*tries):
    """`tried((0, DEAD), (1, GOOD))`: days after the first, and what came of it."""
    address = WebAddress.objects.get(address=URL)
    for day, why in tries:
        address = record(address, Seen(why, None, 12), at=NOW + timedelta(days=day))
    return address


def u06(version, day=10):
    store_findings(version, on=localdate(NOW) + timedelta(days=day))
    return version.findings.filter(rule="U06")


@pytest.mark.parametrize(
    ("tries", "state", "next_day"),
    [
        ([(0, GOOD)], LinkState.FINE, 7),
        ([(0, DEAD)], LinkState.SUSPECT, 1),
        ([(0, DEAD), (0, DEAD), (0, DEAD)], LinkState.SUSPECT, 1),
        ([(0, DEAD), (1, DEAD)], LinkState.SUSPECT, 2),
        ([(0, DEAD), (1, DEAD), (2, DEAD)], LinkState.BROKEN, 9),
        ([(0, DEAD), (5, DEAD), (9, LinkWhy.NO_NAME)], LinkState.BROKEN, 16),
        ([(0, DEAD), (1, DEAD), (2, GOOD), (3, DEAD)], LinkState.SUSPECT, 4),
        ([(0, DEAD), (1, DEAD), (2, DEAD), (3, GOOD)], LinkState.FINE, 10),
        ([(0, DEAD), (1, DEAD), (2, DEAD), (3, SLOW)], LinkState.BROKEN, 10),
        ([(0, SLOW)], LinkState.DOUBTFUL, 7),
        ([(0, SLOW), (1, SLOW), (2, SLOW)], LinkState.DOUBTFUL, 9),
        ([(0, DEAD), (1, SLOW), (2, SLOW)], LinkState.DOUBTFUL, 3),
        ([(0, DEAD), (1, SLOW), (2, DEAD), (3, DEAD)], LinkState.BROKEN, 10),
        ([(0, LinkWhy.PRIVATE), (1, LinkWhy.PRIVATE), (2, LinkWhy.PRIVATE)], LinkState.DOUBTFUL, 9),
    ],
)
def test_an_error_stands_after_three_different_days(version, tries, state, next_day):
    address = tried(*tries)

    assert (address.state, address.due_on) == (state, localdate(NOW) + timedelta(days=next_day))
    assert LinkCheck.objects.count() == len(tries)


def test_the_day_of_a_try_is_that_of_tehran(version):
    late = NOW.replace(hour=21)

    record(WebAddress.objects.get(address=URL), Seen(DEAD, 404, 12), at=late)

    row = LinkCheck.objects.get()
    assert row.day == localdate(late) != late.date()
    assert (row.status, row.ms, row.by) == (404, 12, None)


def test_a_try_is_never_changed_or_taken_away(version):
    tried((0, DEAD))

    for change in (lambda: LinkCheck.objects.update(ms=0), LinkCheck.objects.get().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_dead_address_is_found_in_the_card_and_no_longer_when_it_answers(version):
    assert not u06(version).exists()
    tried((0, DEAD), (1, DEAD))
    assert not u06(version).exists()
    tried((2, DEAD))

    found = u06(version).get()
    assert (found.severity, found.field) == ("A", "card.url")
    assert URL in found.message
    assert "۴۰۴" in found.message
    tried((3, GOOD))
    assert not u06(version).exists()


def test_cards_are_looked_at_anew_when_an_address_breaks_and_when_it_is_mended(version):
    other = VersionFactory(published=True, card={"url": "https://other.example.ir/a"})
    gather(localdate(NOW))
    for tries in [(0, DEAD), (1, DEAD), (2, DEAD)], [(3, GOOD)]:
        type(version).objects.update(checked_with="known")
        tried(*tries)
        version.refresh_from_db()
        other.refresh_from_db()
        assert (version.checked_with, other.checked_with) == ("", "known")


def test_whoever_copies_a_dead_address_hears_of_it_in_the_draft(version):
    tried((0, DEAD), (1, DEAD), (2, DEAD))
    owner = version.service.owner

    draft = create_draft(forms.document(), owner=owner, by=person("author", owner), at=NOW)

    assert draft.findings.filter(rule="U06", field="card.url").exists()


def test_a_card_is_read_once_and_its_addresses_stand_once():
    for _ in "ab":
        VersionFactory(published=True, card={"sla_url": "service.example.ir/sla", "documents": [f"فرم در {URL}"]})
    VersionFactory(card={"url": "https://draft.example.ir/"})
    VersionFactory(published=True, card={"url": None})
    today = localdate(NOW)

    read = gather(today)

    assert read == 2
    assert gather(today) == 0
    assert set(WebAddress.objects.values_list("address", "host")) == {
        (URL, "service.example.ir"),
        ("http://service.example.ir/sla", "service.example.ir"),
    }
    paths = set(CardLink.objects.values_list("path", flat=True))
    assert paths == {"card.url", "card.sla_url", "card.documents"}
    assert CardLink.objects.count() == 6

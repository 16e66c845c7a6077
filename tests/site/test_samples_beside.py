"""What is said beside the samples; loaded twice it is said once."""

import pytest

from khedmat.cards.models import DocumentWay, PriceTerm
from khedmat.organizations.enums import Role
from khedmat.site.samples import beside
from tests.factories.cards import NOW
from tests.factories.feedback import a_card
from tests.factories.people import centre, person
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db
CARD = {"documents": ["شناسنامه", "عکس"], "cost": {"items": [{"amount_rial": 250_000, "text": "برای هر کارت"}]}}


@pytest.fixture
def service(monkeypatch):
    service = a_card(card=CARD).service
    people = {Role.STEWARD: steward(), Role.APPROVER: person("approver", service.owner)}
    monkeypatch.setattr(beside, "person", lambda role, agency: people[role])
    return service


def test_the_first_document_is_fetched_and_the_price_has_its_days(service):
    beside.say_beside(service, NOW)

    way, term = DocumentWay.objects.get(), PriceTerm.objects.get()
    assert (way.way, way.agency) == ("agency", service.owner)
    assert term.valid_from < NOW.date() < term.valid_until
    assert term.source == beside.SOURCE


def test_a_load_that_goes_on_says_nothing_twice(service):
    beside.say_beside(service, NOW)
    beside.say_beside(service, NOW)

    assert (DocumentWay.objects.count(), PriceTerm.objects.count()) == (1, 1)


def test_a_card_without_documents_and_prices_is_left_as_it_is(monkeypatch):
    service = a_card(card={"documents": [], "cost": {"free": True}}).service
    monkeypatch.setattr(beside, "person", person)
    monkeypatch.setattr(beside.Organization.objects, "get", lambda **_: centre())
    beside.say_beside(service, NOW)

    assert not DocumentWay.objects.exists()
    assert not PriceTerm.objects.exists()

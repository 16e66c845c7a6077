"""A program says that a published card still holds: once a day, of its own agency, in its maker's name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.cards.freshness.standing import term
from khedmat.cards.models import Confirmation
from tests.factories.cards import VersionFactory, identified
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(home):
    return VersionFactory(service__owner=home.agency, published=True)


def test_a_confirmed_card_holds_for_another_term(home, published):
    answer = home.program.ask("post", f"/services/{published.service.pk}/confirm").json()

    today = timezone.localdate()
    assert (answer["confirmed_on"], answer["due_on"]) == (str(today), str(today + term()))
    assert Confirmation.objects.get().by == home.author
    assert answer["version"] == published.pk


def test_the_id_names_it_too(home, published):
    code = identified(published.service).code

    assert home.program.ask("post", f"/services/{code}/confirm").status_code == 200


def test_the_second_of_a_day_hears_who_was_first(home, published):
    home.program.ask("post", f"/services/{published.service.pk}/confirm")

    second = home.program.ask("post", f"/services/{published.service.pk}/confirm")

    assert second.status_code == 409
    assert str(home.author) in second.json()["detail"]
    assert Confirmation.objects.count() == 1


def test_twice_with_one_key_is_once(home, published):
    asked = [
        home.program.ask("post", f"/services/{published.service.pk}/confirm", Idempotency_Key="c-1") for _ in range(2)
    ]

    assert asked[0].json() == asked[1].json()
    assert Confirmation.objects.count() == 1


def test_a_card_of_another_agency_is_not_there(published, program_of):
    stranger = program_of(OrganizationFactory())

    assert stranger.ask("post", f"/services/{published.service.pk}/confirm").status_code == 404
    assert not Confirmation.objects.exists()


@pytest.mark.parametrize(("stage", "status"), [("draft", 404), ("approved", 404), ("suspended", 409), ("retired", 410)])
def test_what_is_not_published_is_not_confirmed(home, stage, status):
    version = VersionFactory(service__owner=home.agency, stage=stage)

    assert home.program.ask("post", f"/services/{version.service.pk}/confirm").status_code == status
    assert timedelta(0) < term()

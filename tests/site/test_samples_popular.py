"""The sample names: one in force, one that waits, and a search in vain; loaded twice they are the same."""

import pytest

from khedmat.cards.models import PopularName, SearchDay
from khedmat.site.samples import popular
from tests.factories.cards import NOW
from tests.factories.people import person
from tests.factories.popular import a_service

pytestmark = pytest.mark.django_db


def test_the_sample_names_are_written_once(monkeypatch):
    service = a_service()
    people = {role: person(role, service.owner) for role in ("author", "approver")}
    monkeypatch.setattr(popular, "person", lambda role, agency: people[role])

    popular.call_by_popular_names(service, NOW)
    popular.call_by_popular_names(service, NOW)

    assert sorted(PopularName.objects.values_list("stage", flat=True)) == ["in_force", "proposed"]
    assert SearchDay.objects.get().in_vain == 1

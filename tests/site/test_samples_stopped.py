"""What a first start does where it was stopped, or where something is already there."""

import pytest

from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.postgres import Failed
from khedmat.files.models import StoredFile
from khedmat.importing.models import Intake
from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import Membership, Organization
from khedmat.site import samples
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    load_reference()


@pytest.mark.parametrize("name", ["approve", "accept"])
def test_a_load_that_was_stopped_is_taken_up(reference, monkeypatch, name):
    step, seen = getattr(samples, name), []

    def stopped(version, **given):
        seen.append(version)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return step(version, **given)

    monkeypatch.setattr(samples, name, stopped)
    with pytest.raises(KeyboardInterrupt):
        samples.load()
    monkeypatch.setattr(samples, name, step)

    samples.load()

    assert ServiceVersion.objects.published().count() == 6
    assert not ServiceVersion.objects.filter(stage__in=["submitted", "approved", "accepted"]).exists()


def test_nothing_is_loaded_beside_real_people(reference):
    UserFactory()

    assert samples.load() == ""
    written = [Membership, Service, ServiceVersion, StoredFile, Intake]
    assert not any(table.objects.exists() for table in written)


def test_a_sample_that_is_refused_is_no_silent_gap(reference, monkeypatch):
    Organization.objects.filter(code="pmo").update(valid_to="2020-01-01")

    with pytest.raises(Failed, match="seafarer-report.txt"):
        samples.load()

"""The signed ZIP over the web, and its key."""

import pytest

from khedmat.embedding.kit.signing import public_pem
from khedmat.embedding.kit.verifying import verify
from khedmat.web.embed import kit
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
ZIP = "/embed/agency/sample.zip"


@pytest.fixture(autouse=True)
def agency(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    found = OrganizationFactory(code="sample")
    VersionFactory(service__owner=found, published=True)
    return found


def test_anybody_takes_the_zip_and_tries_it_by_the_key(client):
    answer, key = client.get(ZIP), client.get("/embed/key.pem")

    assert answer["Content-Type"] == "application/zip"
    assert 'filename="khedmat-sample.zip"' in answer["Content-Disposition"]
    assert key.content == public_pem()
    assert verify(answer.content, key.content).faults == []


def test_nothing_is_packed_for_who_holds_the_newest_one(client, agency, monkeypatch):
    held = client.get(ZIP)["ETag"]
    monkeypatch.setattr(kit, "pack", None)

    assert client.get(ZIP, headers={"If-None-Match": held}).status_code == 304
    monkeypatch.undo()
    VersionFactory(service__owner=agency, published=True)
    assert client.get(ZIP, headers={"If-None-Match": held}).status_code == 200


def test_no_zip_of_an_unknown_agency(client):
    assert client.get("/embed/agency/nowhere.zip").status_code == 404

"""The API: what became known of the lines of a card, beside its words."""

from datetime import date, timedelta

import pytest

from khedmat.cards.documents.issuing import name_issuers
from tests.factories.beside import FEE, a_card, fetched, priced
from tests.factories.cards import NOW, VersionFactory, advance, identified
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
UNSAID = {"obtained": None, "agency": None, "given_by": []}


@pytest.fixture
def version():
    return a_card("گذرنامهٔ نمونه (در صورت نیاز)", "درخواست", prices=(FEE, {"text": "هزینهٔ پست"}), published=True)


def beside(client, version, path=""):
    return client.get(f"/api/v1/services/{version.service_id}{path}").json()["beside"]


def test_every_document_is_there_and_of_what_nobody_said_anything_it_says_so(client, version):
    said = beside(client, version)

    assert said["documents"] == [
        {"name": "گذرنامهٔ نمونه", "condition": "در صورت نیاز", **UNSAID},
        {"name": "درخواست", "condition": "", **UNSAID},
    ]
    assert said["prices"] == []


def test_who_brings_a_document_and_from_whom_it_is_fetched(client, version):
    fetched(version, OrganizationFactory(code="registry", name="ثبت نمونه"))
    fetched(version, None, place=1)

    first, second = beside(client, version)["documents"]

    assert (first["obtained"], first["agency"]) == ("agency", {"code": "registry", "name": "ثبت نمونه"})
    assert (second["obtained"], second["agency"]) == ("applicant", None)


def test_which_service_gives_a_document(client):
    giver = VersionFactory(published=True, card={"title": "صدور گذرنامهٔ نمونه"})
    identified(giver.service, "13011234000")
    entry = a_document("گذرنامهٔ نمونه")
    version = a_card("گذرنامهٔ نمونه", published=True)
    name_issuers(entry, [giver.service, VersionFactory().service], seen=entry.revision, by=steward(), at=NOW)

    (document,) = beside(client, version)["documents"]

    assert document["given_by"] == [{"id": giver.service_id, "code": "13011234000", "title": "صدور گذرنامهٔ نمونه"}]


def test_until_when_a_price_holds_and_by_what(client, version):
    priced(version, date(2027, 3, 20))

    assert beside(client, version)["prices"] == [
        {
            "text": "۲۵۰٬۰۰۰ ریال – کارمزد صدور",
            "valid_from": None,
            "valid_until": "2027-03-20",
            "source": "مصوبهٔ هیئت وزیران",
        }
    ]


def test_a_version_has_what_was_said_of_it_and_the_next_what_was_said_of_both(client, version):
    priced(version, date(2027, 3, 20))
    advance(version, "replaced")
    following = a_card("درخواست", prices=(FEE,), service=version.service, published=True)
    priced(following, date(2028, 3, 20), at=NOW + timedelta(days=1))

    first, second = (beside(client, version, f"/versions/{one.number}")["prices"][0] for one in (version, following))

    assert (first["valid_until"], second["valid_until"]) == ("2027-03-20", "2028-03-20")


def test_what_was_said_is_no_new_version_and_a_new_answer(client, version):
    address = f"/api/v1/services/{version.service_id}"
    before = client.get(address)

    fetched(version, None)

    after = client.get(address, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after.json()["sha256"] == before.json()["sha256"]


def test_nothing_is_said_of_drafts(client, version):
    draft = a_card("گذرنامهٔ نمونه", stage="draft", service=version.service)
    fetched(draft, None)

    assert beside(client, version)["documents"][0]["obtained"] is None


def test_a_card_asks_few_questions_and_no_more_of_a_long_one(client, version, assert_same_cost):
    def grow():
        for place in range(2):
            fetched(version, OrganizationFactory(), place=place)
        priced(version, date(2027, 3, 20))

    assert_same_cost(lambda: beside(client, version), grow)


def test_linked_data_of_the_same_card_say_it_too(client, version):
    fetched(version, OrganizationFactory(code="registry"))
    priced(version, date(2027, 3, 20))

    said = client.get(f"/api/v1/services/{version.service_id}", headers={"accept": "application/n-triples"})

    assert "/id/agency/registry>" in said.content.decode()
    assert '"2027-03-20"^^<http://www.w3.org/2001/XMLSchema#date>' in said.content.decode()

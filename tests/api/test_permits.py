"""Permits as programs read them: only what is in force, inquiries with their own permit and action."""

import pytest

from khedmat.cards.form import from_contract
from khedmat.permits.actions import create_list, follow_drafts
from khedmat.permits.models import PermitForm
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db
FINDER = "/api/v1/find-permits"
PERMITS = "/api/v1/permits"
ASKED = {"permit": "پروانهٔ نمونه"}


def a_list(*inquiries, agency=None, replaces=None, **permit):
    """A list with one permit that is issued."""
    plain = forms.permit_list().model_dump(mode="json") | {
        "permits": [{"title": "پروانهٔ نمونه", "action": "issue"} | permit],
        "inquiries": [ASKED | one for one in inquiries],
    }
    found = agency or OrganizationFactory()
    return create_list(from_contract(plain), organization=found, by=UserFactory(), at=NOW, replaces=replaces)


def ids(client, query=""):
    return [one["id"] for one in client.get(f"{PERMITS}{query}").json()["items"]]


def inquiries_of(client, row):
    return [one["agency"] for one in client.get(f"{PERMITS}/{row.pk}").json()["inquiries"]]


@pytest.mark.parametrize(("stage", "status"), [("published", 200), ("draft", 404), ("replaced", 404)])
def test_only_permits_of_the_card_in_force_are_read(client, stage, status):
    version = VersionFactory()
    follow_drafts(None, written=[(version, forms.document(permits=forms.PERMITS))])
    row = PermitForm.objects.filter(version=version).earliest("order")

    advance(version, stage)

    assert client.get(f"{PERMITS}/{row.pk}").status_code == status
    assert (row.pk in ids(client)) == (status == 200)


def test_a_list_that_was_replaced_is_read_no_more(client):
    agency = OrganizationFactory()
    old = a_list(agency=agency, kind="یک")
    new = a_list(agency=agency, kind="دو", replaces=old)

    assert ids(client) == [new.permitform_rows.get().pk]
    assert client.get(f"{PERMITS}/{old.permitform_rows.get().pk}").status_code == 404


def test_an_inquiry_belongs_to_its_action_or_to_each_when_it_names_none(client):
    row = a_list({"agency": "الف", "action": "issue"}, {"agency": "ب", "action": "renew"}, {"agency": "پ"})

    assert inquiries_of(client, row.permitform_rows.get()) == ["الف", "پ"]


def test_an_inquiry_of_another_permit_is_not_shown(client):
    row = a_list({"agency": "الف", "permit": "پروانهٔ دیگر"}).permitform_rows.get()

    assert inquiries_of(client, row) == []


def test_the_title_is_the_same_in_another_spelling(client):
    row = a_list({"agency": "الف", "permit": "پروانه‌ نمونه"}).permitform_rows.get()

    assert inquiries_of(client, row) == ["الف"]


def test_permits_are_narrowed_by_agency(client):
    row = a_list().permitform_rows.get()
    a_list()

    assert ids(client, f"?agency={row.organization.code}") == [row.pk]
    assert ids(client, "?agency=nobody") == []


def test_a_permit_without_a_card_names_no_service(client):
    row = a_list().permitform_rows.get()

    said = client.get(f"{PERMITS}/{row.pk}").json()

    assert said["service"] is None
    assert said["agency"] == {"code": row.organization.code, "name": row.organization.name}


def test_times_that_no_form_says_are_counted_apart(client):
    days = {"duration": {"value": 2, "unit": "day"}}
    row = a_list({"agency": "الف"} | days, {"agency": "ب"}, duration={"value": 1, "unit": "day"})

    path = client.get(f"{PERMITS}/{row.permitform_rows.get().pk}/path").json()

    assert (path["serial"], path["silent_of_time"], path["silent_of_fee"]) == (16, 1, 2)
    assert (path["declared"], path["shortfall"]) == (8, 8)


def test_a_permit_that_asks_nobody_has_no_bottleneck(client):
    path = client.get(f"{PERMITS}/{a_list().permitform_rows.get().pk}/path").json()

    assert (path["inquiries"], path["bottleneck"], path["shortfall"]) == (0, None, None)


def test_permits_cost_the_same_however_many(client, assert_same_cost):
    a_list()

    assert_same_cost(lambda: client.get(PERMITS), lambda: [a_list() for _ in range(4)])


def test_the_guided_finder_says_what_is_left_and_what_else_can_be_asked(client):
    a_list(applicants=["legal"])
    a_list(title="جواز دیگر", applicants=["natural"], kind="جواز")

    everything = client.get(FINDER).json()
    one = client.get(FINDER, {"who": "legal", "where": "national"}).json()

    assert everything["total"] == len(everything["items"]) == 2
    assert [asked["name"] for asked in everything["open"]] == ["who", "want", "what", "where"]
    assert everything["open"][0]["answers"] == [{"value": "natural", "permits": 1}, {"value": "legal", "permits": 1}]
    assert [row["title"] for row in one["items"]] == ["پروانهٔ نمونه"]
    assert [asked["name"] for asked in one["open"]] == ["want", "what"]


def test_the_guided_finder_goes_page_by_page(client):
    for title in ("یک", "دو", "سه"):
        a_list(title=title)

    first = client.get(FINDER, {"limit": 2}).json()
    second = client.get(first["next"]).json()

    assert [row["title"] for page in (first, second) for row in page["items"]] == ["یک", "دو", "سه"]
    assert (first["total"], second["total"], second["next"]) == (3, 3, None)


@pytest.mark.parametrize("wrong", [{"who": "anybody"}, {"want": "x"}, {"where": "تهران"}, {"what": "x" * 201}])
def test_an_answer_that_is_none_is_refused_with_a_sentence(client, wrong):
    refused = client.get(FINDER, wrong)

    assert refused.status_code == 422
    assert next(iter(wrong)) in refused.json()["detail"]

"""Whoever filled in the form, and where the money goes, is on no page that anybody may read."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.cards.canonical import tidy
from khedmat.cards.form import CostItem, FilledBy
from tests.factories import forms
from tests.factories.cards import VersionFactory, advance
from tests.factories.generated import cards

pytestmark = pytest.mark.django_db
NAME, PHONE, EMAIL, UNIT = "زرین‌تاج پوشیده‌نام", "0912-555-0173", "hidden@person.example", "دایرهٔ نهان‌خانه"
ACCOUNT = "IR-77-SECRET-0042"
SECRETS = [NAME, PHONE, EMAIL, UNIT, ACCOUNT, "۰۹۱۲-۵۵۵-۰۱۷۳", "IR-۷۷-SECRET-۰۰۴۲", "filled_by", "زرین"]
FILLER = FilledBy(name=NAME, phone=PHONE, email=EMAIL, unit=UNIT)
PAID = [CostItem(amount_rial=5000, text="تعرفه", account=ACCOUNT, electronic=True)]


def filled(card):
    """The document of the same card with a filler and an account, as drafts are kept."""
    title = card.title or "خدمت ساختگی"
    cost = card.cost.model_copy(update={"items": PAID})
    return tidy(forms.document(card.model_copy(update={"filled_by": FILLER, "cost": cost, "title": title})))


def public_pages(version):
    here = f"/services/{version.service.pk}/"
    lists = ["/", "/services/", "/permits/", "/agencies/", f"/agencies/{version.service.owner.code}/"]
    searches = [f"/search/?q={word}" for word in (NAME, PHONE, ACCOUNT, "خدمت")]
    embedded = [f"/embed/agency/{version.service.owner.code}/", f"/embed/service/{version.service.pk}/"]
    api = ["/api/v1/services", f"/api/v1/services/{version.service.pk}", f"/api/v1/services?q={NAME}"]
    return [here, f"{here}card/", f"{here}versions/{version.number}/", *lists, *searches, *embedded, *api]


def leaks(client, version):
    """(page, secret) of every secret that the body of a page holds; what was typed into a search is its own."""
    found = []
    for address in public_pages(version):
        text = client.get(address).content.decode()
        typed = address.partition("q=")[2]
        found += [
            (address, secret) for secret in SECRETS if secret in text and secret not in typed and typed not in SECRETS
        ]
    return found


@given(card=cards())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_public_page_of_any_card_knows_the_filler_or_the_account(client, card):
    version = VersionFactory(published=True, document=filled(card))

    assert leaks(client, version) == []


def test_a_version_that_was_replaced_keeps_its_secrets_too(client):
    old = VersionFactory(published=True, document=filled(forms.card()))
    advance(old, "replaced")
    VersionFactory(service=old.service, published=True)

    assert leaks(client, old) == []


@pytest.mark.parametrize("secret", [NAME, PHONE, EMAIL, UNIT, ACCOUNT, "زرین"])
@pytest.mark.parametrize("where", ["/search/", "/services/", "/permits/"])
def test_no_search_finds_a_card_by_what_is_private(client, where, secret):
    VersionFactory(published=True, document=filled(forms.card()))

    assert list(client.get(where, {"q": secret}).context["page"].object_list) == []


@pytest.mark.parametrize("secret", [NAME, PHONE, ACCOUNT])
def test_the_api_finds_nothing_by_what_is_private(client, secret):
    VersionFactory(published=True, document=filled(forms.card()))

    assert client.get("/api/v1/services", {"q": secret}).json()["items"] == []


def test_a_missing_page_of_a_draft_says_nothing_of_it(client):
    version = VersionFactory(document=filled(forms.card()))

    text = client.get(f"/services/{version.service.pk}/").content.decode()

    assert not [secret for secret in [*SECRETS, version.title] if secret in text]


def test_the_log_of_a_refusal_names_numbers_and_no_person(client, caplog):
    version = VersionFactory(document=filled(forms.card()))

    client.get(f"/services/{version.service.pk}/")
    client.get(f"/api/v1/services/{version.service.pk}")

    assert not [secret for secret in SECRETS if secret in caplog.text]


@given(
    values=st.dictionaries(st.sampled_from(["name", "phone", "email", "unit"]), st.just("پنهان‌ترین واژه"), min_size=1)
)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_filler_said_in_part_is_hidden_whole(client, values):
    card = forms.card().model_copy(update={"filled_by": FilledBy(**values)})
    version = VersionFactory(published=True, document=forms.document(card))

    answer = client.get(f"/api/v1/services/{version.service.pk}").content.decode()

    assert "پنهان‌ترین" not in answer
    assert "filled_by" not in json.loads(answer)["card"]

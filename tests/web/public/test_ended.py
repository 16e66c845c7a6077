"""Services that stand still or have ended: an address that once was public never becomes a dead end."""

import pytest

from khedmat.cards.models import StageChange
from khedmat.permits.actions import create_list
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.changes import merged
from tests.factories.people import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db


def words(response):
    return " ".join(response.content.decode().split())


def retired(successor=None, **kwargs):
    """Taken away with a reason, and what came after it."""
    version = VersionFactory(published=True, **kwargs)
    line = {"version": version, "source": "published", "target": "retired", "by": version.created_by, "at": NOW}
    StageChange.objects.create(**line, sha256=version.sha256, reason="در خدمت دیگری ادغام شد.", successor=successor)
    version.stage = "retired"
    version.save(update_fields=["stage"])
    return version


@pytest.mark.parametrize("page", ["", "card/", "card.docx", "short.html"])
def test_a_retired_service_answers_gone_with_its_reason_and_its_successor(client, page):
    successor = VersionFactory(published=True, card={"title": "خدمت تازه"})
    version = retired(successor.service)

    response = client.get(f"/services/{version.service.pk}/{page}")

    assert response.status_code == 410
    assert "در خدمت دیگری ادغام شد." in words(response)
    assert f'href="/services/{successor.service.pk}/"' in words(response)


def test_a_retired_service_without_a_successor_names_none(client):
    response = client.get(f"/services/{retired().service.pk}/")

    assert response.status_code == 410
    assert "به‌جای آن" not in words(response)


def test_what_was_published_of_a_retired_service_stays_readable(client):
    version = retired()

    response = client.get(f"/services/{version.service.pk}/versions/1/")

    assert response.status_code == 200
    assert "برچیده شده است" in words(response)


@pytest.mark.parametrize("page", ["", "card/"])
def test_a_suspended_service_says_why_above_its_card(client, page):
    version = VersionFactory(stage="suspended")

    response = client.get(f"/services/{version.service.pk}/{page}")

    assert response.status_code == 200
    assert "تعلیق شده است" in words(response)
    assert version.stage_changes.get(target="suspended").reason in words(response)


@pytest.mark.parametrize("stage", ["suspended", "retired"])
def test_neither_stands_in_a_list(client, stage):
    version = VersionFactory(stage=stage, card={"title": "صدور پروانهٔ چاه"})

    for address in ("/services/", "/search/?q=پروانه", f"/agencies/{version.service.owner.code}/"):
        assert f"/services/{version.service.pk}/" not in words(client.get(address))
    assert client.get("/api/v1/services").json()["items"] == []


def test_the_interface_says_gone_and_where_to_go(client):
    successor = VersionFactory(published=True)

    response = client.get(f"/api/v1/services/{retired(successor.service).service.pk}")

    said = response.json()
    assert (response.status_code, response["Content-Type"]) == (410, "application/problem+json")
    assert (said["detail"], said["successor"]) == (
        "در خدمت دیگری ادغام شد.",
        f"http://testserver/api/v1/services/{successor.service.pk}",
    )


def test_the_interface_says_that_a_service_is_suspended_and_why(client):
    version = VersionFactory(stage="suspended")

    said = client.get(f"/api/v1/services/{version.service.pk}").json()

    assert (said["stage"], said["suspended_because"]) == ("suspended", "بخش ۴ را کامل کنید.")


def test_a_service_that_came_back_is_shown_again(client):
    version = retired(card={"title": "برگشته"})
    VersionFactory(service=version.service, published=True)

    assert client.get(f"/services/{version.service.pk}/").status_code == 200


def test_permits_of_a_merged_agency_are_shown_by_its_successor(client):
    old, new = OrganizationFactory(code="old"), OrganizationFactory(code="new", name="سازمان جانشین")
    create_list(forms.permit_list(), organization=old, by=UserFactory(), at=NOW)
    assert client.get("/agencies/old/permits.docx").status_code == 200

    merged(old, new)

    assert client.get("/agencies/new/permits.docx").status_code == 200
    assert "پروانهٔ نمونه" in words(client.get("/permits/?agency=new"))
    assert [row["agency"]["code"] for row in client.get("/api/v1/permits").json()["items"]] == ["new", "new"]
    for address in ("/agencies/old/", "/agencies/old/permits.docx"):
        gone = client.get(address)
        assert gone.status_code == 410
        assert 'href="/agencies/new/"' in words(gone)

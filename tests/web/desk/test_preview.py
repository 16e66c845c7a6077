"""A card as people will see it, before they do."""

import pytest

from tests.factories import forms
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db


def previewed(client_for, version, user=None):
    user = user or person("author", version.service.owner)
    return client_for(user).get(f"/desk/versions/{version.pk}/preview/")


def told(response):
    return " ".join(response.content.decode().split())


def main_of(response):
    return (
        told(response)
        .partition('<dl class="answers">')[2]
        .partition('<p><a href="/desk')[0]
        .partition("<section class")[0]
    )


def test_a_draft_is_shown_as_the_public_page_will_show_it(client_for, client):
    owner = OrganizationFactory()
    draft = VersionFactory(service__owner=owner)
    published = VersionFactory(service__owner=owner, published=True)

    page = previewed(client_for, draft)
    public = client.get(f"/services/{published.service.pk}/")

    assert "مردم پس از انتشار همین را می‌بینند" in told(page)
    assert main_of(page)
    assert main_of(page).replace(f"/desk/versions/{draft.pk}/card/", "C") == main_of(public).replace(
        f"/services/{published.service.pk}/card/", "C"
    )


def test_nothing_of_it_leads_to_a_page_that_is_not_there(client_for, client):
    draft = VersionFactory(document=forms.document(permits=forms.PERMITS))

    page = told(previewed(client_for, draft))

    assert f"/services/{draft.service.pk}/" not in page
    assert "/card/" in page
    assert "canonical" not in page
    assert "مسئول نمونه" not in page


def test_who_may_look(client, client_for):
    owner = OrganizationFactory()
    draft, sent = VersionFactory(service__owner=owner), VersionFactory(service__owner=owner, stage="submitted")
    people = {
        "reader": person("reader", owner),
        "stranger": person("author", OrganizationFactory()),
        "reviewer": person("reviewer", centre()),
    }

    seen = {
        who: [previewed(client_for, one, user).status_code for one in (draft, sent)] for who, user in people.items()
    }

    assert seen == {"reader": [200, 200], "stranger": [404, 404], "reviewer": [404, 200]}
    assert client.get(f"/desk/versions/{draft.pk}/preview/").status_code == 302


def test_few_questions_are_asked(client_for, django_assert_max_num_queries):
    draft = VersionFactory()
    reader = client_for(person("reader", draft.service.owner))

    with django_assert_max_num_queries(12):
        assert reader.get(f"/desk/versions/{draft.pk}/preview/").status_code == 200


def test_the_page_of_a_version_leads_there_until_it_is_public(client_for):
    draft, public = VersionFactory(), VersionFactory(published=True)
    addresses = [f"/desk/versions/{one.pk}/preview/" for one in (draft, public)]

    pages = [
        told(client_for(person("reader", one.service.owner)).get(f"/desk/versions/{one.pk}/"))
        for one in (draft, public)
    ]

    assert [address in page for address, page in zip(addresses, pages, strict=True)] == [True, False]

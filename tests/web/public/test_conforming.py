"""The badge of a card, the page of what was found, and the report for programs."""

import json

import pytest
from django.conf import settings
from django.urls import reverse

from tests.factories.cards import VersionFactory
from tests.factories.conformance import BREACH, judged

pytestmark = pytest.mark.django_db
BADGE = "با الگوی رسمی CPSV-AP سازگار است"


@pytest.fixture
def version():
    return VersionFactory(published=True)


@pytest.fixture
def page(client, version):
    return lambda: client.get(f"/services/{version.service_id}/conformance/")


def service_page(client, version):
    return client.get(f"/services/{version.service_id}/").content.decode()


def test_a_card_that_conforms_bears_the_badge_and_leads_to_its_report(client, version):
    judged(version)

    said = service_page(client, version)

    assert BADGE in said
    assert f'href="/services/{version.service_id}/conformance/"' in said


def test_a_card_that_does_not_says_how_often(client, version):
    judged(version, BREACH, BREACH | {"path": "http://purl.org/dc/terms/description"})

    said = service_page(client, version)

    assert "۲ ناسازگاری با الگوی رسمی" in said
    assert BADGE not in said


def test_a_card_that_was_not_judged_bears_none(client, version):
    judged(VersionFactory(published=True))

    assert "conformance/" not in service_page(client, version)


def test_the_newest_verdict_holds(client, version):
    judged(version, BREACH, shapes="0" * 64)
    judged(version)

    assert BADGE in service_page(client, version)


def test_the_page_says_what_was_found_in_which_words(page, version):
    judged(version, BREACH)

    said = page().content.decode()

    assert "۱ ناسازگاری پیدا شد" in said
    assert "dct:title" in said
    assert "باید نوشته شود و نشده است" in said


def test_the_page_of_a_card_that_conforms_says_with_what_it_was_judged(page, version):
    check = judged(version)

    said = page().content.decode()

    assert "هیچ ناسازگاری پیدا نشد" in said
    assert check.shapes in said
    assert check.data in said


def test_what_was_not_judged_yet_is_said_not_to_be(client, page, version):
    assert "هنوز سنجیده نشده است" in page().content.decode()
    assert client.get(f"/services/{version.service_id}/conformance.ttl").status_code == 404


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/html", "text/html"),
        ("*/*", "text/html"),
        ("image/png", "text/html"),
        ("text/turtle", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/n-triples;q=0.9, text/html;q=0.1", "application/n-triples"),
    ],
)
def test_the_asker_is_given_what_it_prefers(client, version, accept, media):
    judged(version, BREACH)

    answer = client.get(f"/services/{version.service_id}/conformance/", headers={"accept": accept})

    assert answer["Content-Type"].startswith(media)
    assert "Accept" in [word.strip() for word in answer["Vary"].split(",")]


@pytest.mark.parametrize("kind", ["ttl", "jsonld", "nt"])
def test_the_report_comes_in_three_writings_and_is_kept_by_its_mark(client, version, kind):
    judged(version, BREACH)
    address = f"/services/{version.service_id}/conformance.{kind}"

    answer = client.get(address)

    assert "ValidationReport" in answer.content.decode()
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_the_report_is_about_the_address_at_which_it_stands(client, version):
    judged(version)
    path = reverse("web:service-conformance", args=[version.service_id])

    (top,) = json.loads(client.get(f"/services/{version.service_id}/conformance.jsonld").content)["@graph"]

    assert top["id"] == settings.SITE_URL + path
    assert top["subject"] == f"{settings.SITE_URL}/id/service/n{version.service_id}"


def test_drafts_are_no_page_and_what_ended_is_gone(client):
    draft, ended = VersionFactory(), VersionFactory(stage="retired")

    assert client.get(f"/services/{draft.service_id}/conformance/").status_code == 404
    assert client.get(f"/services/{ended.service_id}/conformance/").status_code == 410
    assert client.get(f"/services/{ended.service_id}/conformance.ttl").status_code == 410


def test_the_page_asks_at_most_four_questions_and_sets_no_cookie(page, version, django_assert_max_num_queries):
    judged(version, BREACH)

    with django_assert_max_num_queries(4):
        answer = page()

    assert not answer.cookies
    assert "public" in answer["Cache-Control"]

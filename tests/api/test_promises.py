"""What every answer to a reader promises, whatever is read."""

import json

import pytest

from tests.factories import forms
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.registers import a_document, a_law

pytestmark = pytest.mark.django_db
V1 = "/api/v1"
OF_A_CARD = ["", "/versions", "/versions/1", "/diff?a=1&b=1", "/form", "/findings", "/provinces", "/statistics"]
OF_ALL = [
    "/services",
    "/services?q=گواهی&sort=title",
    "/agencies",
    "/coverage",
    "/permits",
    "/documents",
    "/laws",
    "/systems",
    "/elements",
    "/audiences",
    "/events",
    "/codes",
    "/codes/level",
    "/search?q=گواهی",
    "/suggest?q=گواهی",
    "/changes",
    "/resolve/13011234000",
    "/statistics",
]
LISTS = ["/services", "/agencies", "/coverage", "/permits", "/documents", "/laws", "/systems", "/elements"]
PRIVATE = ("مسئول نمونه", "00000000", "دفتر نمونه", "IR-4000", "account", "filled_by")
HOSTILE = ["%00", "%FF%FE", "%", "';DROP TABLE x;--", "<script>", "ا" * 200, "%E2%80%AE", "(((", "\\", "%ED%A0%80"]


@pytest.fixture
def version():
    document = forms.document(permits=forms.PERMITS, inquiries=forms.INQUIRIES)
    made = VersionFactory(published=True, document=document)
    FindingFactory(version=made)
    a_document()
    a_law()
    return made


@pytest.fixture
def everywhere(version):
    """Every address that can be read, with something behind it."""
    card = [f"{V1}/services/{version.service.pk}{tail}" for tail in OF_A_CARD]
    return [*card, *(f"{V1}{tail}" for tail in OF_ALL)]


def test_every_address_answers_in_persian_that_a_person_can_read(client, everywhere):
    for address in everywhere:
        response = client.get(address)

        assert response.status_code == 200, address
        assert response["Content-Language"] == "fa, en"
        assert response["Content-Type"].startswith("application/json")
        assert "\\u06" not in response.content.decode("utf-8")


def test_nothing_private_is_in_any_answer(client, everywhere):
    for address in everywhere:
        text = client.get(address).content.decode("utf-8")

        assert [secret for secret in PRIVATE if secret in text] == [], address


def test_what_did_not_change_is_never_sent_again(client, everywhere):
    for address in everywhere:
        etag = client.get(address)["ETag"]
        again = client.get(address, headers={"If-None-Match": etag})

        assert (again.status_code, again.content) == (304, b""), address
        assert again["Access-Control-Allow-Origin"] == "*"


def test_pages_of_any_site_may_read_and_caches_may_keep_it(client, everywhere):
    for address in everywhere:
        response = client.get(address, headers={"Origin": "https://agency.example.ir"})

        assert response["Access-Control-Allow-Origin"] == "*", address
        assert "public" in response["Cache-Control"]
        assert "s-maxage=10" in response["Cache-Control"]
        assert {"ETag", "RateLimit"} <= set(response["Access-Control-Expose-Headers"].split(", "))


def test_no_answer_sets_a_cookie_or_varies_by_one(client, everywhere):
    for address in everywhere:
        response = client.get(address)

        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", "")


def test_head_says_of_everything_what_get_would_say(client, everywhere):
    for address in everywhere:
        response = client.head(address)

        assert (response.status_code, response.content) == (200, b""), address
        assert response["ETag"] == client.get(address)["ETag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_that_is_read_can_be_written(client, everywhere, method):
    for address in everywhere:
        response = client.generic(method, address)

        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD"), address
        assert "Access-Control-Allow-Origin" not in response


def test_an_etag_changes_with_what_is_said(client, version):
    address = f"{V1}/services/{version.service.pk}/findings"
    before = client.get(address)["ETag"]

    FindingFactory(version=version, field="card.url")

    assert client.get(address, headers={"If-None-Match": before}).status_code == 200


@pytest.mark.parametrize("tail", LISTS)
@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "1e3", "9" * 40, "1.5", ""])
def test_a_page_of_no_sensible_length_is_refused_by_name(client, tail, limit):
    response = client.get(f"{V1}{tail}?limit={limit}")

    assert response.status_code == 422
    assert "limit" in response.json()["detail"]


@pytest.mark.parametrize("tail", LISTS)
@pytest.mark.parametrize("cursor", ["x", "a:b:c", "%00", "9" * 900, "W10:1abc:x"])
def test_a_cursor_that_nobody_gave_is_not_found(client, tail, cursor):
    response = client.get(f"{V1}{tail}?cursor={cursor}")

    assert response.status_code == 404
    assert "next" in response.json()["detail"]


@pytest.mark.parametrize("tail", LISTS)
def test_a_cursor_longer_than_any_is_refused(client, tail):
    assert client.get(f"{V1}{tail}?cursor={'x' * 1001}").status_code == 422


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("tail", ["/services", "/search", "/suggest", "/permits", "/agencies", "/documents", "/laws"])
def test_no_words_break_anything(client, tail, words):
    response = client.get(f"{V1}{tail}?q={words}")

    assert response.status_code in (200, 422)
    assert isinstance(json.loads(response.content), dict | list)


@pytest.mark.parametrize("number", [*HOSTILE[1:], "1" * 500, "۱۳۰۱", "0", "-", "١٣٠١"])
def test_no_number_breaks_the_search_for_an_id(client, number):
    response = client.get(f"{V1}/resolve/{number.replace('/', '')}")

    assert response.status_code in (200, 404, 422)
    assert json.loads(response.content)


@pytest.mark.parametrize("tail", ["/versions/0", "/versions/-1", "/versions/9999999999", "/diff", "/diff?a=0&b=1"])
def test_a_version_with_no_possible_number_is_refused(client, version, tail):
    response = client.get(f"{V1}/services/{version.service.pk}{tail}")

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("kind", ["exe", "PDF", "", "../x"])
def test_a_form_of_no_known_kind_is_refused(client, version, kind):
    assert client.get(f"{V1}/services/{version.service.pk}/form?format={kind}").status_code == 422


@pytest.mark.parametrize("since", ["-1", "x", "9" * 30, "1.5"])
def test_a_feed_from_nowhere_is_refused(client, since):
    response = client.get(f"{V1}/changes?since={since}")

    assert response.status_code == 422
    assert "since" in response.json()["detail"]


def test_a_feed_from_beyond_its_end_stays_where_it_is(client, version):
    assert client.get(f"{V1}/changes?since=999999999").json() == {"items": [], "since": 999999999}

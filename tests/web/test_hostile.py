"""Addresses as nobody should write them: every page answers with a page, never with an error of its own."""

import pytest
from django.urls import reverse

from tests.factories.cards import VersionFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
ASKING = ["/services/", "/search/", "/permits/", "/desk/", "/agencies/sample/"]
DEAF = ["/", "/agencies/", "/guide/", "/api/", "/health/", "/account/login/", "/account/logout/"]
NAMES = ["q", "agency", "type", "level", "event", "start", "nature", "electronic", "place", "sort", "page", "stage"]
HOSTILE = {
    "nul": "%00",
    "nul inside": "a%00b",
    "ten kilobytes": "%D8%A7" * 5000,
    "lone surrogate": "%ED%A0%80",
    "broken utf-8": "%FF%FE%80",
    "percent": "%25",
    "bare percent": "%",
    "underscore": "_",
    "sql": "%27;DROP%20TABLE%20cards_service;--",
    "html": "%3Cscript%3Ealert(1)%3C/script%3E",
    "quotes": "%22%27%60",
    "template": "%7B%7B%20settings%20%7D%7D%7B%25%20debug%20%25%7D",
    "regex": "(a%2B)%2B%24%5B%5C",
    "right to left": "%E2%80%AE%E2%81%A7",
    "only marks": "%D9%8B%E2%80%8C%D9%B0",
    "negative": "-1",
    "huge number": "9" * 400,
    "float": "1e309",
    "persian digits": "%DB%B1%DB%B2",
    "array": "x&{name}=y&{name}[]=z",
    "empty": "",
}


def query(what, names):
    return "&".join(f"{name}={HOSTILE[what].replace('{name}', name)}" for name in names)


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_query_gets_a_page(client, what):
    VersionFactory(published=True, service__owner__code="sample")
    client.force_login(UserFactory())
    asked = [f"{page}?{query(what, names)}" for page in ASKING for names in (["q"], ["page"], NAMES)]

    answers = {address[:50]: client.get(address).status_code for address in asked}

    assert {address: status for address, status in answers.items() if status not in (200, 400, 404)} == {}


@pytest.mark.parametrize("page", DEAF)
def test_pages_that_ask_nothing_do_not_hear(client, page):
    plain = client.get(page).status_code

    assert {client.get(f"{page}?{query(what, NAMES)}").status_code for what in HOSTILE} == {plain}


@pytest.mark.parametrize("page", ["/services/", "/search/", "/permits/"])
def test_what_was_typed_comes_back_as_text(client, page):
    typed = "\"><script>alert('x')</script>"

    shown = client.get(page, {"q": typed}).content.decode()

    assert "<script>alert" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("words", ["%", "_", "%%", "\\"])
@pytest.mark.parametrize("page", ["/services/", "/search/"])
def test_a_wildcard_stands_for_nothing(client, page, words):
    VersionFactory(published=True, card={"title": "گواهی"})

    assert list(client.get(page, {"q": words}).context["page"].object_list) == []


@pytest.mark.parametrize("slug", ["a" * 3000, "%00", "..%2F..%2Fetc", "%D8%B3%D8%A7%D8%B2", "-", "A_b-9"])
def test_an_agency_that_is_none_is_not_found(client, slug):
    assert client.get(f"/agencies/{slug}/").status_code == 404


@pytest.mark.parametrize("key", ["0", "-1", "1.0", "0x1", "%DB%B1", "1%00", "9" * 200, "1;DROP", "../1"])
def test_a_service_key_that_is_none_is_not_found(client, key):
    tails = ["", "card/", "versions/1/"]

    assert {client.get(f"/services/{key}/{tail}").status_code for tail in tails} == {404}


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "2147483648", "x"])
def test_a_version_number_that_is_none_is_not_found(client, number):
    version = VersionFactory(published=True)

    assert client.get(f"/services/{version.service.pk}/versions/{number}/").status_code == 404


@pytest.mark.parametrize(
    "header", ["Accept-Language", "HX-Request", "HX-Target", "If-Modified-Since", "Accept", "Range"]
)
@pytest.mark.parametrize("said", ["", "x" * 9000, "true", "%00", "*/*;q=9", "bytes=0-"])
def test_no_header_breaks_a_page(client, header, said):
    assert client.get("/services/", headers={header: said}).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "\x00", "9" * 5000])
def test_a_form_without_the_right_token_is_refused_with_a_page(client, token):
    client.handler.enforce_csrf_checks = True

    response = client.post(reverse("account_login"), {"login": "a", "password": "b", "csrfmiddlewaretoken": token})

    assert response.status_code == 403
    assert "این درخواست پذیرفته نشد" in response.content.decode()


@pytest.mark.parametrize(
    "name", ["\x00", "a" * 10_000, "' OR 1=1 --", "سارا\u202e", "\ud800".encode("utf-8", "surrogatepass")]
)
def test_no_name_breaks_the_door(client, name):
    response = client.post("/account/login/", {"login": name, "password": name})

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session

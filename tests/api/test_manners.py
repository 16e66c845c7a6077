"""How the API answers whatever is asked: in readable UTF-8, in named languages, with problems for errors."""

import json
import re

import pytest

from khedmat.api.refusals import TOO_MANY
from khedmat.api.v1 import api
from khedmat.cards.form.refusing import SENTENCES
from tests.factories.cards import VersionFactory
from tests.factories.hostile import errors_of, latin_of, models_in

pytestmark = pytest.mark.django_db
LIST = "/api/v1/services"
PROBLEM = "application/problem+json"
NOWHERE = ["", "services/", "services/1/card", "none", "services/1/2", "../x", "a%00b", "x" * 5000]


def test_answers_are_persian_text_that_a_person_can_read(client):
    version = VersionFactory(published=True)

    for address in (LIST, f"{LIST}/{version.service.pk}"):
        text = client.get(address).content.decode("utf-8")
        assert version.title in text
        assert "\\u0" not in text
        assert "\n " in text


def test_a_problem_is_persian_text_too(client):
    response = client.get(f"{LIST}/999")

    assert "چیزی با این نشانی نیست" in response.content.decode("utf-8")
    assert response["Content-Language"] == "fa, en"


@pytest.mark.parametrize("address", [LIST, "/api/v1/openapi.json", f"{LIST}?limit=0", "/api/v1/none"])
def test_every_answer_names_its_languages(client, address):
    assert client.get(address)["Content-Language"] == "fa, en"


@pytest.mark.parametrize("tail", NOWHERE)
def test_an_address_that_leads_nowhere_is_a_problem(client, tail):
    response = client.get(f"/api/v1/{tail}")

    assert response.status_code == 404
    assert response["Content-Type"] == PROBLEM
    assert json.loads(response.content)["status"] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NONSENSE"])
@pytest.mark.parametrize("address", [LIST, f"{LIST}/1"])
def test_what_would_write_is_a_problem_and_says_what_is_allowed(client, method, address):
    response = client.generic(method, address)

    assert response.status_code == 405
    assert response["Content-Type"] == PROBLEM
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_writing_to_nowhere_is_not_found_and_no_page_about_cookies(client, method):
    client.handler.enforce_csrf_checks = True

    response = client.generic(method, "/api/v1/none")

    assert response.status_code == 404
    assert response["Content-Type"] == PROBLEM


def test_head_says_what_get_would_say_without_the_body(client):
    version = VersionFactory(published=True)
    address = f"{LIST}/{version.service.pk}"

    response = client.head(address)

    assert response.status_code == 200
    assert response.content == b""
    assert response["ETag"] == client.get(address)["ETag"]


@pytest.mark.parametrize("key", ["0", "-1", "abc", "1.5", "9" * 30, "%D9%A1", "1;DROP"])
def test_a_key_that_is_none_is_refused_or_not_found_and_never_an_error(client, key):
    response = client.get(f"{LIST}/{key}")

    assert response.status_code in (404, 422)
    assert response["Content-Type"] == PROBLEM


HOSTILE = ["\x00", "%", "_", "'; DROP TABLE x;--", "<script>", "ا" * 200, "\ud800", "\u200f\u202e", "()[]*\\"]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_words_break_the_list(client, words):
    response = client.get(LIST, {"q": words.encode("utf-8", "surrogatepass")})

    assert response.status_code in (200, 422)


def test_a_list_of_nothing_is_empty_and_has_no_next(client):
    VersionFactory(published=True)

    assert client.get(f"{LIST}?level=rural").json() == {"items": [], "next": None}


def test_the_next_page_keeps_the_filters(client):
    VersionFactory.create_batch(3, published=True)

    answer = client.get(f"{LIST}?level=national&limit=1&q=گواهی").json()

    assert "level=national" in answer["next"]
    assert len(client.get(answer["next"]).json()["items"]) == 1


@pytest.mark.parametrize("header", ['"x"', "", 'W/"x"', "\x01"])
def test_an_etag_of_something_else_gets_the_whole_card(client, header):
    version = VersionFactory(published=True)

    assert client.get(f"{LIST}/{version.service.pk}", headers={"If-None-Match": header}).status_code == 200


def test_links_of_a_card_lead_to_its_pages(client):
    version = VersionFactory(published=True)

    links = client.get(f"{LIST}/{version.service.pk}").json()["links"]

    assert [client.get(address).status_code for address in links.values()] == [200, 200, 200]


@pytest.mark.parametrize("body", ["{", "[" * 100_000, "<card/>", b"\xff\xfe"])
def test_a_body_that_is_no_json_is_refused_in_both_languages(client, body):
    persian = client.post("/api/v1/validate", body, content_type="application/json")
    english = client.post("/api/v1/validate", body, content_type="application/json", headers={"Accept-Language": "en"})

    assert persian.status_code == english.status_code == 400
    assert "UTF-8 بنویسید" in persian.json()["detail"]
    assert english.json()["detail"].startswith("The body is no valid JSON")
    assert english["Content-Language"] == "en"


def test_a_body_that_is_too_large_is_a_problem_and_no_page(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024**2
    body = json.dumps({"card": {"title": "آ" * 1024**2}})

    response = client.post("/api/v1/validate", body, content_type="application/json")

    assert (response.status_code, response["Content-Type"]) == (413, PROBLEM)
    assert "بیش از ۱ مگابایت" in response.json()["detail"]


def test_what_breaks_the_contract_is_said_in_a_persian_sentence_and_names_the_box(client):
    said = client.get(f"{LIST}?limit=0").json()["detail"]
    english = client.get(f"{LIST}?limit=0", headers={"Accept-Language": "en"})

    assert said == "این خانه‌ها با قرارداد نمی‌خوانند: limit نباید کمتر از ۱ باشد."
    assert english.json()["detail"] == "limit: Input should be greater than or equal to 1"
    assert english["Content-Language"] == "en"


def test_whatever_is_sent_to_any_address_is_refused_in_persian():
    views = [view for _prefix, router in api._routers for view in router.path_operations.values()]
    asked = {model for view in views for operation in view.operations for model in operation.models}
    found = {model for one in asked for model in models_in(one)}

    errors = [error for model in found for error in errors_of(model)]

    assert len(found) > 30
    assert {error["type"] for error in errors} <= set(SENTENCES)
    assert [error for error in errors if latin_of(error)] == []


def test_a_cursor_of_another_list_is_told_where_the_right_one_stands(client):
    asked = {"fa": "همان‌گونه بخوانید که در next آمده", "en": "follow the address in next"}

    for language, words in asked.items():
        response = client.get(f"{LIST}?cursor=x", headers={"Accept-Language": language})
        assert words in response.json()["detail"]


@pytest.mark.parametrize(
    ("body", "box"), [("", "body"), ("{}", "card"), ('{"card": 5}', "card"), ('{"card": {"title": 5}}', "card.title")]
)
def test_a_box_of_the_body_is_called_as_the_sender_wrote_it(client, body, box):
    response = client.post("/api/v1/validate", body, content_type="application/json", headers={"Accept-Language": "en"})

    assert response.status_code == 422
    assert response.json()["detail"].split(": ")[0] == box


def test_seconds_and_sizes_are_in_the_digits_of_each_language():
    persian, english = TOO_MANY.about(seconds=120)

    assert "۱۲۰ ثانیه" in persian
    assert "in 120 seconds" in english


@pytest.mark.parametrize(("language", "words"), [("fa", "۶۴ مگابایت"), ("en", "64 MB")])
def test_a_body_that_no_address_takes_is_a_problem_for_programs_and_a_page_for_people(client, language, words):
    flood = {"CONTENT_LENGTH": f"{65 * 1024**2}", "headers": {"Accept-Language": language}}

    for address in ("/api/v1/validate", "/api/v1/agency/import", "/api/v1/nowhere"):
        answer = client.post(address, b"{}", content_type="application/json", **flood)

        assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json"), address
        assert words in answer.json()["detail"]
    page = client.post("/api/", b"{}", content_type="application/json", **flood)
    assert (page.status_code, page["Content-Type"]) == (400, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "address", [f"{LIST}?agencey=pmo", "/api/v1/find-permits?whom=legal", "/api/v1/search?query=آب"]
)
def test_a_filter_that_nobody_knows_is_refused_by_name_and_not_answered_with_everything(client, address):
    VersionFactory(published=True)
    name, known = re.search(r"\?(\w+)=", address)[1], "q" if "find" not in address else "who"

    persian, english = client.get(address), client.get(address, headers={"accept-language": "en"})

    assert (persian.status_code, persian["Content-Type"]) == (422, PROBLEM)
    for answer in (persian, english):
        assert name in answer.json()["detail"]
        assert re.search(rf"\b{known}\b", answer.json()["detail"])
    assert "صافی" in persian.json()["detail"]
    assert english.json()["detail"].isascii()


def test_every_name_of_the_contract_is_known_at_its_address(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for path, operations in paths.items():
        asked = operations.get("get", {}).get("parameters", [])
        names = [one["name"] for one in asked if one["in"] == "query"]
        answer = client.get(path.replace("{", "").replace("}", ""), dict.fromkeys(names, ""))
        assert "نمی‌شناسد" not in answer.content.decode(), path

"""The addresses of version 1 with what may be asked of each: programs of others stand on them."""

import pytest
from ninja import Schema

from khedmat.api.paging import Paged

PAGE = {"cursor", "limit"}
FILTERS = PAGE | {
    "q",
    "type",
    "audience",
    "level",
    "event",
    "electronic",
    "place",
    "cost",
    "permit",
    "status",
    "updated_after",
    "sort",
}
READS = {
    "/services": FILTERS | {"agency"},
    "/services/{id}": {"id"},
    "/services/{id}.{kind}": {"id", "kind"},
    "/services/{id}/versions": {"id"},
    "/services/{id}/versions/{number}": {"id", "number"},
    "/services/{id}/diff": {"id", "a", "b"},
    "/services/{id}/form": {"id", "format"},
    "/services/{id}/findings": {"id"},
    "/services/{id}/score": {"id"},
    "/services/{id}/conformance": {"id"},
    "/services/{id}/provinces": {"id"},
    "/services/{id}/statistics": {"id"},
    "/permits": PAGE | {"q", "agency"},
    "/find-permits": PAGE | {"who", "want", "what", "where"},
    "/permits/{id}": {"id"},
    "/permits/{id}/path": {"id"},
    "/agencies": PAGE | {"q"},
    "/agencies/{code}": {"code"},
    "/agencies/{code}/services": FILTERS | {"code"},
    "/coverage": PAGE | {"q"},
    "/documents": PAGE | {"q"},
    "/laws": PAGE | {"q"},
    "/systems": PAGE | {"q"},
    "/elements": PAGE | {"q"},
    "/audiences": PAGE | {"q"},
    "/events": set(),
    "/codes": set(),
    "/codes/{name}": {"name"},
    "/search": {"q", "limit"},
    "/suggest": {"q"},
    "/resolve/{number}": {"number"},
    "/changes": {"since", "limit"},
    "/statistics": set(),
    "/agency/drafts/{key}": {"key"},
    "/agency/reviews": PAGE,
    "/agency/webhooks": PAGE,
    "/agency/webhooks/{id}": {"id"},
    "/agency/webhooks/{id}/deliveries": PAGE | {"id"},
}
OF_A_WEBHOOK = {"id", "Idempotency-Key"}
WRITES = {
    ("put", "/agency/drafts/{key}"): {"key", "If-Match", "If-None-Match"},
    ("post", "/agency/drafts/{key}/submit"): {"key", "If-Match", "Idempotency-Key"},
    ("post", "/agency/import"): {"apply", "Idempotency-Key"},
    ("post", "/agency/reviews/{version}/replies"): {"version", "Idempotency-Key"},
    ("post", "/agency/services/{id}/confirm"): {"id", "Idempotency-Key"},
    ("post", "/agency/statistics"): {"Idempotency-Key"},
    ("post", "/agency/webhooks"): {"Idempotency-Key"},
    ("delete", "/agency/webhooks/{id}"): OF_A_WEBHOOK,
    ("post", "/agency/webhooks/{id}/pause"): OF_A_WEBHOOK,
    ("post", "/agency/webhooks/{id}/resume"): OF_A_WEBHOOK,
    ("post", "/agency/webhooks/{id}/ping"): OF_A_WEBHOOK,
    ("post", "/agency/webhooks/{id}/secret"): OF_A_WEBHOOK,
    ("post", "/agency/webhooks/{id}/deliveries/{delivery}/send"): OF_A_WEBHOOK | {"delivery"},
    ("post", "/feedback"): set(),
    ("post", "/validate"): set(),
}
NUMBERS = ("integer", "number")


@pytest.fixture
def contract(client):
    return client.get("/api/v1/openapi.json").json()


def operations(contract):
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            yield path.removeprefix("/api/v1"), method, operation


def test_every_address_takes_what_it_took(contract):
    reads = {
        path: {parameter["name"] for parameter in operation.get("parameters", [])}
        for path, method, operation in operations(contract)
        if method == "get"
    }

    assert reads == READS


def test_every_address_that_writes_takes_what_it_took(contract):
    writes = {
        (method, path): {parameter["name"] for parameter in operation.get("parameters", [])}
        for path, method, operation in operations(contract)
        if method != "get"
    }

    assert writes == WRITES


def test_what_agencies_do_wants_a_token_and_nothing_else_does(contract):
    (scheme,) = contract["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    for path, _method, operation in operations(contract):
        assert ("security" in operation) == path.startswith("/agency/"), path
        if "security" in operation:
            assert {"401", "403", "429"} <= set(operation["responses"]), path


def test_every_operation_has_a_name_of_its_own_and_says_what_it_does(contract):
    named = [operation["operationId"] for _path, _method, operation in operations(contract)]

    assert len(set(named)) == len(named)
    assert all(operation.get("description") for _path, _method, operation in operations(contract))


def test_no_two_answers_bear_one_name(contract):
    """Of two that do the contract keeps one, and says it of both. What a list is asked by stands in no answer."""
    found = [one for one in subclasses(Schema) if one.__module__.startswith("khedmat.api")]
    named = [one.__name__ for one in found if not issubclass(one, Paged)]

    assert set(contract["components"]["schemas"]) & set(named)
    assert sorted(named) == sorted(set(named))


def subclasses(kind):
    return {deeper for one in kind.__subclasses__() for deeper in {one} | subclasses(one)}


def test_every_error_is_a_problem_document(contract):
    for path, _method, operation in operations(contract):
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], path


def test_whoever_asks_something_may_be_told_that_it_is_wrong(contract):
    for path, _method, operation in operations(contract):
        if operation.get("parameters"):
            assert "422" in operation["responses"], path


def test_every_number_that_is_asked_has_two_bounds(contract):
    for path, _method, operation in operations(contract):
        for parameter in operation.get("parameters", []):
            schema = parameter["schema"]
            if schema.get("type") in NUMBERS:
                assert {"minimum", "maximum"} <= set(schema), (path, parameter["name"])


def test_every_text_that_is_asked_has_an_end(contract):
    for path, _method, operation in operations(contract):
        for parameter in operation.get("parameters", []):
            schema = parameter["schema"]
            if schema.get("type") == "string" and "enum" not in schema and "format" not in schema:
                assert "maxLength" in schema or "pattern" in schema, (path, parameter["name"])

"""The published contract holds whatever is asked: schemathesis makes the questions."""

import os
from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from khedmat.api.v1 import api
from khedmat.cards.models import ServiceVersion
from tests.factories.cards import VersionFactory
from tests.factories.tokens import a_token

# Not `khedmat.site.wsgi`: it binds the life of this process to its parent's.
contract = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
answering = get_wsgi_application()
contract.app = lambda environ, start: answering(environ | {"REMOTE_ADDR": "127.0.0.1"}, start)  # limits count by it
CASES = int(os.environ.get("API_CASES", "150"))  # named outside KHEDMAT_: those are taken away for tests
UNPACKED = {"Accept-Encoding": "identity"}  # over WSGI nobody unpacks an answer
WRITES = ("/api/v1/agency/", "/api/v1/feedback")
operations = [found.ok() for found in contract.get_all_operations()]
written = st.one_of(*(one.as_strategy() for one in operations if one.path.startswith(WRITES)))
questions = st.one_of(*(one.as_strategy() for one in operations if not one.path.startswith(WRITES)))


@pytest.fixture(autouse=True)
def _the_connection_of_the_test_stays_open() -> Iterator[None]:
    """A request over WSGI closes its connection, and with it what the test wrote."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def published() -> ServiceVersion:
    return VersionFactory(published=True)


@pytest.fixture
def headers(published: ServiceVersion) -> dict[str, str]:
    """Those of a program of the agency."""
    _token, secret = a_token(published.service.owner)
    return UNPACKED | {"Authorization": f"Bearer {secret}"}


@pytest.mark.django_db
@given(case=questions)
@settings(max_examples=CASES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_the_contract_says(published, case):
    case.call_and_validate(headers=UNPACKED)


@pytest.mark.django_db
@given(case=written)
@settings(max_examples=CASES // 3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_what_programs_that_write_are_answered_is_as_the_contract_says(headers, case):
    """What is refused for the state of things is no breach of the contract by the question."""
    case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])


@pytest.mark.django_db
def test_the_contract_admits_what_a_published_card_says():
    version = VersionFactory(published=True)
    case = contract["/api/v1/services/{id}"]["GET"].Case(path_parameters={"id": str(version.service.pk)})

    assert case.call_and_validate(headers=UNPACKED).json()["title"] == version.title

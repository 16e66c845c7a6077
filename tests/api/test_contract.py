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

from khedmat.api.v1 import api
from khedmat.cards.models import ServiceVersion
from tests.factories.cards import VersionFactory

# Not `khedmat.site.wsgi`: it binds the life of this process to its parent's.
contract = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
contract.app = get_wsgi_application()
CASES = int(os.environ.get("API_CASES", "150"))  # named outside KHEDMAT_: those are taken away for tests
UNPACKED = {"Accept-Encoding": "identity"}  # over WSGI nobody unpacks an answer
questions = st.one_of(*(found.ok().as_strategy() for found in contract.get_all_operations()))


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


@pytest.mark.django_db
@given(case=questions)
@settings(max_examples=CASES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_the_contract_says(published, case):
    case.call_and_validate(headers=UNPACKED)


@pytest.mark.django_db
def test_the_contract_admits_what_a_published_card_says():
    version = VersionFactory(published=True)
    case = contract["/api/v1/services/{id}"]["GET"].Case(path_parameters={"id": str(version.service.pk)})

    assert case.call_and_validate(headers=UNPACKED).json()["title"] == version.title

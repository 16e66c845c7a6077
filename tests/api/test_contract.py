"""The published contract holds whatever is asked: schemathesis makes the questions."""

import os
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from khedmat.api.v1 import api
from khedmat.cards.form import from_contract
from khedmat.permits.actions import create_list
from khedmat.permits.models import PermitForm
from khedmat.webhooks import actions
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.forms import A_CARD
from tests.factories.people import MembershipFactory, UserFactory, person
from tests.factories.tokens import a_token
from tests.factories.webhooks import subscribed

# Not `khedmat.site.wsgi`: it binds the life of this process to its parent's.
contract = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
answering = get_wsgi_application()
contract.app = lambda environ, start: answering(environ | {"REMOTE_ADDR": "127.0.0.1"}, start)  # limits count by it
CASES = int(os.environ.get("API_CASES", "6000"))  # named outside KHEDMAT_: those are taken away for tests
LIMITS = ("agency_token", "bad_token", "feedback", "validate")
UNPACKED = {"Accept-Encoding": "identity"}  # over WSGI nobody unpacks an answer
AGENCY = "/api/v1/agency/"
WRITES = (AGENCY, "/api/v1/feedback")
OF_A_BODY = 6  # places that may be wrong, where a parameter is one
operations = [found.ok() for found in contract.get_all_operations()]


def places(operation: Any) -> int:
    """In which something may be wrong."""
    return 1 + len(list(operation.iter_parameters())) + OF_A_BODY * bool(operation.body)


PLACES = sum(map(places, operations))


@pytest.fixture(autouse=True, scope="module")
def _the_connection_stays_open() -> Iterator[None]:
    """A request over WSGI closes its connection, and with it what was written."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def _nobody_asks_too_often(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | dict.fromkeys(LIMITS, "9999/s/ip")


@pytest.fixture(scope="module")
def world(kept_for_the_module: None, _the_connection_stays_open: None) -> SimpleNamespace:
    """A program that may do all of its agency's work; `real`: what stands at the places of addresses."""
    version = VersionFactory(published=True)
    plain = forms.permit_list().model_dump(mode="json")
    create_list(from_contract(plain), organization=version.service.owner, by=UserFactory(), at=NOW)
    agency = version.service.owner
    author, one = person("author", agency), subscribed(agency).subscription
    MembershipFactory(user=author, organization=agency, role="manager")
    sent = actions.ping(one, by=one.made_by, at=NOW)
    secret = a_token(agency, by=author)[1]
    headers = UNPACKED | {"Authorization": f"Bearer {secret}"}
    draft = contract[f"{AGENCY}drafts/{{key}}"]["PUT"].Case(path_parameters={"key": "k"}, body={"card": A_CARD})
    assert draft.call(headers=headers).status_code == 201
    keys = {"services": version.service_id, "permits": PermitForm.objects.earliest("pk").pk, "webhooks": one.pk}
    real = {
        "key": "k",
        "code": agency.code,
        "name": "level",
        "number": 1,
        "delivery": sent.pk,
        "version": version.pk,
        "kind": "ttl",
    }
    return SimpleNamespace(headers=headers, keys=keys, real=real)


def led(case: Any, world: SimpleNamespace) -> Any:
    """To what is there: hardly any address that is made up leads to anything."""
    kind = next((kind for kind in world.keys if f"/{kind}/" in case.operation.path), "services")
    there = world.real | {"id": str(world.keys[kind])}
    case.path_parameters = {name: there[name] for name in case.path_parameters}
    return case


@pytest.mark.django_db
@pytest.mark.parametrize("operation", operations, ids=lambda one: one.label)
def test_every_answer_is_as_the_contract_says(operation, world):
    """What keeps to the contract and what breaks it. What is refused for the state of things is no breach of the
    contract by the question; what a server takes although it need not is none by the answer."""
    right, wrong = (operation.as_strategy(mode) for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE))
    asks = st.one_of(right, right.map(lambda case: led(case, world)), wrong)
    unasked = [negative_data_rejection, *[positive_data_acceptance] * operation.path.startswith(WRITES)]

    @given(case=asks)
    @settings(max_examples=1 + CASES * places(operation) // PLACES, suppress_health_check=list(HealthCheck))
    def asked(case: Any) -> None:
        with transaction.atomic():
            case.call_and_validate(headers=world.headers, excluded_checks=unasked)
            transaction.set_rollback(True)

    asked()


@pytest.mark.django_db
def test_the_contract_admits_what_a_published_card_says():
    version = VersionFactory(published=True)
    case = contract["/api/v1/services/{id}"]["GET"].Case(path_parameters={"id": str(version.service.pk)})

    assert case.call_and_validate(headers=UNPACKED).json()["title"] == version.title

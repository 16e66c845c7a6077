"""Noting when a session was last used never stands in the way of an answer."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from khedmat.web.account.seen import SECONDS, SIGNED_IN, LastSeenMiddleware


class Session(dict):
    """As the one of a person who signed in long ago."""

    accessed, session_key = True, "key"


@pytest.fixture
def request_of():
    def made(session):
        request = RequestFactory().get("/desk/")
        request.session = session
        return request

    return made


def answered(request, status=200):
    return LastSeenMiddleware(lambda request: HttpResponse(status=status))(request)


@pytest.fixture
def lost_database(monkeypatch):
    def lost(*args):
        raise OperationalError("gone")

    monkeypatch.setattr("khedmat.accounts.sessions.seen", lost)


@pytest.mark.usefixtures("lost_database")
def test_a_lost_database_takes_no_answer_away(request_of):
    session = Session({SIGNED_IN: [{"at": -SECONDS}]})

    assert answered(request_of(session)).status_code == 200


def test_after_an_outage_nothing_is_asked(request_of):
    session = SimpleNamespace(accessed=True)  # asking it anything would fail

    assert answered(request_of(session), 503).status_code == 503


def test_a_page_that_did_not_look_at_the_session_stays_without_it(request_of):
    assert answered(request_of(SimpleNamespace(accessed=False))).status_code == 200


def test_who_is_not_signed_in_is_not_noted(request_of):
    session = Session()

    answered(request_of(session))

    assert session == {}

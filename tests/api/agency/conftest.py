"""A program of an agency with its token."""

from types import SimpleNamespace

import pytest
from django.test import Client

from tests.factories.people import OrganizationFactory
from tests.factories.tokens import a_token

V1 = "/api/v1/agency"


class Program:
    """Asks with a secret, as a script would."""

    def __init__(self, secret: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {secret}"})

    def ask(self, method: str, tail: str, body: object = None, **headers: str):
        """Answer to one question; names of headers with `_` for `-`."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        plain = {"data": body, "content_type": "application/json"} if body is not None else {}
        return getattr(self.client, method)(f"{V1}{tail}", headers=given, **plain)


@pytest.fixture
def home():
    agency = OrganizationFactory(name="سازمان خانه", code="home")
    token, secret = a_token(agency)
    return SimpleNamespace(agency=agency, token=token, author=token.made_by, program=Program(secret))


@pytest.fixture
def program_of():
    """`program_of(agency, "drafts", by=…)`: another program, with these scopes."""

    def made(agency, *scopes, **more):
        return Program(a_token(agency, *scopes, **more)[1])

    return made

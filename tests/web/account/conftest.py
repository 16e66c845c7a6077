"""A person with a password, and the telephone that makes codes."""

import base64
import hashlib
import hmac
import re
from types import SimpleNamespace

import pytest
from django.test import Client

from khedmat.accounts.models import User

SECRET = "a-long-enough-secret"


@pytest.fixture
def sara(db):
    return User.objects.create_user("sara", password=SECRET, full_name="سارا نمونه")


@pytest.fixture
def enter():
    """`enter("sara")`: a browser that went through the door, with its own name of browser if one is given."""

    def signed_in(name, user_agent="Mozilla/5.0 (Windows NT 10.0) Firefox/128.0", **headers):
        client = Client(headers={"user-agent": user_agent}, **headers)
        client.post("/account/login/", {"login": name, "password": SECRET})
        return client

    return signed_in


class Telephone:
    """The codes of RFC 6238, worked out apart from the library under test; the clock is moved by hand."""

    def __init__(self, monkeypatch):
        self.now = 1_800_000_000.0
        self.secret = ""
        monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: self.now))

    def scan(self, page):
        self.secret = re.search(r'dir="ltr">([A-Z2-7]{32})<', page)[1]

    def code(self):
        step = int(self.now // 30).to_bytes(8, "big")
        digest = hmac.new(base64.b32decode(self.secret), step, hashlib.sha1).digest()
        place = digest[-1] & 15
        number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFFFFFF
        return f"{number % 10**6:06}"

    def later(self, seconds=30):
        self.now += seconds


@pytest.fixture
def telephone(monkeypatch):
    return Telephone(monkeypatch)

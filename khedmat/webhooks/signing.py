"""The signature of a message by Standard Webhooks 1.0.0 (standardwebhooks.com, «Signature scheme»). Pure."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import NamedTuple

PREFIX = "whsec_"
SECRET_BYTES = 32  # the specification asks for 24 to 64


class Message(NamedTuple):
    """`key` is the same in each attempt, `at` (seconds since 1970) is that of the attempt. No dot in either."""

    key: str
    at: int
    body: bytes


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signature(message: Message, secret: str) -> str:
    """`v1,` and the HMAC-SHA256 in base64. ValueError for what is no secret."""
    signed = b".".join((message.key.encode(), str(message.at).encode(), message.body))
    key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def headers(message: Message, known: Sequence[str]) -> dict[str, str]:
    """Of a message that is signed with each secret: while one is changed for another, either of them fits."""
    return {
        "content-type": "application/json",
        "webhook-id": message.key,
        "webhook-timestamp": str(message.at),
        "webhook-signature": " ".join(signature(message, secret) for secret in known),
    }

"""Text messages by the HTTP interface of whichever provider an installation has: URL, body and headers are templates.

`${number}` and `${text}` are filled in, escaped for the place where they stand. Nothing of the configuration, which
holds the keys, ever reaches a log or an attempt: only the status or the kind of the error does.
"""

import ipaddress
import json
from collections.abc import Callable, Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from string import Template
from typing import NamedTuple
from urllib.parse import SplitResult, quote, quote_plus, urlsplit

SECONDS = 10.0


class Undelivered(Exception):
    """It did not go out; in words without any secret."""


class Gateway(NamedTuple):
    """Where messages are handed in. Without a body they are asked for by GET."""

    url: str
    body: str = ""
    headers: Mapping[str, str] = {}
    is_private_allowed: bool = False


def send(gateway: Gateway, *, number: str, text: str) -> None:
    said = {"number": number, "text": text}
    url = urlsplit(_filled(gateway.url, said, lambda value: quote(value, safe="")))
    status = _ask(gateway, url, _filled(gateway.body, said, _escaping(gateway.headers)).encode())
    if status // 100 != 2:
        raise Undelivered(f"HTTP {status}")


def _ask(gateway: Gateway, url: SplitResult, body: bytes) -> int:
    """Who answers is looked at once the line stands: a name may lead to another address a moment later."""
    kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
    connection = kind(url.hostname or "", url.port, timeout=SECONDS)
    try:
        connection.connect()
        if not gateway.is_private_allowed:
            _demand_public(connection.sock.getpeername()[0])
        target = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request("POST" if body else "GET", target, body or None, dict(gateway.headers))
        return connection.getresponse().status
    except (OSError, HTTPException, ValueError) as error:
        raise Undelivered(type(error).__name__) from None
    finally:
        connection.close()


def _demand_public(address: str) -> None:
    if not ipaddress.ip_address(address.partition("%")[0]).is_global:
        raise Undelivered("private address")


def _filled(template: str, said: Mapping[str, str], escape: Callable[[str], str]) -> str:
    return Template(template).safe_substitute({name: escape(value) for name, value in said.items()})


def _escaping(headers: Mapping[str, str]) -> Callable[[str], str]:
    """Of the body, by its type: JSON, else a form."""
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    return (lambda value: json.dumps(value)[1:-1]) if "json" in kind else quote_plus

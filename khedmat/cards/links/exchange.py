"""One request and the head of its answer. The machine that was looked at is the machine that is asked: the name is
resolved once, every address of it must be allowed, and the line goes to one of these; a second resolving, which could
lead somewhere else (DNS rebinding), never happens.
"""

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse
from threading import Timer
from typing import NamedTuple

from khedmat.cards.links.guard import MayAsk, is_public
from khedmat.cards.links.target import Target

A_STEP, ALTOGETHER = 10.0, 25.0  # seconds: of one silence, and of a server that sends a letter at a time
MOST_BYTES = 64 * 1024  # of a body that nobody reads: some servers take it ill if nobody begins to


class Private(Exception):
    """The name leads to a machine that is not of the public web."""


class Manners(NamedTuple):
    """How to ask: who we are, whom we may ask, how long we wait. Tests ask a server of their own on its own port."""

    agent: str
    may_ask: MayAsk = is_public
    port: int | None = None
    a_step: float = A_STEP
    altogether: float = ALTOGETHER


class Letter(NamedTuple):
    """What is handed over, with headers of its own."""

    body: bytes = b""
    headers: Mapping[str, str] = {}


NOTHING = Letter()


class Answer(NamedTuple):
    """`body`: no more of it than was asked for."""

    status: int
    location: str
    body: bytes = b""


def resolved(host: str, port: int, may_ask: MayAsk) -> str:
    """The first address of a name. One that is not allowed spoils the rest: nobody publishes both honestly."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(address[0]) for *_rest, address in found]
    if not addresses or not all(map(may_ask, addresses)):
        raise Private(host)
    return addresses[0]


def ask(method: str, of: Target, manners: Manners, *, keep: int = 0, letter: Letter = NOTHING) -> Answer:
    """`keep`: how many bytes of the body are wanted.

    OSError (with its kinds: a name, a time-out, TLS), HTTPException or Private where there is no answer.
    """
    port = manners.port or of.port
    ip = resolved(of.host, port, manners.may_ask)
    line = _Pinned(of.host, port, timeout=manners.a_step)
    line.ip, line.is_safe, line.default_port = ip, of.scheme == "https", port
    watch = Timer(manners.altogether, line.cut)
    watch.start()
    try:
        line.request(method, of.path, letter.body or None, headers=_headers(manners) | dict(letter.headers))
        return line.whole(_taken(line.getresponse(), method, keep))
    finally:
        watch.cancel()
        line.close()


def _headers(manners: Manners) -> dict[str, str]:
    return {"User-Agent": manners.agent, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}


def _taken(response: HTTPResponse, method: str, keep: int) -> Answer:
    body = response.read(max(keep, MOST_BYTES)) if method != "HEAD" else b""
    return Answer(response.status, response.headers.get("Location", ""), body[:keep])


class _Pinned(HTTPConnection):
    """A line to an address, spoken to by the name. With TLS the name is what the certificate must bear."""

    ip: str
    is_safe: bool
    is_cut = False

    def connect(self) -> None:
        self.sock = socket.create_connection((self.ip, self.port), self.timeout)
        if self.is_safe:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """From the thread of the watch: whoever waits for a letter gets the end of the line."""
        self.is_cut = True
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def whole(self, answer: Answer) -> Answer:
        """The end of a line that was cut reads like the end of an answer."""
        if self.is_cut:
            raise TimeoutError
        return answer

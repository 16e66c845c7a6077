"""An address of the web taken apart: what is asked, of whom, and what is never asked."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

PORTS = {"http": 80, "https": 443}
LONGEST = 2000
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SAFE = "/%:=&?~#+!$,;'@()*[]-._"


class Malformed(ValueError):
    """No address that is ever asked: another scheme or port, a name and password in it, or no host."""


class Target(NamedTuple):
    """`host` as the resolver takes it, `path` with its query as the line of the request takes it."""

    scheme: str
    host: str
    path: str

    @property
    def port(self) -> int:
        return PORTS[self.scheme]

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}{self.path}"


def target(address: str) -> Target:
    """Without the fragment: a server never sees it. Persian letters of a path or a name are written as the web does."""
    parts, port = _parted(address)
    host = (parts.hostname or "").rstrip(".")
    is_usual = (port in (None, PORTS.get(parts.scheme)), parts.scheme in PORTS, parts.username is None)
    if not all((*is_usual, "." in host, len(address) <= LONGEST)):
        raise Malformed(address)
    path, query = quote(parts.path, safe=_SAFE), quote(parts.query, safe=_SAFE)
    return Target(parts.scheme, _ascii(host), "?".join(filter(None, (path or "/", query))))


def _parted(address: str) -> tuple[SplitResult, int | None]:
    """The port is looked at here: it is a property that raises."""
    try:
        parts = urlsplit(address.strip())
        return parts, parts.port
    except ValueError as error:
        raise Malformed(address) from error


def _ascii(host: str) -> str:
    """Whatever would break out of the line of a header is no name of a host."""
    try:
        name = host.encode("idna").decode()
    except UnicodeError as error:
        raise Malformed(host) from error
    if not _NAME.fullmatch(name):
        raise Malformed(host)
    return name.lower()


def next_hop(here: Target, location: str) -> Target:
    """Where a redirect leads: it may be written relative to where it stands."""
    try:
        return target(urljoin(str(here), location.strip()))
    except ValueError as error:
        raise Malformed(location) from error

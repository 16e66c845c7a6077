"""Public pages kept in the memory of each server process, before Django is asked: ten seconds, or until a publication.

The house keeps no cache server. A page that is asked for again within the same seconds costs what its bytes cost. What
may be kept says so itself (`core.keeping`); any HTTP cache in front goes by the same words. The application hears how
often an answer was given again when the same is asked anew, so that what it counts is counted.
"""

import re
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cachetools import LRUCache

from khedmat.core.keeping import REPEATED

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

MOST_BYTES = 16 * 1024**2  # of a process
LARGEST = 512 * 1024
LONGEST_QUERY = 512
ADDRESS = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "PATH_INFO", "QUERY_STRING")
PERSONAL = ("HTTP_AUTHORIZATION", "HTTP_RANGE")
SESSION = "sessionid="
SECONDS = re.compile(r"\bs-maxage=(\d+)")
SQUEEZED = ("br", "gzip")
# What an answer may depend on and still be kept, told apart by what was asked.
VARIES = {"accept": "HTTP_ACCEPT", "accept-encoding": "HTTP_ACCEPT_ENCODING", "hx-request": "HTTP_HX_REQUEST"}
VARIES |= {"accept-language": "HTTP_ACCEPT_LANGUAGE"}
OF_A_BODY = ("content-length", "content-type", "content-encoding")


@dataclass
class Answer:
    """A page as it was given, when, for how many seconds, after how many publications; how often it was given again."""

    status: str
    headers: Headers
    body: bytes
    at: float
    seconds: int
    heard: int
    repeated: int = 0

    def is_fresh(self, heard: int, now: float) -> bool:
        return self.heard == heard and now - self.at < self.seconds

    def given(self, environ: Environ, start: Callable[..., Any], now: float) -> Iterable[bytes]:
        """The page, or «unchanged» to a browser that has it."""
        etag = _header(self.headers, "etag")
        if etag and _bare(etag) in map(_bare, environ.get("HTTP_IF_NONE_MATCH", "").split(",")):
            start("304 Not Modified", [one for one in self.headers if one[0].lower() not in OF_A_BODY])
            return []
        start(self.status, [*self.headers, ("Age", str(int(now - self.at)))])
        return [self.body]


class KeptPages:
    """A WSGI application before another. `heard`: how many publications were heard of; None while nobody listens."""

    def __init__(self, application: Application, heard: Callable[[], int | None]) -> None:
        self.application, self.heard = application, heard
        self.pages: LRUCache[Any, Answer] = LRUCache(MOST_BYTES, getsizeof=lambda one: len(one.body) + 2_000)
        self.varying: LRUCache[Any, tuple[str, ...]] = LRUCache(20_000)
        self.lock = threading.Lock()

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        heard = self.heard()
        if heard is None or not _is_for_everybody(environ):
            return self.application(environ, start)
        environ["HTTP_ACCEPT_ENCODING"] = _squeezing(environ.get("HTTP_ACCEPT_ENCODING", ""))
        now = time.monotonic()
        with self.lock:
            page = self.pages.get(self._key(environ))
            if page and page.is_fresh(heard, now):
                page.repeated += 1
                return page.given(environ, start, now)
            if page:
                environ[REPEATED], page.repeated = page.repeated, 0
        return self._anew(environ, start, heard)

    def _key(self, environ: Environ) -> tuple[str, ...]:
        address = _address(environ)
        return (*address, *(environ.get(name, "") for name in self.varying.get(address, ())))

    def _anew(self, environ: Environ, start: Callable[..., Any], heard: int) -> Iterable[bytes]:
        """Asked of the application, and kept unless a publication came in between: its page may be of before."""
        said: list[Any] = []
        parts = self.application(environ, lambda status, headers, *_rest: said.extend((status, headers)))
        status, headers = said
        varies, seconds = _varies(headers), _seconds(status, headers)
        if varies is None or not seconds:
            start(status, headers)
            return parts
        now = time.monotonic()
        body = _joined(parts)
        page = Answer(status, _named(headers, body), body, now, seconds, heard)
        with self.lock:
            self.varying[_address(environ)] = varies
            if len(page.body) <= LARGEST:
                self.pages[self._key(environ)] = page
        return page.given(environ, start, now)


def _address(environ: Environ) -> tuple[str, ...]:
    return tuple(environ.get(name, "") for name in ADDRESS)


def _is_for_everybody(environ: Environ) -> bool:
    if environ["REQUEST_METHOD"] != "GET" or len(environ.get("QUERY_STRING", "")) > LONGEST_QUERY:
        return False
    return SESSION not in environ.get("HTTP_COOKIE", "") and not any(name in environ for name in PERSONAL)


def _squeezing(accepted: str) -> str:
    """One way of three, so that a page is not kept once for each browser's own list."""
    ways = {way.strip() for way in accepted.split(",")}  # «br;q=0» is none of them
    return next((way for way in SQUEEZED if way in ways), "")


def _header(headers: Headers, name: str) -> str:
    return next((value for key, value in headers if key.lower() == name), "")


def _varies(headers: Headers) -> tuple[str, ...] | None:
    """By which of what was asked; None when by something that is not told apart here, as a cookie."""
    names = [name.strip().lower() for name in _header(headers, "vary").split(",") if name.strip()]
    return tuple(VARIES[name] for name in names) if all(name in VARIES for name in names) else None


def _seconds(status: str, headers: Headers) -> int:
    allowed = SECONDS.search(_header(headers, "cache-control"))
    large = int(_header(headers, "content-length") or LARGEST + 1) > LARGEST
    is_kept = status.startswith("200") and allowed and not large and not _header(headers, "set-cookie")
    return int(allowed[1]) if is_kept and allowed else 0


def _joined(parts: Iterable[bytes]) -> bytes:
    try:
        return b"".join(parts)
    finally:
        getattr(parts, "close", lambda: None)()


def _named(headers: Headers, body: bytes) -> Headers:
    """With a name of its bytes, by which a browser asks whether it changed."""
    return headers if _header(headers, "etag") else [*headers, ("ETag", f'"{sha256(body).hexdigest()[:32]}"')]


def _bare(etag: str) -> str:
    return etag.strip().removeprefix("W/")

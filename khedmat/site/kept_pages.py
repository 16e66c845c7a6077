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
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cachetools import LRUCache

from khedmat.core.keeping import HAD, MADE_OF, REPEATED

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

MOST_BYTES = 16 * 1024**2  # of a process
MOST_ADDRESSES = 20_000
LARGEST = 512 * 1024
LONG_AGO = -1.0
WHILE_MADE = 0.5  # seconds: with what a publication takes to be heard, well within one
LONGEST_QUERY = 512
LONGEST_WAYS = 200  # they are remembered
ADDRESS = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "PATH_INFO", "QUERY_STRING")
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
    made_of: str = ""
    repeated: int = 0
    old_since: float = 0.0
    aged: tuple[int, Headers] = (-1, [])  # the headers of this second, made once

    def is_given_again(self, heard: int, now: float) -> bool:
        """While it is fresh; when old, the first who asks makes it anew, and for a moment the others do not as well."""
        if self.heard == heard and now - self.at < self.seconds:
            return True
        self.old_since = self.old_since or now
        return 0 < now - self.old_since < WHILE_MADE

    def renew(self, heard: int, now: float) -> None:
        """It is still as a page of now would be."""
        self.at, self.heard, self.old_since, self.aged = now, heard, 0.0, (-1, [])

    def given(self, environ: Environ, start: Callable[..., Any], now: float) -> Iterable[bytes]:
        """The page, or «unchanged» to a browser that has it."""
        if "HTTP_IF_NONE_MATCH" in environ and self.is_had(environ["HTTP_IF_NONE_MATCH"]):
            start("304 Not Modified", [one for one in self.headers if one[0].lower() not in OF_A_BODY])
            return []
        start(self.status, self.of_age(int(now - self.at)))
        return [self.body]

    def is_had(self, etags: str) -> bool:
        return _bare(_header(self.headers, "etag")) in map(_bare, etags.split(","))

    def of_age(self, age: int) -> Headers:
        if self.aged[0] != age:
            self.aged = age, [*self.headers, ("Age", str(age))]
        return self.aged[1]


class KeptPages:
    """A WSGI application before another. `heard`: how many publications were heard of; None while nobody listens."""

    def __init__(self, application: Application, heard: Callable[[], int | None]) -> None:
        self.application, self.heard = application, heard
        self.pages: LRUCache[Any, Answer] = LRUCache(MOST_BYTES, getsizeof=lambda one: len(one.body) + 2_000)
        self.varying: dict[Any, tuple[str, ...]] = {}
        self.lock = threading.Lock()

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        heard = self.heard()
        if heard is None or not _is_for_everybody(environ):
            return self.application(environ, start)
        environ["HTTP_ACCEPT_ENCODING"] = _squeezing(environ.get("HTTP_ACCEPT_ENCODING", "")[:LONGEST_WAYS])
        now = time.monotonic()
        with self.lock:
            page = self.pages.get(self._key(environ))
            if page and page.is_given_again(heard, now):
                page.repeated += 1
                return page.given(environ, start, now)
            if page:
                environ[REPEATED], page.repeated = page.repeated, 0
                environ[HAD] = page.made_of
        return self._anew(environ, start, heard, before=page)

    def _key(self, environ: Environ) -> tuple[Any, ...]:
        address = _address(environ)
        return (*address, *map(environ.get, self.varying.get(address, ())))

    def _anew(
        self, environ: Environ, start: Callable[..., Any], heard: int, *, before: Answer | None
    ) -> Iterable[bytes]:
        """Asked of the application, and kept unless a publication came in between: its page may be of before."""
        said: list[Any] = []
        parts = self.application(environ, lambda status, headers, *_rest: said.extend((status, headers)))
        status, headers = said
        if before and _is_same(status, environ):
            _joined(parts)
            with self.lock:
                before.renew(heard, now := time.monotonic())
            return before.given(environ, start, now)
        varies, seconds = _varies(headers), _seconds(status, headers)
        if varies is None or not seconds:
            self._end(environ)
            start(status, headers)
            return parts
        now = time.monotonic()
        body = _joined(parts)
        page = Answer(status, _named(headers, body), body, now, seconds, heard, environ.get(MADE_OF, ""))
        with self.lock:
            self._keep(page, varies, environ)
        return page.given(environ, start, now)

    def _keep(self, page: Answer, varies: tuple[str, ...], environ: Environ) -> None:
        if len(self.varying) >= MOST_ADDRESSES:
            self.varying.clear()  # what is kept is then made anew once
        self.varying[_address(environ)] = varies
        key = self._key(environ)
        if before := self.pages.get(key):
            page.repeated = before.repeated  # to those who asked while it was made
        if len(page.body) <= LARGEST:
            self.pages[key] = page

    def _end(self, environ: Environ) -> None:
        """What is there no more is given to nobody again, for no moment."""
        with self.lock:
            if page := self.pages.get(self._key(environ)):
                page.old_since = LONG_AGO


def _address(environ: Environ) -> tuple[Any, ...]:
    return tuple(map(environ.get, ADDRESS))


def _is_for_everybody(environ: Environ) -> bool:
    if environ["REQUEST_METHOD"] != "GET" or len(environ.get("QUERY_STRING", "")) > LONGEST_QUERY:
        return False
    is_own = "HTTP_AUTHORIZATION" in environ or "HTTP_RANGE" in environ or SESSION in environ.get("HTTP_COOKIE", "")
    return not is_own


@lru_cache(500)
def _squeezing(accepted: str) -> str:
    """One way of three, so that a page is not kept once for each browser's own list."""
    ways = {way.strip() for way in accepted.split(",")}  # «br;q=0» is none of them
    return next((way for way in SQUEEZED if way in ways), "")


def _is_same(status: str, environ: Environ) -> bool:
    """An application also says so to a browser that has its page: that is no word about the one that is kept."""
    return status.startswith("304") and bool(environ.get(MADE_OF)) and environ[MADE_OF] == environ.get(HAD)


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

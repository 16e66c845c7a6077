"""A server of the tests' own, at home, and manners that let it be asked."""

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from khedmat.cards.links import exchange
from khedmat.cards.links.exchange import Manners


class Handler(BaseHTTPRequestHandler):
    """`/404` answers 404, `/to?http://…` leads on, `/no-head/200` knows no HEAD, `/slow` drips, `/body/9` is long."""

    def do_GET(self):
        self.answer("GET")

    def do_HEAD(self):
        self.answer("HEAD")

    def answer(self, method):
        self.server.asked.append((method, self.path, dict(self.headers)))
        if self.path == "/slow":
            return self.drip()
        if self.path == "/garbage":
            return self.wfile.write(b"\x00\xff no answer at all\r\n\r\n")
        status = self.status(method)
        self.send_response(status)
        if self.path.startswith("/to?"):
            self.send_header("Location", self.path.partition("?")[2])
        self.end_headers()
        if self.path.startswith("/body/") and method == "GET":
            with suppress(OSError):
                self.wfile.write(b"x" * int(self.path.removeprefix("/body/")))
        return None

    def status(self, method):
        if self.path.startswith("/to?"):
            return 302
        if self.path.startswith("/no-head/") and method == "HEAD":
            return 405
        if self.path.startswith("/body/"):
            return 200
        digits = self.path.rpartition("/")[2][:3]
        return int(digits) if digits.isdigit() else 200

    def drip(self):
        """A letter at a time: no silence is long, the whole is."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not self.server.gone.wait(0.05):
                self.wfile.write(b"x")
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, *said):
        """Nothing on the screen."""


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        found.asked, found.gone, found.daemon_threads = [], threading.Event(), True
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield SimpleNamespace(port=found.server_port, asked=found.asked)
        found.gone.set()
        found.shutdown()
        thread.join()


@pytest.fixture
def names(monkeypatch):
    """name → the IP addresses that it leads to; a name that is not here does not exist. Counts the questions."""
    known = {"here.example.ir": ["127.0.0.1"]}
    asked, really = [], exchange.socket.getaddrinfo

    def resolve(host, port, *how, **more):
        if host == "127.0.0.1":
            return really(host, port, *how, **more)
        asked.append(host)
        found = known.get(host, exchange.socket.gaierror(exchange.socket.EAI_NONAME, "no such name"))
        if isinstance(found, Exception):
            raise found
        return [(exchange.socket.AF_INET, exchange.socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found]

    monkeypatch.setattr(exchange.socket, "getaddrinfo", resolve)
    return SimpleNamespace(known=known, asked=asked)


@pytest.fixture
def at_home(server, names):
    """Manners for the server at home, which the usual guard would refuse."""
    return Manners("tests", may_ask=lambda ip: ip == "127.0.0.1", port=server.port, a_step=1.0, altogether=0.6)

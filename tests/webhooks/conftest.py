"""A server of the tests' own that speaks TLS, and a resolver that leads to it."""

import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from khedmat.cards.links import exchange
from khedmat.cards.links.exchange import Manners

HOST = "hooks.example.ir"


class Handler(BaseHTTPRequestHandler):
    """Answers what `server.answers` says next, 204 when it says nothing."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        status, answer = self.server.answers.pop(0) if self.server.answers else (204, b"")
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"https://{HOST}/elsewhere")
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *said):
        """Nothing on the screen."""


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """Of the host, signed by itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    now, day = datetime.now(UTC), timedelta(days=1)
    builder = builder.not_valid_before(now - day).not_valid_after(now + day)
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def server(certificate, monkeypatch):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    trusting = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(exchange.ssl, "create_default_context", lambda: trusting)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as found:
        found.socket = context.wrap_socket(found.socket, server_side=True)
        found.got, found.answers, found.daemon_threads = [], [], True
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield SimpleNamespace(port=found.server_port, got=found.got, answers=found.answers)
        found.shutdown()
        thread.join()


@pytest.fixture
def leads_to(monkeypatch):
    """The addresses to which the name of the host leads, in the order of the questions."""
    found, really = ["127.0.0.1"], exchange.socket.getaddrinfo

    def resolve(host, port, *how, **more):
        if host != HOST:
            return really(host, port, *how, **more)
        ip = found.pop(0) if len(found) > 1 else found[0]
        return [(exchange.socket.AF_INET, exchange.socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(exchange.socket, "getaddrinfo", resolve)
    return found


@pytest.fixture
def at_home(server, leads_to):
    """Manners for the server at home, which the usual guard would refuse."""
    return Manners("tests", may_ask=lambda ip: ip == "127.0.0.1", port=server.port, a_step=2.0, altogether=2.0)

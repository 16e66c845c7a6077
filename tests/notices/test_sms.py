"""Text messages: handed in to a gateway on this machine, which writes down what it is told."""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from khedmat.notices import sending, sms
from khedmat.notices.enums import Channel, DeliveryState, NoticeKind, Timing
from khedmat.notices.models import Attempt, Delivery, Mobile, Preference
from tests.factories.notices import tell
from tests.factories.people import UserFactory

TEXT = 'سلام "سارا" & \\ ${number}\nخط دوم'


class Provider(HTTPServer):
    """`heard`: (method, path, headers, body) of each request; `status` is what it answers."""

    status = 200

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Listener)
        self.heard = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class Listener(BaseHTTPRequestHandler):
    def do_GET(self):
        body = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        self.server.heard.append((self.command, self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    do_POST = do_GET

    def log_message(self, *_):
        pass


@pytest.fixture
def provider():
    with Provider() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def gateway(provider, path="/?to=${number}&text=${text}", **given):
    return sms.Gateway(provider.url + path, is_private_allowed=True, **given)


@pytest.fixture
def waiting(db):
    """A text message on its way to Sara."""
    sara = UserFactory()
    Mobile.objects.create(user=sara, number="09120000000")
    Preference.objects.create(user=sara, kind=NoticeKind.CARD_WAITS, channel=Channel.SMS, timing=Timing.AT_ONCE)

    def told():
        tell(sara)
        return Delivery.objects.get()

    return told


def test_without_a_body_it_is_asked_for_by_get(provider):
    sms.send(gateway(provider), number="09120000000", text=TEXT)

    method, path, _headers, body = provider.heard[0]
    assert (method, body) == ("GET", "")
    assert parse_qs(urlsplit(path).query) == {"to": ["09120000000"], "text": [TEXT]}


def test_a_body_of_json_stays_json_whatever_the_text(provider):
    body = '{"to": "${number}", "message": "${text}"}'
    headers = {"Content-Type": "application/json", "Authorization": "Bearer hidden"}

    sms.send(gateway(provider, "/send", body=body, headers=headers), number="09120000000", text=TEXT)

    method, path, heard, body = provider.heard[0]
    assert (method, path, heard["Authorization"]) == ("POST", "/send", "Bearer hidden")
    assert json.loads(body) == {"to": "09120000000", "message": TEXT}


def test_a_body_of_a_form_stays_a_form(provider):
    headers = {"content-type": "application/x-www-form-urlencoded"}

    sms.send(gateway(provider, "/", body="to=${number}&m=${text}", headers=headers), number="0912", text=TEXT)

    assert parse_qs(provider.heard[0][3]) == {"to": ["0912"], "m": [TEXT]}


@pytest.mark.parametrize("status", [301, 302, 400, 401, 429, 500, 503])
def test_anything_but_a_yes_is_a_failure_and_no_redirect_is_followed(provider, status):
    provider.status = status

    with pytest.raises(sms.Undelivered, match=f"HTTP {status}"):
        sms.send(gateway(provider), number="0912", text="سلام")

    assert len(provider.heard) == 1


def test_a_private_address_is_told_nothing_unless_it_is_allowed(provider):
    hidden = gateway(provider)._replace(is_private_allowed=False)

    with pytest.raises(sms.Undelivered, match="private address"):
        sms.send(hidden, number="0912", text="سلام")

    assert provider.heard == []


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "192.168.1.9", "169.254.169.254", "::1", "fe80::1%eth0"])
def test_addresses_of_inner_networks_are_private(address):
    with pytest.raises(sms.Undelivered):
        sms._demand_public(address)


@pytest.mark.parametrize("address", ["185.51.200.2", "8.8.8.8", "2001:4860:4860::8888"])
def test_addresses_of_the_world_are_public(address):
    assert sms._demand_public(address) is None


def test_a_gateway_that_is_down_is_a_failure_without_its_keys(provider):
    provider.server_close()

    with pytest.raises(sms.Undelivered) as failure:
        sms.send(gateway(provider, "/?key=hunter2&t=${text}&n=${number}"), number="0912", text="سلام")

    assert str(failure.value) in ("ConnectionRefusedError", "ConnectionResetError")  # as the kernel has closed it


def test_a_message_reaches_the_telephone_of_its_reader(provider, settings, waiting):
    settings.SMS_GATEWAY = gateway(provider)._asdict()

    sending.send(waiting().pk)

    said = parse_qs(urlsplit(provider.heard[0][1]).query)
    assert said["to"] == ["09120000000"]
    assert said["text"][0].startswith("«صدور پروانه»")
    assert said["text"][0].endswith("/desk/versions/1/")
    assert Delivery.objects.get().state == DeliveryState.SENT


def test_a_refusing_gateway_is_in_the_log_without_its_keys(provider, settings, waiting, caplog):
    provider.status = 401
    settings.SMS_GATEWAY = gateway(provider, "/hunter2?t=${text}&n=${number}")._asdict()

    with pytest.raises(sending.TryAgain):
        sending.send(waiting().pk)

    assert Attempt.objects.get().problem == "HTTP 401"
    assert "hunter2" not in caplog.text

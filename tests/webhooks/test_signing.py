"""Signatures: those of the specification, read by the example that the page of the API gives."""

import base64

import pytest

from khedmat.webhooks.signing import Message, headers, new_secret, signature
from khedmat.webhooks.verifying import TOLERANCE, is_genuine

# From the documents of Standard Webhooks (libraries/python and others try the same one).
OF_THE_STANDARD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
MESSAGE = Message("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
AT = float(MESSAGE.at)


def sent(*secrets, **changed):
    return headers(MESSAGE._replace(**changed), secrets or [OF_THE_STANDARD])


def test_the_example_of_the_standard_is_signed_as_there():
    assert signature(MESSAGE, OF_THE_STANDARD) == SIGNED
    assert sent()["webhook-signature"] == SIGNED


def test_a_new_secret_is_long_enough_and_no_other():
    one, other = new_secret(), new_secret()

    assert one.startswith("whsec_")
    assert 24 <= len(base64.b64decode(one.removeprefix("whsec_"))) <= 64
    assert one != other


def test_the_example_of_the_page_takes_what_was_signed():
    assert is_genuine(OF_THE_STANDARD, sent(), MESSAGE.body, now=AT)


@pytest.mark.parametrize(
    "changed",
    [
        {"body": b'{"test": 2432232315}'},
        {"name": "webhook-id", "value": "msg_other"},
        {"name": "webhook-timestamp", "value": "1614265331"},
        {"name": "webhook-timestamp", "value": "1614265330.0"},
        {"name": "webhook-timestamp", "value": "۱۶۱۴۲۶۵۳۳۰"},
        {"name": "webhook-timestamp", "value": ""},
        {"name": "webhook-signature", "value": ""},
        {"name": "webhook-signature", "value": SIGNED.removeprefix("v1,")},
        {"name": "webhook-signature", "value": SIGNED.replace("v1,", "v1a,")},
        {"name": "webhook-signature", "value": "امضا"},
    ],
)
def test_what_was_changed_on_the_way_is_refused(changed):
    body = changed.pop("body", MESSAGE.body)
    given = sent() | ({changed["name"]: changed["value"]} if changed else {})

    assert not is_genuine(OF_THE_STANDARD, given, body, now=AT)


@pytest.mark.parametrize(("seconds", "taken"), [(TOLERANCE, True), (-TOLERANCE, True), (TOLERANCE + 1, False)])
def test_a_message_that_somebody_kept_is_refused_later(seconds, taken):
    assert is_genuine(OF_THE_STANDARD, sent(), MESSAGE.body, now=AT + seconds) is taken


def test_while_a_secret_is_changed_either_fits():
    new, third = new_secret(), new_secret()
    given = sent(new, OF_THE_STANDARD)

    assert [is_genuine(one, given, MESSAGE.body, now=AT) for one in (new, OF_THE_STANDARD, third)] == [
        True,
        True,
        False,
    ]


def test_without_a_header_nothing_is_taken_and_nothing_breaks():
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
        given = {key: value for key, value in sent().items() if key != name}

        assert not is_genuine(OF_THE_STANDARD, given, MESSAGE.body, now=AT)

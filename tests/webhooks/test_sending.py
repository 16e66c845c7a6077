"""Sending: what the other server gets, what follows from its answer, and where nothing is ever sent."""

import json
import ssl
from datetime import timedelta

import pytest

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.exchange import Letter, Manners
from khedmat.notices.models import Notice
from khedmat.webhooks import actions, sending
from khedmat.webhooks.models import EventAttempt, EventDelivery, Subscription
from khedmat.webhooks.posting import KEPT, Posted, manners, post
from khedmat.webhooks.schedule import GAPS, gap_after, rest_after
from khedmat.webhooks.spreading import spread
from khedmat.webhooks.verifying import is_genuine
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.webhooks import ADDRESS, subscribed

pytestmark = pytest.mark.django_db
THREE_DAYS = timedelta(days=3)
TRUSTING_NOBODY_ELSE = ssl.create_default_context


@pytest.fixture
def made():
    """An address with one message that is due."""
    made = subscribed()
    VersionFactory(service__owner=made.subscription.organization, published=True)
    spread(at=NOW)
    return made


def deliver(how, at=NOW):
    return sending.deliver_next(Subscription.objects.get().pk, at=at, how=how)


def row():
    return EventDelivery.objects.select_related("subscription", "event").get()


def test_a_message_arrives_signed_and_is_not_sent_again(made, server, at_home):
    server.answers.append((200, "رسید\x00 ".encode()))

    assert deliver(at_home)
    assert not deliver(at_home, NOW + THREE_DAYS)

    ((path, headers, body),) = server.got
    assert (path, headers["content-type"], headers["user-agent"]) == ("/khedmat", "application/json", "tests")
    assert headers["webhook-id"] == row().event.name
    assert is_genuine(made.secret, headers, body, now=NOW.timestamp())
    assert json.loads(body)["type"] == "service.published"
    attempt = EventAttempt.objects.get()
    assert (row().state, attempt.status, attempt.answer, attempt.said) == ("arrived", 200, "رسید", "پذیرفت")


@pytest.mark.parametrize(
    ("status", "why"), [(301, "redirects"), (307, "redirects"), (400, "refused"), (404, "not_found"), (503, "server")]
)
def test_anything_but_success_is_tried_again_later_with_the_same_words(made, server, at_home, status, why):
    server.answers.append((status, b"no"))
    assert not deliver(at_home)
    waiting = row()

    assert (waiting.state, EventAttempt.objects.get().why) == ("waiting", why)
    assert timedelta(seconds=50) < waiting.next_at - NOW <= timedelta(minutes=1)
    assert not deliver(at_home, NOW + timedelta(seconds=30))
    assert deliver(at_home, NOW + timedelta(minutes=2))

    first, second = server.got
    assert [one[0] for one in server.got] == ["/khedmat"] * 2
    assert (first[2], first[1]["webhook-id"]) == (second[2], second[1]["webhook-id"])
    assert first[1]["webhook-timestamp"] != second[1]["webhook-timestamp"]
    assert (row().state, row().subscription.failures) == ("arrived", 0)


def test_a_worker_that_is_killed_while_it_sends_sends_again_with_the_same_id(made, server, at_home, monkeypatch):
    class Killed(BaseException):
        pass

    def die(*_given):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(sending, "_follow", die)
        with pytest.raises(Killed):
            deliver(at_home)
    assert (row().state, EventAttempt.objects.count()) == ("waiting", 0)
    assert deliver(at_home)

    assert len({headers["webhook-id"] for _path, headers, _body in server.got}) == 1
    assert len(server.got) == 2


def test_the_gaps_grow_and_end_within_three_days():
    gaps = [gap_after(tries) for tries in range(1, len(GAPS) + 1)]

    assert gaps == sorted(gaps)
    assert timedelta(days=2) < sum(gaps, timedelta(0)) < THREE_DAYS
    assert gap_after(len(GAPS) + 1) is None
    assert len({gap_after(9) for _ in range(20)}) > 1
    assert [rest_after(one) for one in (1, 10, 5000)] == [timedelta(minutes=one) for one in (1, 10, 10)]


def test_after_three_days_of_silence_it_is_held_back_and_its_managers_are_told(made, server, at_home):
    server.answers.extend([(500, b"")] * 20)
    person("manager", OrganizationFactory())
    person("author", made.subscription.organization)

    at = NOW
    while row().state == "waiting":
        assert not deliver(at_home, at)
        at = max(row().next_at, row().subscription.rests_until)

    kept = row().subscription
    assert (row().state, kept.state, kept.state_by) == ("lost", "failed", None)
    assert (len(server.got), EventAttempt.objects.count()) == (len(GAPS) + 1, len(GAPS) + 1)
    assert kept.state_at - NOW < THREE_DAYS
    notice = Notice.objects.get()
    assert (notice.user, notice.link) == (kept.made_by, f"/desk/webhooks/{kept.pk}/")
    assert "khedmat" not in str(notice.context)
    assert Notice.objects.unread().count() == 1
    actions.resume(kept, by=kept.made_by, at=at)
    assert Notice.objects.unread().count() == 0


def test_a_server_that_wants_no_more_is_held_back_at_once(made, server, at_home):
    server.answers.append((410, b""))

    deliver(at_home)

    assert (row().state, row().subscription.state) == ("lost", "failed")
    assert len(server.got) == 1


def test_whoever_fails_rests_however_many_messages_wait(made, server, at_home):
    for _ in range(3):
        VersionFactory(service__owner=made.subscription.organization, published=True)
    spread(at=NOW)
    server.answers.append((500, b""))

    assert [deliver(at_home) for _ in range(3)] == [False, False, False]
    assert len(server.got) == 1
    assert deliver(at_home, NOW + timedelta(minutes=2))


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "100.64.0.1"])
def test_nothing_is_sent_into_the_house(made, server, leads_to, inside):
    leads_to[:] = [inside]

    assert not deliver(manners()._replace(port=server.port))

    attempt = EventAttempt.objects.get()
    assert (attempt.why, attempt.status, server.got) == ("private", None, [])
    assert "شبکهٔ داخلی" in attempt.said


def test_a_name_that_leads_elsewhere_the_next_time_is_looked_at_each_time(made, server, leads_to, at_home):
    """DNS rebinding: fine the first time, inside the house the second time."""
    leads_to[:] = ["127.0.0.1", "10.0.0.1"]
    server.answers.append((500, b""))

    deliver(at_home)
    deliver(at_home, NOW + timedelta(minutes=2))

    assert [attempt.why for attempt in EventAttempt.objects.all()] == ["server", "private"]
    assert len(server.got) == 1


def test_a_certificate_of_nobody_known_is_not_trusted(made, server, at_home, monkeypatch):
    monkeypatch.setattr(ssl, "create_default_context", TRUSTING_NOBODY_ELSE)

    assert not deliver(at_home)

    assert (EventAttempt.objects.get().why, server.got) == ("tls", [])


def test_a_long_answer_is_kept_short_and_without_signs_that_nobody_reads(made, server, at_home):
    server.answers.append((200, b"\x1b[31m<b>" + b"x" * 200_000))

    deliver(at_home)

    answer = EventAttempt.objects.get().answer
    assert answer.startswith("[31m<b>xxx")
    assert len(answer) < KEPT


def test_plain_http_is_never_spoken(server, at_home):
    said = post("http://hooks.example.ir/", Letter(b"{}", {}), at_home)

    assert (said.why, said.status, server.got) == ("malformed", None, [])


def test_a_server_that_says_nothing_holds_a_worker_for_ten_seconds_at_most():
    how = manners()

    assert isinstance(how, Manners)
    assert (how.a_step, how.altogether, how.may_ask("127.0.0.1")) == (10.0, 10.0, False)


def test_no_log_names_a_path_a_secret_or_an_answer(made, server, at_home, caplog):
    server.answers.append((500, b"answer of theirs"))

    deliver(at_home)

    assert f"webhook {made.subscription.pk}: server 500" in caplog.text
    hidden = (made.secret, made.subscription.secret, "/khedmat", "answer of theirs", ADDRESS)
    assert not [one for one in hidden if one in caplog.text]


def test_a_ping_that_fails_is_not_tried_again_and_holds_nothing_back(server, at_home):
    one = subscribed().subscription
    actions.ping(one, by=one.made_by, at=NOW)
    server.answers.append((500, b""))

    deliver(at_home)

    assert (row().state, row().subscription.state, row().subscription.failures) == ("lost", "active", 0)
    actions.ping(one, by=one.made_by, at=NOW)
    assert deliver(at_home)


def test_a_message_on_the_wire_while_its_address_is_ended_is_tried_no_more(made, at_home, monkeypatch):
    def ends_meanwhile(*_asked):
        actions.end(made.subscription, by=made.subscription.made_by, at=NOW)
        EventDelivery.objects.update(state="waiting")  # the worker holds it: the end passes over it
        return Posted(LinkWhy.SERVER, 503, 1, "")

    monkeypatch.setattr(sending, "post", ends_meanwhile)
    deliver(at_home)

    assert (row().state, row().subscription.state) == ("lost", "ended")
    assert not Notice.objects.exists()

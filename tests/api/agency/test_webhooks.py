"""A program keeps the addresses of its agency as a manager does at the desk, and never those of another agency."""

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.enums import LinkWhy
from khedmat.organizations.models import KeptAnswer
from khedmat.webhooks.actions import MOST
from khedmat.webhooks.enums import TO_CHOOSE
from khedmat.webhooks.models import EventAttempt, EventDelivery, Subscription
from khedmat.webhooks.spreading import spread
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory
from tests.factories.webhooks import ADDRESS, subscribed

pytestmark = pytest.mark.django_db
TAIL = "/webhooks"
WISH = {"address": ADDRESS, "events": ["service.published", "service.retired"], "reach": "all"}
MOVES = [("delete", ""), *(("post", f"/{name}") for name in ("pause", "resume", "ping", "secret"))]
READS = [("get", ""), ("get", "/deliveries")]


@pytest.fixture
def managed(home):
    """The maker of the token manages the people of the agency too."""
    MembershipFactory(user=home.author, organization=home.agency, role="manager")
    return home


def added(home, **more):
    return home.program.ask("post", TAIL, WISH, **more)


def test_the_secret_is_in_the_answer_to_the_question_and_nowhere_else(managed):
    answer = added(managed)

    assert answer.status_code == 201
    said = answer.json()
    one = Subscription.objects.get()
    assert one.secrets(timezone.now()) == [said.pop("secret")]
    assert (one.organization, one.made_by, one.reach, one.kinds) == (
        managed.agency,
        managed.author,
        "all",
        WISH["events"],
    )
    (listed,) = managed.program.ask("get", TAIL).json()["items"]
    assert listed == managed.program.ask("get", f"{TAIL}/{one.pk}").json()
    assert listed.keys() == said.keys()


def test_twice_with_one_key_is_once_with_the_same_secret_which_a_copy_of_the_database_does_not_tell(managed):
    first, again = (added(managed, Idempotency_Key="w-1") for _ in range(2))

    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert first.json()["secret"] not in str(KeptAnswer.objects.get().body)
    assert Subscription.objects.count() == 1


def test_under_another_key_of_the_installation_what_was_kept_is_not_told(managed, settings):
    added(managed, Idempotency_Key="w-1")
    settings.SECRET_KEY = "another"

    assert added(managed, Idempotency_Key="w-1").status_code == 422


def test_of_all_events_where_none_is_named(managed):
    said = managed.program.ask("post", TAIL, {"address": ADDRESS}).json()

    assert said["events"] == list(TO_CHOOSE)
    assert said["reach"] == "own"


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": "http://a.ir/"},
        {"address": "https://10.0.0.1/"},
        {"events": []},
        {"events": ["ping"]},
        {"reach": "x"},
    ],
)
def test_what_cannot_be_taken_is_told_and_leaves_no_trace(managed, wrong):
    answer = managed.program.ask("post", TAIL, WISH | wrong)

    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert not Subscription.objects.exists()


def test_the_same_address_twice_and_one_too_many_wait_for_one_that_ends(managed):
    added(managed)
    for number in range(1, MOST):
        subscribed(managed.agency, address=f"https://h{number}.example.ir/")

    refused = added(managed)
    assert refused.status_code == 409
    assert "۱۰ نشانی" in refused.json()["detail"]
    last = Subscription.objects.order_by("pk").last()
    managed.program.ask("delete", f"{TAIL}/{last.pk}")
    assert "پیش از این" in added(managed).json()["detail"]
    managed.program.ask("delete", f"{TAIL}/{Subscription.objects.get(address=ADDRESS).pk}")
    assert added(managed).status_code == 201


def test_it_is_held_back_and_let_go(managed):
    one = subscribed(managed.agency).subscription
    asked = [managed.program.ask("post", f"{TAIL}/{one.pk}/{name}") for name in ("pause", "pause", "resume", "resume")]

    assert [answer.status_code for answer in asked] == [200, 409, 200, 409]
    assert [answer.json()["state"] for answer in asked[::2]] == ["paused", "active"]
    assert Subscription.objects.get().state_by == managed.author


def test_a_ping_is_in_the_list_of_messages_and_only_one_is_on_its_way(managed):
    one = subscribed(managed.agency).subscription

    sent = managed.program.ask("post", f"{TAIL}/{one.pk}/ping", Idempotency_Key="p-1")
    again = managed.program.ask("post", f"{TAIL}/{one.pk}/ping", Idempotency_Key="p-1")

    assert (sent.status_code, again.status_code, again.json()) == (202, 202, sent.json())
    assert managed.program.ask("post", f"{TAIL}/{one.pk}/ping").status_code == 409
    (listed,) = managed.program.ask("get", f"{TAIL}/{one.pk}/deliveries").json()["items"]
    assert (listed["id"], listed["state"], listed["type"]) == (sent.json()["id"], "waiting", "ping")
    assert listed["webhook_id"] == EventDelivery.objects.get().event.name
    assert ProcrastinateJob.objects.filter(task_name="khedmat.webhooks.tasks.deliver").count() == 1


def test_what_ended_gets_nothing_more_and_what_was_sent_stays(managed):
    one = subscribed(managed.agency).subscription
    VersionFactory(service__owner=managed.agency, published=True)
    spread(at=NOW)

    ended = managed.program.ask("delete", f"{TAIL}/{one.pk}")

    assert (ended.status_code, ended.json()["state"]) == (200, "ended")
    assert not EventDelivery.objects.due(NOW).exists()
    assert [row["state"] for row in messages(managed, one)] == ["lost"]
    for method, tail in MOVES:
        assert managed.program.ask(method, f"{TAIL}/{one.pk}{tail}").status_code == 409


def messages(home, one):
    return home.program.ask("get", f"{TAIL}/{one.pk}/deliveries").json()["items"]


def test_messages_come_the_newest_first_with_what_the_server_answered_and_go_again(managed):
    one = subscribed(managed.agency).subscription
    for _ in range(2):
        VersionFactory(service__owner=managed.agency, published=True)
        spread(at=NOW)
    last = EventDelivery.objects.order_by("pk").last()
    EventAttempt.objects.create(delivery=last, at=NOW, why=LinkWhy.SERVER, status=503, ms=9, answer="x")
    EventDelivery.objects.update(state="lost")

    shown = messages(managed, one)
    again = managed.program.ask("post", f"{TAIL}/{one.pk}/deliveries/{last.pk}/send")

    assert [row["id"] for row in shown] == sorted((row["id"] for row in shown), reverse=True)
    assert shown[0]["attempts"][0] | {"at": ""} == {"at": "", "why": "server", "status": 503, "ms": 9, "answer": "x"}
    assert (again.status_code, again.json()["state"]) == (202, "waiting")
    assert managed.program.ask("post", f"{TAIL}/{one.pk}/deliveries/{last.pk}/send").status_code == 409


def test_a_page_of_many_messages_asks_as_many_questions_as_one_of_few(managed, assert_same_cost):
    one = subscribed(managed.agency).subscription

    def grow():
        for _ in range(3):
            VersionFactory(service__owner=managed.agency, published=True)
        spread(at=NOW)

    grow()
    assert_same_cost(lambda: messages(managed, one), grow)


@pytest.mark.parametrize(("method", "tail"), [*MOVES, *READS])
def test_a_webhook_of_another_agency_is_not_there(managed, method, tail):
    one = subscribed().subscription

    assert managed.program.ask(method, f"{TAIL}/{one.pk}{tail}").status_code == 404
    assert Subscription.objects.get().state == "active"
    assert managed.program.ask("get", TAIL).json()["items"] == []


def test_a_manager_of_two_agencies_reaches_those_of_the_token_alone(managed):
    other = OrganizationFactory()
    MembershipFactory(user=managed.author, organization=other, role="manager")
    one = subscribed(other).subscription
    VersionFactory(service__owner=other, published=True)
    spread(at=NOW)
    mine, row = subscribed(managed.agency).subscription, EventDelivery.objects.get()

    for owner in (one, mine):
        assert managed.program.ask("post", f"{TAIL}/{owner.pk}/deliveries/{row.pk}/send").status_code == 404
    assert managed.program.ask("post", f"{TAIL}/{one.pk}/pause").status_code == 404


def test_who_manages_no_people_there_hears_who_does(home, program_of):
    """A manager elsewhere is a stranger here."""
    MembershipFactory(user=home.author, organization=OrganizationFactory(), role="manager")
    one = subscribed(home.agency).subscription

    for method, tail in [
        ("get", TAIL),
        ("post", TAIL),
        ("get", f"{TAIL}/{one.pk}"),
        ("post", f"{TAIL}/{one.pk}/pause"),
    ]:
        answer = home.program.ask(method, tail, WISH if (method, tail) == ("post", TAIL) else None)
        assert answer.status_code == 403
        assert "مدیر کاربران" in answer.json()["detail"]
    assert list(Subscription.objects.values_list("state", flat=True)) == ["active"]


def test_a_token_without_the_scope_reads_nothing(managed, program_of):
    program = program_of(managed.agency, "drafts", by=managed.author)

    assert program.ask("get", TAIL).status_code == 403

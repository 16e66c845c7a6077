"""What a manager does: addresses, secrets, pauses, pings; refused in words to everybody else."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.webhooks import actions
from khedmat.webhooks.actions import MOST
from khedmat.webhooks.enums import Arrival
from khedmat.webhooks.models import BOTH_SECRETS, EventDelivery, Subscription
from khedmat.webhooks.spreading import spread
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.webhooks import subscribed

pytestmark = pytest.mark.django_db
ACTS = [actions.change_secret, actions.pause, actions.resume, actions.ping, actions.end]


def jobs():
    found = ProcrastinateJob.objects.filter(task_name="khedmat.webhooks.tasks.deliver")
    return [job.args["subscription"] for job in found.order_by("pk")]


def test_the_secret_is_told_once_and_unreadable_in_the_database():
    made = subscribed()

    kept = Subscription.objects.get()
    assert made.secret.startswith("whsec_")
    assert made.secret not in kept.secret
    assert kept.secrets(NOW) == [made.secret]


@pytest.mark.parametrize(
    "address",
    [
        "http://hooks.example.ir/",
        "ftp://hooks.example.ir/",
        "hooks.example.ir/x",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://2130706433/",
        "https://sara:secret@hooks.example.ir/",
        "https://hooks.example.ir:8443/",
        "https://hooks.example.ir:x/",
        "https://hooks.example.ir\r\nX: y/",
        "https://" + "a" * 600 + ".ir/",
        "",
    ],
)
def test_an_address_that_is_never_asked_is_refused_in_words(address):
    with pytest.raises(ValidationError) as refused:
        subscribed(address=address)

    assert refused.value.code == "address"
    assert "https://" in refused.value.messages[0] or "۵۰۰" in refused.value.messages[0]
    assert not Subscription.objects.exists()


def test_persian_names_and_paths_are_kept_as_the_web_writes_them():
    made = subscribed(address="https://نمونه.ir/خدمت?a=۱#x").subscription

    assert made.address == "https://xn--hhbbbed.ir/%D8%AE%D8%AF%D9%85%D8%AA?a=%DB%B1"
    assert made.host == "xn--hhbbbed.ir"


@pytest.mark.parametrize("events", [[], ["ping"], ["service.x"]])
def test_what_is_not_in_the_list_cannot_be_asked_for(events):
    with pytest.raises(ValidationError, match="رویداد"):
        subscribed(events=events)


def test_the_same_address_twice_and_one_too_many_are_refused_in_words():
    home = OrganizationFactory()
    for number in range(MOST):
        subscribed(home, address=f"https://h{number}.example.ir/")

    with pytest.raises(ValidationError, match="۱۰ نشانی"):
        subscribed(home)
    elsewhere = OrganizationFactory()
    subscribed(elsewhere)
    with pytest.raises(ValidationError, match="پیش از این"):
        subscribed(elsewhere)


@pytest.mark.parametrize("act", ACTS)
def test_a_stranger_with_the_same_right_elsewhere_and_a_colleague_do_nothing(act):
    made = subscribed().subscription
    people = [person("manager", OrganizationFactory()), person("author", made.organization)]

    for by in people:
        with pytest.raises(ValidationError, match="مدیر کاربران همان دستگاه"):
            act(made, by=by, at=NOW)

    assert Subscription.objects.get().secret == made.secret
    assert jobs() == []


def test_for_a_day_both_secrets_sign():
    made = subscribed()

    new = actions.change_secret(made.subscription, by=made.subscription.made_by, at=NOW)

    kept = Subscription.objects.get()
    assert kept.secrets(NOW) == [new.secret, made.secret]
    assert kept.secrets(NOW + BOTH_SECRETS) == [new.secret]


def test_under_another_key_of_the_installation_no_known_secret_signs(settings):
    made = subscribed()
    settings.SECRET_KEY = "another"

    found = Subscription.objects.get().secrets(NOW)

    assert len(found) == 1
    assert made.secret not in found
    assert found != Subscription.objects.get().secrets(NOW)


def test_what_waits_at_a_pause_begins_anew_when_it_is_resumed():
    made = subscribed().subscription
    VersionFactory(service__owner=made.organization, published=True)
    spread(at=NOW)
    actions.pause(made, by=made.made_by, at=NOW)
    later = NOW + timedelta(days=9)

    assert not EventDelivery.objects.due(later).exists()
    resumed = actions.resume(made, by=made.made_by, at=later)

    row = EventDelivery.objects.due(later).get()
    assert (row.since, row.next_at) == (later, later)
    assert (resumed.state, resumed.state_by, resumed.state_at) == ("active", made.made_by, later)
    assert jobs() == [made.pk]


def test_what_is_so_already_is_said_and_not_done_again():
    made = subscribed().subscription

    with pytest.raises(ValidationError, match="روشن"):
        actions.resume(made, by=made.made_by, at=NOW)
    actions.pause(made, by=made.made_by, at=NOW)
    with pytest.raises(ValidationError, match="نگه داشته شده"):
        actions.pause(made, by=made.made_by, at=NOW)


def test_a_ping_goes_out_also_of_what_is_paused_and_one_at_a_time():
    made = subscribed().subscription
    actions.pause(made, by=made.made_by, at=NOW)

    sent = actions.ping(made, by=made.made_by, at=NOW)

    assert EventDelivery.objects.due(NOW).get() == sent
    assert sent.event.body.startswith('{"type":"ping"')
    assert jobs() == [made.pk]
    with pytest.raises(ValidationError, match="در راه"):
        actions.ping(made, by=made.made_by, at=NOW)
    EventDelivery.objects.update(state=Arrival.LOST)
    assert actions.ping(made, by=made.made_by, at=NOW).pk != sent.pk


@pytest.mark.parametrize("act", ACTS)
def test_what_ended_is_ended_for_good_and_its_address_is_free(act):
    made = subscribed().subscription
    ended = actions.end(made, by=made.made_by, at=NOW)

    with pytest.raises(ValidationError, match="پایان یافته"):
        act(ended, by=made.made_by, at=NOW)
    again = actions.subscribe(made.organization, actions.Wish(made.address, made.events), by=made.made_by, at=NOW)
    assert again.subscription.is_active
    assert (ended.state_by, ended.state_at) == (made.made_by, NOW)


def test_an_agency_that_has_ended_gets_no_new_address():
    home = OrganizationFactory()
    manager = person("manager", home)
    type(home).objects.filter(pk=home.pk).update(valid_to="2026-01-01")

    with pytest.raises(ValidationError, match="دیگر در کار نیست"):
        actions.subscribe(home, actions.Wish("https://a.example.ir/", ["service.published"]), by=manager, at=NOW)


def a_lost_one():
    made = subscribed()
    VersionFactory(service__owner=made.subscription.organization, published=True)
    spread(at=NOW)
    EventDelivery.objects.update(state=Arrival.LOST)
    return EventDelivery.objects.get()


def test_a_message_is_sent_again_as_a_new_one_is_and_with_its_own_name():
    lost, later = a_lost_one(), NOW + timedelta(days=5)
    Subscription.objects.update(rests_until=later + timedelta(minutes=9))

    again = actions.resend(lost, by=person("manager", lost.subscription.organization), at=later)

    assert (again.pk, again.event.name) == (lost.pk, lost.event.name)
    assert (again.state, again.since, again.next_at) == (Arrival.WAITING, later, later)
    assert list(EventDelivery.objects.due(later)) == [again]
    assert jobs() == [lost.subscription_id]


@pytest.mark.parametrize(("change", "said"), [("waiting", "هنوز در راه است"), ("paused", "دوباره روشن کنید")])
def test_what_is_on_its_way_or_held_back_is_not_sent_again(change, said):
    lost = a_lost_one()
    by = person("manager", lost.subscription.organization)
    if change == "waiting":
        actions.resend(lost, by=by, at=NOW)
    else:
        actions.pause(lost.subscription, by=by, at=NOW)

    with pytest.raises(ValidationError, match=said):
        actions.resend(lost, by=by, at=NOW)


@pytest.mark.parametrize("role", ["author", "approver", "reader"])
def test_nobody_but_its_managers_sends_a_message_again(role):
    lost = a_lost_one()

    for by in (person(role, lost.subscription.organization), person("manager", OrganizationFactory())):
        with pytest.raises(ValidationError, match="مدیر کاربران"):
            actions.resend(lost, by=by, at=NOW)
    assert EventDelivery.objects.get().state == Arrival.LOST

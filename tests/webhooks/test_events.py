"""What is noted, and who is told of it: in the transaction of what happened, once, and nothing that is private."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from khedmat.cards.enums import FeedbackStage
from khedmat.webhooks import actions
from khedmat.webhooks.enums import OF_ONE_S_OWN, TO_CHOOSE, Arrival, EventKind
from khedmat.webhooks.models import Event, EventDelivery
from khedmat.webhooks.spreading import spread, waiting_subscriptions
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, advance, identified
from tests.factories.feedback import TEXT, answered, said
from tests.factories.people import OrganizationFactory, person
from tests.factories.webhooks import subscribed

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return OrganizationFactory(code="home")


def kinds():
    return [event.kind for event in Event.objects.order_by("pk")]


def told(subscription):
    rows = EventDelivery.objects.filter(subscription=subscription).select_related("event").order_by("pk")
    return [json.loads(row.event.body) for row in rows]


def test_a_service_is_told_of_when_it_is_published_amended_suspended_resumed_and_retired(home):
    subscribed(home)
    first = VersionFactory(service__owner=home, published=True)
    advance(first, "replaced")
    second = VersionFactory(service=first.service, stage="suspended")
    for stage in ("published", "suspended", "retired"):
        source, second.stage = second.stage, stage
        second.save()
        second.stage_changes.create(
            source=source, target=stage, by=second.created_by, at=NOW, sha256=second.sha256, reason="پایان"
        )

    assert kinds() == [
        "service.published",
        "service.amended",
        "service.suspended",
        "service.resumed",
        "service.suspended",
        "service.retired",
    ]


def test_steps_that_nobody_outside_may_know_of_are_not_noted(home):
    subscribed(home)

    for stage in ("draft", "submitted", "approved", "accepted", "returned", "discarded"):
        VersionFactory(service__owner=home, stage=stage)

    assert kinds() == []


def test_what_is_undone_was_never_noted(home):
    subscribed(home)
    with transaction.atomic():
        VersionFactory(service__owner=home, published=True)
        seen = kinds()
        transaction.set_rollback(True)

    assert (seen, kinds()) == (["service.published"], [])


def test_nothing_is_noted_while_nobody_listens(home):
    paused = subscribed(home).subscription
    actions.pause(paused, by=paused.made_by, at=NOW)

    VersionFactory(service__owner=home, published=True)
    said()

    assert kinds() == []


def test_a_message_names_the_version_and_where_to_read_it(home, settings):
    settings.SITE_URL = "https://khedmat.example.ir"
    one = subscribed(home).subscription
    version = VersionFactory(service=identified(ServiceFactory(owner=home)), published=True)
    step = version.stage_changes.get(target="published")

    spread(at=NOW)

    (body,) = told(one)
    key = version.service_id
    assert body == {
        "type": "service.published",
        "timestamp": step.at.isoformat().replace("+00:00", "Z"),
        "data": {
            "service": key,
            "code": version.service.code,
            "agency": "home",
            "change": step.pk,
            "version": 1,
            "sha256": version.sha256,
            "successor": None,
            "card": f"https://khedmat.example.ir/api/v1/services/{key}",
        },
    }


def test_of_what_has_ended_no_card_is_named(home):
    one = subscribed(home, events=[EventKind.RETIRED]).subscription
    VersionFactory(service__owner=home, stage="retired")

    spread(at=NOW)

    assert [(body["type"], body["data"]["card"]) for body in told(one)] == [("service.retired", None)]


def test_a_reader_s_words_and_receipt_stay_here(home):
    one = subscribed(home, events=list(OF_ONE_S_OWN)).subscription
    remark = said(VersionFactory(service__owner=home, published=True))
    answered(FeedbackStage.ANSWERED, remark, "پاسخ دستگاه")

    spread(at=NOW)

    found = told(one)
    assert [(body["type"], body["data"]["stage"]) for body in found] == [
        ("feedback.received", "waiting"),
        ("feedback.answered", "answered"),
    ]
    assert found[0]["data"]["feedback"] == remark.pk
    written = " ".join(event.body for event in Event.objects.all())
    assert not [secret for secret in (TEXT, remark.code, "پاسخ دستگاه") if secret in written]


def test_each_is_told_of_what_it_chose_and_of_others_services_only_where_it_wants_all(home):
    elsewhere = OrganizationFactory()
    own, retirements = subscribed(home), subscribed(home, address="https://b.example.ir/", events=["service.retired"])
    everything = subscribed(elsewhere, reach="all")
    said(VersionFactory(service__owner=home, published=True))

    spread(at=NOW)

    assert [body["type"] for body in told(own.subscription)] == ["service.published", "feedback.received"]
    assert told(retirements.subscription) == []
    assert [body["type"] for body in told(everything.subscription)] == ["service.published"]


def test_spreading_twice_tells_once_and_a_paused_one_nothing(home):
    one, other = subscribed(home).subscription, subscribed(home, address="https://b.example.ir/").subscription
    VersionFactory(service__owner=home, published=True)
    actions.pause(other, by=other.made_by, at=NOW)

    counts = [spread(at=NOW), spread(at=NOW)]

    assert counts == [1, 0]
    assert [row.subscription for row in EventDelivery.objects.select_related("subscription")] == [one]
    assert list(waiting_subscriptions(NOW)) == [one.pk]
    assert list(waiting_subscriptions(NOW - timedelta(seconds=1))) == []


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("event", {"kind": EventKind.RETIRED}),
        ("event", {"body": "{}"}),
        ("eventdelivery", {"event_id": 0}),
        ("subscription", {"address": "https://other.example.ir/"}),
    ],
)
def test_what_happened_and_to_whom_it_is_told_cannot_be_rewritten(home, table, values):
    one = subscribed(home).subscription
    VersionFactory(service__owner=home, published=True)
    spread(at=NOW)
    rows = {"event": Event, "eventdelivery": EventDelivery, "subscription": type(one)}[table].objects

    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(**values)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.all().delete()


def test_the_database_refuses_words_that_are_in_no_list(home):
    one = subscribed(home).subscription
    for values in ({"events": []}, {"events": ["ping"]}, {"reach": "far"}, {"state": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(one).objects.update(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(kind="service.x", at=NOW)
    assert Arrival.WAITING in Arrival.values


def test_an_agency_that_listens_to_all_kinds_may_choose_each_of_them_alone(home):
    for number, kind in enumerate(TO_CHOOSE):
        made = subscribed(home, address=f"https://h{number}.example.ir/", events=[kind]).subscription
        assert made.kinds == [kind]


def test_another_s_manager_subscribes_nothing_here(home):
    stranger = person("manager", OrganizationFactory())

    with pytest.raises(ValidationError, match="مدیر کاربران همان دستگاه"):
        actions.subscribe(home, actions.Wish("https://a.example.ir/", list(TO_CHOOSE)), by=stranger, at=NOW)

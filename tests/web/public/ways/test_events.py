"""Life events: their services as journeys out of what the cards ask and give."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.permits.actions import follow_drafts
from khedmat.web.public.ways.life import Journey, Step
from khedmat.web.public.ways.thread import drawn
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db


def service(title, *asks, event="marriage", permits=(), stage="published"):
    filled = forms.card(title=title, documents=list(asks) or ["درخواست"], life_events=[event])
    document = forms.document(filled, permits=list(permits))
    version = VersionFactory(document=document)
    follow_drafts(None, written=[(version, document)])
    store_findings(version, on=NOW.date())
    advance(version, stage)
    return version.service


def told(response):
    return " ".join(response.content.decode().split())


def steps_of(client, event="marriage"):
    journeys = client.get(f"/events/{event}/").context["journeys"]
    return [[(step.stop.service, step.asks) for step in journey.steps] for journey, _ in journeys]


def test_what_one_service_issues_and_another_asks_for_makes_a_journey_in_its_order(client):
    last = service("ثبت نام مسکن", "سند ازدواج")
    first = service("صدور سند ازدواج", event="birth")

    assert steps_of(client) == [[(first.pk, []), (last.pk, [("سند ازدواج", 1)])]]
    assert "«سند ازدواج» را از گام ۱ می‌خواهد" in told(client.get("/events/marriage/"))


def test_a_permit_of_form_one_and_another_name_of_the_register_are_followed(client):
    a_document("پروانهٔ کسب", aliases=("جواز کسب",))
    giver = service("رسیدگی به درخواست‌ها", event="tax", permits=[{"title": "پروانهٔ کسب", "action": "issue"}])
    asker = service("ثبت کارگاه", "اصل جواز کسب")

    assert [one for one, _ in steps_of(client)[0]] == [giver.pk, asker.pk]


def test_a_renewal_and_a_draft_give_nobody_anything(client):
    service("رسیدگی", permits=[{"title": "سند ازدواج", "action": "renew"}])
    service("صدور سند ازدواج", stage="draft")
    service("ثبت نام مسکن", "سند ازدواج")

    assert steps_of(client) == []
    assert "۲ خدمت این رویداد" in told(client.get("/events/marriage/"))


def test_the_list_counts_the_services_of_each_event_in_the_order_of_a_life(client):
    service("صدور سند ازدواج")

    page = told(client.get("/events/"))

    assert page.index("تولد") < page.index("ازدواج") < page.index("وفات")
    assert page.count("۱ خدمت<") == 1
    assert 'href="/events/marriage/"' in told(client.get("/"))


def test_an_event_without_services_says_so(client):
    assert "هنوز خدمتی با این رویداد منتشر نشده است" in told(client.get("/events/death/"))


def test_the_pages_ask_as_many_questions_for_many_services(client, assert_same_cost):
    service("صدور سند ازدواج"), service("ثبت نام مسکن", "سند ازدواج")

    assert_same_cost(lambda: client.get("/events/marriage/"), lambda: service("وام ازدواج", "سند ازدواج"))
    assert_same_cost(lambda: client.get("/events/"), lambda: service("وام", "سند ازدواج"))


def test_a_thread_runs_from_the_right_between_the_circles_it_joins():
    steps = [Step(1, 0, None, []), Step(2, 0, None, []), Step(3, 1, None, [("برگه", 1)])]

    drawing = drawn(Journey(steps, 0))

    places = {knot.number: (knot.x, knot.y) for knot in drawing.knots}
    assert places[1][0] == places[2][0] > places[3][0]
    assert places[1][1] < places[3][1] < places[2][1]
    assert [thread.path.split("C")[0] for thread in drawing.threads] == ["M{} {}".format(*places[1])]
    assert drawing.threads[0].path.endswith("{} {}".format(*places[3]))

"""«This is wrong»: sent without an account or a cookie, kept when refused, answered for everybody to read."""

import pytest
from django.core import signing
from django.core.cache import cache
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.enums import FeedbackStage
from khedmat.cards.models import Feedback
from tests.factories.cards import VersionFactory
from tests.factories.feedback import TEXT, a_card, answered, said

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_sent_before():
    cache.clear()


def page_of(version):
    return f"/services/{version.service_id}/feedback/"


def written(client, version, monkeypatch, seconds=10, **more):
    """A form that was opened some seconds ago and filled in."""
    html = client.get(page_of(version)).content.decode()
    stamp = LexborHTMLParser(html).css_first("input[name=stamp]").attributes["value"]
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + seconds)
    return {"topic": "cost", "text": TEXT, "website": "", "stamp": stamp} | more


def test_what_is_sent_has_an_address_where_its_answer_comes(client, monkeypatch):
    version = a_card()

    answer = client.post(page_of(version), written(client, version, monkeypatch))
    receipt = client.get(answer["Location"]).content.decode()

    assert answer["Location"] == f"/feedback/{Feedback.objects.get().code}/"
    assert TEXT in receipt
    assert "پاسخ می‌دهد" in receipt
    assert not client.cookies


@pytest.mark.parametrize(
    ("change", "seconds", "why"),
    [
        ({"text": "بد"}, 10, "چند واژه"),
        ({"text": ""}, 10, "لازم"),
        ({"topic": "nothing"}, 10, "nothing"),
        ({"website": "http://x"}, 10, "خالی بماند"),
        ({"stamp": "x"}, 10, "کهنه"),
        ({}, 1, "زودتر"),
        ({}, 2 * 24 * 3600, "کهنه"),
    ],
)
def test_what_is_amiss_is_said_and_the_text_stays(client, monkeypatch, change, seconds, why):
    version = a_card()
    sent = written(client, version, monkeypatch, seconds, **change)

    page = client.post(page_of(version), sent).content.decode()

    assert why in page
    assert sent["text"] in page
    assert not Feedback.objects.exists()


def test_the_stamp_of_one_service_is_no_stamp_of_another(client, monkeypatch):
    sent = written(client, a_card(), monkeypatch)

    assert "کهنه" in client.post(page_of(a_card()), sent).content.decode()


def test_who_sends_without_end_is_stopped_and_keeps_the_text(client, monkeypatch, settings):
    settings.ACCOUNT_RATE_LIMITS = {"feedback": "1/h/ip"}
    version = a_card()
    sent = written(client, version, monkeypatch)

    client.post(page_of(version), sent)

    stopped = client.post(page_of(version), sent | {"text": "ساعت کار را ننوشته‌اید."})
    page = stopped.content.decode()

    assert stopped.status_code == 429
    assert "ساعت کار را ننوشته‌اید." in page
    assert "متن شما مانده است" in page
    assert Feedback.objects.count() == 1


def test_everybody_reads_what_was_answered_and_nothing_that_waits_or_was_set_aside(client):
    version = a_card()
    answered(FeedbackStage.ANSWERED, said(version, text="ساعت کار نوشته نشده است."), "در بخش ۵ نوشته شد.")
    answered(FeedbackStage.SET_ASIDE, said(version, text="تبلیغ یک فروشگاه اینترنتی"), "تبلیغ است.")
    said(version)

    page = client.get(page_of(version)).content.decode()

    assert "ساعت کار نوشته نشده است." in page
    assert "در بخش ۵ نوشته شد." in page
    assert "تبلیغ" not in page
    assert TEXT not in page


def test_who_answered_is_not_named_in_public(client):
    feedback = answered(FeedbackStage.ACCEPTED)

    for address in (page_of(feedback.version), f"/feedback/{feedback.code}/"):
        assert feedback.steps.get().by.full_name not in client.get(address).content.decode()


def test_why_something_was_set_aside_is_not_published(client):
    feedback = answered(FeedbackStage.SET_ASIDE, text="تبلیغ است.")

    page = client.get(f"/feedback/{feedback.code}/").content.decode()

    assert "کنار گذاشته شد" in page
    assert "تبلیغ" not in page


def test_many_remarks_cost_what_few_do(client, assert_same_cost):
    version = answered(FeedbackStage.ANSWERED).version

    def grow():
        for word in "الف", "ب", "پ", "ت":
            answered(FeedbackStage.ANSWERED, said(version, text=f"سخن دراز {word} دربارهٔ هزینه"))

    assert_same_cost(lambda: client.get(page_of(version)), grow)


@pytest.mark.parametrize(("stage", "status"), [("draft", 404), ("retired", 410), ("suspended", 200)])
def test_only_a_card_in_force_takes_remarks(client, stage, status):
    version = VersionFactory(stage=stage)

    assert client.get(page_of(version)).status_code == status
    assert client.post(page_of(version), {}).status_code == status


def test_a_code_that_nobody_has_is_no_page(client):
    assert client.get("/feedback/nothing/").status_code == 404
    assert client.get("/feedback/%00/").status_code == 404


def test_the_page_of_a_service_leads_there(client):
    version = a_card()

    assert page_of(version) in client.get(f"/services/{version.service_id}/").content.decode()

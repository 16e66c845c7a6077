"""Sending: once by each channel, again when it failed, given up in the end; the letter of a day."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.notices import actions, sending, tasks
from khedmat.notices.enums import Channel, DeliveryState, NoticeKind, Timing
from khedmat.notices.letters import digest, letter
from khedmat.notices.models import Attempt, Delivery, Preference
from tests.factories.cards import NOW
from tests.factories.notices import CONTEXT, tell
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sara(settings):
    settings.SITE_URL = "https://khedmat.example.ir"
    return UserFactory(full_name="سارا نمونه", email="sara@example.ir")


@pytest.fixture
def broken(monkeypatch):
    def refuse(self, messages):
        raise SMTPServerDisconnected("535 user khedmat password hunter2")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def delivery():
    return Delivery.objects.get()


def daily(user):
    for kind in NoticeKind:
        Preference.objects.create(user=user, kind=kind, channel=Channel.EMAIL, timing=Timing.DAILY)


@pytest.mark.parametrize("kind", [kind for kind in NoticeKind if kind.startswith("card_")])
def test_a_letter_says_what_who_and_where(sara, kind):
    tell(sara, kind=kind)

    sending.send(delivery().pk)

    letter = mail.outbox[0]
    assert letter.to == ["sara@example.ir"]
    assert "صدور پروانه" in letter.subject
    for said in ("سارا نمونه گرامی", "https://khedmat.example.ir/desk/versions/1/", "/account/notices/", "سازمان خانه"):
        assert said in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert delivery().state == DeliveryState.SENT
    assert Attempt.objects.get().problem == ""


def test_numbers_are_persian_in_letters_and_text_messages_and_addresses_stay_whole(sara):
    context = CONTEXT | {"title": "پروانهٔ 1403 نوع G2B"}
    (notice,) = tell(sara, context=context, link="/desk/versions/12/")
    mailed, texted = letter(notice, Channel.EMAIL), letter(notice, Channel.SMS)

    for text in (mailed.subject, mailed.body, texted.body, digest([notice]).body):
        assert "پروانهٔ ۱۴۰۳ نوع G2B" in text
    for text in (mailed.body, texted.body, digest([notice]).body):
        assert "https://khedmat.example.ir/desk/versions/12/" in text


def test_signs_of_html_stay_themselves_and_a_line_break_begins_no_header(sara):
    tell(sara, context=CONTEXT | {"title": "الف & <ب>\r\nBcc: all@example.ir"})

    sending.send(delivery().pk)

    assert "الف & <ب> Bcc: all@example.ir" in mail.outbox[0].subject
    assert mail.outbox[0].message()["Bcc"] is None


def test_a_job_that_runs_twice_sends_once(sara):
    tell(sara)

    tasks.send(delivery=delivery().pk)
    tasks.send(delivery=delivery().pk)

    assert len(mail.outbox) == 1
    assert Attempt.objects.count() == 1


def test_a_killed_worker_sends_again_under_the_same_number(sara):
    tell(sara)
    pk = delivery().pk
    sending.send(pk)
    Delivery.objects.update(state=DeliveryState.WAITING)  # as it stands when the commit never came

    sending.send(pk)

    first, second = (letter.extra_headers["Message-ID"] for letter in mail.outbox)
    assert first == second


def test_a_delivery_that_does_not_exist_is_no_error():
    sending.send(999_999)

    assert mail.outbox == []


def test_a_failure_is_logged_without_its_secrets_and_tried_again(sara, broken):
    tell(sara)

    with pytest.raises(sending.TryAgain):
        sending.send(delivery().pk)

    assert Attempt.objects.get().problem == "SMTPServerDisconnected"
    assert delivery().state == DeliveryState.WAITING


def test_the_last_failure_gives_up(sara, broken):
    tell(sara)
    for _ in range(sending.MOST_ATTEMPTS - 1):
        with pytest.raises(sending.TryAgain):
            sending.send(delivery().pk)

    sending.send(delivery().pk)
    sending.send(delivery().pk)

    assert delivery().state == DeliveryState.FAILED
    assert Attempt.objects.count() == sending.MOST_ATTEMPTS


def test_the_queue_asks_as_often_as_sending_tries_and_waits_longer_each_time():
    assert tasks.PATIENCE.max_attempts == sending.MOST_ATTEMPTS - 1
    assert tasks.PATIENCE.exponential_wait > 1
    assert tasks.send.retry_strategy is tasks.PATIENCE


def test_who_lost_the_address_meanwhile_is_a_failure_in_words(sara):
    tell(sara)
    sara.email = ""
    sara.save(update_fields=["email"])

    with pytest.raises(sending.TryAgain):
        sending.send(delivery().pk)

    assert Attempt.objects.get().problem == "no address"


def test_the_letter_of_a_day_holds_all_that_waits_and_nothing_that_was_read(sara):
    daily(sara)
    tell(sara)
    tell(sara, kind=NoticeKind.CARD_MOVED, dedupe="two", context=CONTEXT | {"title": "تمدید پروانه"})
    read = tell(sara, dedupe="read", context=CONTEXT | {"title": "لغو پروانه"})[0]
    actions.mark_read(read, by=sara, at=NOW + timedelta(minutes=1))

    tasks.send_digest(user=sara.pk)

    letter = mail.outbox[0]
    assert letter.subject == "پیام‌های امروز شما در خدمت: ۲"
    assert "صدور پروانه" in letter.body
    assert "تمدید پروانه" in letter.body
    assert "لغو پروانه" not in letter.body
    states = dict(Delivery.objects.values_list("notice__dedupe", "state"))
    assert states == {"version-1": "sent", "two": "sent", "read": "needless"}


def test_the_letter_of_a_day_is_sent_once(sara):
    daily(sara)
    tell(sara)

    tasks.send_digest(user=sara.pk)
    tasks.send_digest(user=sara.pk)

    assert len(mail.outbox) == 1


def test_all_read_means_no_letter(sara):
    daily(sara)
    tell(sara)
    actions.mark_all_read(by=sara, at=NOW)

    tasks.send_digest(user=sara.pk)

    assert mail.outbox == []
    assert delivery().state == DeliveryState.NEEDLESS


def test_a_letter_of_a_day_that_failed_is_tried_again(sara, broken):
    daily(sara)
    tell(sara)

    with pytest.raises(sending.TryAgain):
        tasks.send_digest(user=sara.pk)

    assert delivery().state == DeliveryState.WAITING


def test_in_the_morning_everybody_for_whom_something_waits_gets_one_job(sara):
    reza, at_once = UserFactory(email="reza@example.ir"), UserFactory(email="at-once@example.ir")
    daily(sara)
    daily(reza)
    tell(sara, reza, at_once)
    tell(sara, dedupe="two")

    tasks.send_digests()
    tasks.send_digests()

    enqueued = ProcrastinateJob.objects.filter(task_name="khedmat.notices.tasks.send_digest").order_by("pk")
    assert sorted(job.args["user"] for job in enqueued) == sorted([sara.pk, reza.pk])

"""The night at the queue, and asking before an address is due."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links import tasks
from khedmat.cards.links.asking import ask_again, manners, next_of, rest_left
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import gather
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import LinkCheck, WebAddress
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
HOST = "service.example.ir"


@pytest.fixture(autouse=True)
def _switched_on(settings, monkeypatch):
    settings.LINKS_CHECKED = True
    monkeypatch.setattr(tasks, "look", lambda address, manners: Seen(LinkWhy.ANSWERED, 200, 5))
    monkeypatch.setattr(tasks, "now", lambda: NOW)


def address_of(url="https://service.example.ir/record"):
    VersionFactory(published=True, card={"url": url})
    gather(localdate(NOW))
    return WebAddress.objects.get(address=url)


def jobs():
    waiting = ProcrastinateJob.objects.filter(task_name=tasks.check_host.name, status="todo").order_by("pk")
    return [(job.args["host"], job.scheduled_at is not None) for job in waiting]


def night():
    return tasks.check_links(timestamp=int(NOW.timestamp()))


def done():
    ProcrastinateJob.objects.filter(task_name=tasks.check_host.name).update(status="succeeded", queueing_lock=None)


def test_the_night_wakes_each_host_once():
    for url in ("https://service.example.ir/a", "https://service.example.ir/b", "https://other.example.ir/"):
        VersionFactory(published=True, card={"url": url})

    assert (night(), night()) == (2, 2)

    assert sorted(jobs()) == [("other.example.ir", True), (HOST, True)]


def test_a_switched_off_installation_asks_nobody(settings):
    settings.LINKS_CHECKED = False
    VersionFactory(published=True)

    assert night() == 0
    assert jobs() == []
    assert not WebAddress.objects.exists()


def test_one_address_a_job_with_a_rest_until_the_host_has_no_more(monkeypatch):
    first, second = address_of("https://service.example.ir/a"), address_of("https://service.example.ir/b")

    tasks.check_host(host=HOST)
    assert list(LinkCheck.objects.values_list("address", flat=True)) == [first.pk]
    assert jobs() == [(HOST, True)]
    done()
    tasks.check_host(host=HOST)
    assert LinkCheck.objects.count() == 1  # it rests: the job is put off
    done()
    monkeypatch.setattr(tasks, "now", lambda: NOW + timedelta(seconds=6))
    tasks.check_host(host=HOST)
    assert LinkCheck.objects.filter(address=second).count() == 1
    done()
    monkeypatch.setattr(tasks, "now", lambda: NOW + timedelta(seconds=12))
    tasks.check_host(host=HOST)

    assert LinkCheck.objects.count() == 2
    assert jobs() == []


def test_a_host_rests_between_two_requests():
    address = address_of()
    assert rest_left(HOST, NOW) == 0
    record(address, Seen(LinkWhy.ANSWERED, 200, 5), at=NOW)

    assert rest_left(HOST, NOW + timedelta(seconds=2)) == 3
    assert rest_left(HOST, NOW + timedelta(seconds=5)) == 0
    assert rest_left("other.example.ir", NOW) == 0


def test_what_is_no_longer_published_is_not_asked():
    version = VersionFactory(published=True)
    gather(localdate(NOW))
    advance(version, "replaced")

    assert next_of(HOST, NOW) is None
    assert night() == 0


def test_what_somebody_waits_for_comes_first_and_bears_their_name():
    due, asked, user = address_of(), address_of("https://service.example.ir/zz"), UserFactory()
    record(asked, Seen(LinkWhy.TIMEOUT, None, 5), at=NOW - timedelta(hours=1))
    ask_again(asked, by=user, at=NOW - timedelta(seconds=30))

    tasks.check_host(host=HOST)

    row = LinkCheck.objects.get(address=asked, by=user)
    assert row.outcome == "fine"
    assert not WebAddress.objects.get(pk=asked.pk).is_waiting
    assert not LinkCheck.objects.filter(address=due).exists()


@pytest.mark.parametrize(("minutes", "words"), [(0, "کمتر از ده دقیقه"), (9, "کمتر از ده دقیقه")])
def test_one_address_is_not_asked_again_at_once(minutes, words):
    address = record(address_of(), Seen(LinkWhy.ANSWERED, 200, 5), at=NOW)

    with pytest.raises(ValidationError, match=words):
        ask_again(address, by=UserFactory(), at=NOW + timedelta(minutes=minutes))

    assert ask_again(address, by=UserFactory(), at=NOW + timedelta(minutes=10)).is_waiting


def test_the_second_who_asks_hears_that_it_waits():
    address = ask_again(address_of(), by=UserFactory(), at=NOW)

    with pytest.raises(ValidationError, match="در صف"):
        ask_again(address, by=UserFactory(), at=NOW)


def test_a_switched_off_installation_says_who_switches_it_on(settings):
    settings.LINKS_CHECKED = False

    with pytest.raises(ValidationError, match="KHEDMAT_LINKS=yes"):
        ask_again(address_of(), by=UserFactory(), at=NOW)


def test_whoever_finds_us_in_a_log_can_write_to_us(settings):
    settings.SITE_URL, settings.DEFAULT_FROM_EMAIL = "https://khedmat.example.ir", "khedmat@example.ir"

    assert "https://khedmat.example.ir; khedmat@example.ir" in manners().agent
    assert manners().port is None

"""What a night finds and tells: R01, and one message an agency before and after."""

from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.cards import tasks
from khedmat.cards.freshness.ageing import age
from khedmat.cards.freshness.confirming import confirm
from khedmat.cards.models import Finding, FreshnessReminder
from khedmat.notices.actions import mark_read
from khedmat.notices.letters import letter, subject
from khedmat.notices.models import Notice
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db
SOON, LAPSED = NOW + timedelta(days=170), NOW + timedelta(days=181)


@pytest.fixture
def office():
    agency = OrganizationFactory(name="سازمان خانه")
    for _ in "ab":
        VersionFactory(published=True, service__owner=agency)
    return agency


def found():
    return Finding.objects.filter(rule="R01")


def test_a_card_that_lapsed_has_its_finding_until_it_is_confirmed(office):
    author, version = person("author", office), office.services.first().versions.get()
    age(at=NOW)
    assert not found().exists()

    age(at=LAPSED)

    assert found().count() == 2
    assert "۱۸۰ روز" in found().first().message
    confirm(version, by=author, at=LAPSED)
    assert not found().filter(version=version).exists()


def test_a_card_whose_finding_is_no_longer_so_loses_it_in_the_night(office, settings):
    age(at=LAPSED)
    settings.CONFIRM_DAYS = 365

    assert age(at=LAPSED) == 2
    assert not found().exists()


def test_authors_are_told_once_before_and_once_after_however_many_cards(office):
    author, reader = person("author", office), person("reader", office)
    stranger = person("author", OrganizationFactory())

    for at in (NOW, SOON, SOON, SOON + timedelta(days=1), LAPSED, LAPSED, LAPSED + timedelta(days=30)):
        age(at=at)
        for notice in Notice.objects.unread():
            mark_read(notice, by=notice.user, at=at)

    lines = [subject(notice) for notice in Notice.objects.of(author).order_by("pk")]
    assert lines == [
        "مهلت تأیید ۲ شناسنامهٔ «سازمان خانه» تا دو هفتهٔ دیگر می‌گذرد",
        "مهلت تأیید ۲ شناسنامهٔ «سازمان خانه» گذشت",
    ]
    assert not Notice.objects.filter(user__in=[reader, stranger]).exists()
    assert FreshnessReminder.objects.count() == 4


def test_the_letter_says_what_to_do_and_where(office):
    person("author", office)
    age(at=LAPSED)

    body = letter(Notice.objects.get(), "email").body

    assert "/desk/fresh/" in body
    assert "با یک دکمه تأیید کنید" in body


def test_when_the_last_card_is_confirmed_the_message_waits_no_more(office):
    author = person("author", office)
    age(at=LAPSED)
    first, last = (service.versions.get() for service in office.services.order_by("pk"))

    confirm(first, by=author, at=LAPSED)
    assert Notice.objects.unread().exists()
    confirm(last, by=author, at=LAPSED)

    assert not Notice.objects.unread().exists()


def test_a_card_confirmed_anew_is_told_of_anew(office):
    author = person("author", office)
    age(at=LAPSED)
    for service in office.services.all():
        confirm(service.versions.get(), by=author, at=LAPSED)

    age(at=LAPSED + timedelta(days=181))

    assert Notice.objects.of(author).unread().count() == 1


def test_the_night_is_that_of_its_timestamp(office):
    tasks.age_cards(timestamp=int(LAPSED.timestamp()))

    assert found().count() == 2
    assert timezone.localdate(FreshnessReminder.objects.first().at) == timezone.localdate(LAPSED)

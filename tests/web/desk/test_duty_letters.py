"""Sending a round to those who owe: the centre sends, an agency reads what it got, nobody else does."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from khedmat.cards.models import DutyReminder, DutySending
from khedmat.cards.tasks import send_duty
from khedmat.organizations.models import Organization
from tests.factories.cards import NOW
from tests.factories.changes import once_called
from tests.factories.duty import a_round, asked
from tests.factories.people import OrganizationFactory, centre, person, publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان بدهکار", code="debtor")


@pytest.fixture
def found(agency):
    return a_round(owing="chosen", agencies=(agency.code,), deadline=date(2199, 1, 1))


def sent():
    """The worker does its work."""
    send_duty(SimpleNamespace(start_timestamp=timezone.now().timestamp()), sending=DutySending.objects.get().pk)


def told(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_the_centre_sees_the_letter_before_it_goes_and_the_log_after(client_for, found, agency, role):
    person("author", agency)
    client = client_for(person(role, centre()))

    seen = told(client.get(f"/desk/duty/{found.pk}/send/"))
    assert "نامه به ۱ دستگاه" in seen
    assert "مدیر گرامی «سازمان بدهکار»" in seen
    assert "/guide/form/" in seen
    assert not DutyReminder.objects.exists()
    waiting = told(client.post(f"/desk/duty/{found.pk}/send/", follow=True))
    assert "نامه به ۱ دستگاه در نوبت فرستادن است" in waiting
    assert "فرستادن در جریان است: ۰ از ۱ دستگاه" in waiting
    sent()
    log = told(client.get(f"/desk/duty/{found.pk}/"))

    assert "فرستادن در جریان است" not in log
    assert "به ۱ نفر" in log
    assert "فرستاده شد در" in log
    assert "نامهٔ مرکز" in log


def test_a_second_sending_on_a_day_is_refused_in_words(client_for, found):
    client = client_for(publisher())
    client.post(f"/desk/duty/{found.pk}/send/")

    assert "امروز فرستاده شده است" in told(client.post(f"/desk/duty/{found.pk}/send/", follow=True))


def test_an_agency_without_people_has_a_letter_on_paper(client_for, found):
    client = client_for(publisher())
    client.post(f"/desk/duty/{found.pk}/send/")
    sent()
    log = told(client.get(f"/desk/duty/{found.pk}/"))

    assert "کسی در سامانه ندارد" in log
    assert "نامه برای چاپ" in log
    assert "مدیر گرامی «سازمان بدهکار»" in told(client.get(f"/desk/duty/{found.pk}/letter/debtor/"))


def test_an_agency_reads_what_was_sent_to_it_and_not_to_others(client_for, agency):
    other = OrganizationFactory(name="سازمان دیگر", code="other")
    both = a_round(owing="chosen", agencies=("debtor", "other"), deadline=date(2199, 1, 1))
    asked(both, by=publisher(), at=timezone.now())

    page = told(client_for(person("reader", agency)).get(f"/desk/duty/{both.pk}/"))

    assert "سازمان بدهکار" in page
    assert other.name not in page
    assert "فرستادن به آنان" not in page


def test_a_letter_of_an_earlier_day_went_to_the_agency_as_it_was_called_then(client_for, found, agency):
    asked(found, by=publisher(), at=NOW)
    once_called(agency, "ادارهٔ بدهکار", until=localdate(NOW))

    log = told(client_for(publisher()).get(f"/desk/duty/{found.pk}/"))

    assert "<h3>ادارهٔ بدهکار" in log
    assert "امروز: سازمان بدهکار" in log


def test_a_letter_on_paper_is_signed_by_the_centre_under_its_own_name(client_for, found):
    signer = publisher()
    Organization.objects.filter(is_centre=True).update(name="سازمان اداری و استخدامی کشور")

    assert "<p>سازمان اداری و استخدامی کشور</p>" in told(
        client_for(signer).get(f"/desk/duty/{found.pk}/letter/debtor/")
    )


@pytest.mark.parametrize("role", ["author", "approver", "publisher"])
def test_nobody_else_sends(client_for, found, agency, role):
    client = client_for(person(role, agency))

    assert client.get(f"/desk/duty/{found.pk}/send/").status_code == 404
    assert client.post(f"/desk/duty/{found.pk}/send/").status_code == 404
    assert client.get(f"/desk/duty/{found.pk}/letter/debtor/").status_code == 404
    assert not DutyReminder.objects.exists()


def test_the_log_asks_as_many_questions_for_many_agencies(client_for, found, assert_same_cost):
    client = client_for(publisher())
    asked(found, by=publisher(), at=timezone.now())

    def grow():
        for _ in range(4):
            agency, now = OrganizationFactory(), timezone.now()
            DutyReminder.objects.create(round=found, agency=agency, day=timezone.localdate(now), told=0, at=now)

    assert_same_cost(lambda: client.get(f"/desk/duty/{found.pk}/"), grow)


def test_progress_is_for_the_centre_alone_and_asks_few_questions(
    client_for, found, agency, django_assert_max_num_queries
):
    client = client_for(publisher())
    client.post(f"/desk/duty/{found.pk}/send/")

    assert "فرستادن در جریان است" not in told(client_for(person("author", agency)).get(f"/desk/duty/{found.pk}/"))
    with django_assert_max_num_queries(12):
        assert "فرستادن در جریان است" in told(client.get(f"/desk/duty/{found.pk}/"))

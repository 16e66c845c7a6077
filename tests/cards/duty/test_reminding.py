"""The centre asks those who owe; the night reminds them, each step once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards import tasks
from khedmat.cards.duty.actions import close_round, open_round
from khedmat.cards.duty.reminding import remind, step_on
from khedmat.cards.models import DutyReminder
from khedmat.notices.letters import letter, subject
from khedmat.notices.models import Notice
from tests.factories.cards import NOW, VersionFactory
from tests.factories.duty import a_round, asked, terms
from tests.factories.people import OrganizationFactory, UserFactory, person, publisher
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
DEADLINE = date(2026, 11, 12)
A_DAY = timedelta(days=1)


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان بدهکار")


@pytest.fixture
def found(agency):
    return a_round(owing="chosen", agencies=(agency.code,), deadline=date(2026, 12, 30))


def on(day):
    return NOW.replace(year=day.year, month=day.month, day=day.day)


def test_everybody_of_an_agency_who_can_do_something_is_told(found, agency):
    told = [person(role, agency) for role in ("author", "approver", "manager")]
    person("reader", agency)
    person("author", OrganizationFactory())
    by = publisher()

    (row,) = asked(found, by=by, at=NOW)

    assert (row.agency, row.step, row.told, row.by) == (agency, None, 3, by)
    assert {notice.user for notice in Notice.objects.filter(kind="duty_asked")} == set(told)


def test_the_letter_has_the_deadline_the_guide_the_form_and_what_is_there(found, agency):
    person("author", agency)
    asked(found, by=publisher(), at=NOW)
    notice = Notice.objects.get(kind="duty_asked")

    body = letter(notice, "email").body

    assert "تا ۹ دی ۱۴۰۵" in subject(notice)
    for said in ("/guide/", "/guide/form/", "/desk/titles/", "هنوز تأیید نشده", "شناسنامهٔ فرستاده: ۰", "۲۰۶/۹۳/۷۷۴۰"):
        assert said in body


def test_who_has_done_it_is_not_asked(found, agency):
    titles_of(agency, "یک عنوان")
    VersionFactory(service__owner=agency, stage="submitted")

    with pytest.raises(ValidationError, match="کار را به پایان"):
        asked(found, by=publisher(), at=NOW)


def test_an_agency_without_anybody_is_in_the_log(found):
    (row,) = asked(found, by=publisher(), at=NOW)

    assert row.told == 0
    assert not Notice.objects.exists()


def test_the_centre_asks_once_a_day(found):
    by = publisher()
    asked(found, by=by, at=NOW)

    with pytest.raises(ValidationError, match="امروز فرستاده شده است"):
        asked(found, by=by, at=NOW)

    asked(found, by=by, at=NOW + A_DAY)
    assert DutyReminder.objects.count() == 2


def test_nobody_else_asks_and_of_a_round_that_is_over_nobody(found, agency):
    for user in (UserFactory(), person("approver", agency), person("publisher", agency)):
        with pytest.raises(ValidationError, match="منتشرکنندگان مرکز بررسی"):
            asked(found, by=user, at=NOW)
    corrected = open_round(terms(), by=publisher(), at=NOW, corrects=found)
    close_round(corrected, by=publisher(), at=NOW)

    for over, words in ((found, "اصلاح شده"), (corrected, "بسته شده")):
        with pytest.raises(ValidationError, match=words):
            asked(over, by=publisher(), at=NOW)
        assert remind(at=NOW) == 0


@pytest.mark.parametrize(
    ("day", "step"),
    [
        (date(2026, 10, 1), None),
        (date(2026, 10, 31), 10),
        (date(2026, 11, 7), 10),
        (date(2026, 11, 9), 3),
        (DEADLINE, 3),
        (date(2026, 11, 13), None),
        (date(2026, 11, 14), -1),
        (date(2026, 11, 24), -1),
        (date(2026, 11, 30), -10),
        (date(2040, 1, 1), -20),
    ],
)
def test_the_steps_are_working_days_before_and_after(day, step):
    assert step_on(DEADLINE, day) == step


def test_steps_may_be_switched_off(settings):
    settings.DUTY_BEFORE = settings.DUTY_AFTER = []

    assert step_on(DEADLINE, DEADLINE) is None
    assert step_on(DEADLINE, DEADLINE + 90 * A_DAY) is None


def test_each_step_reminds_once_also_when_a_night_was_missed(agency):
    found = a_round(owing="chosen", agencies=(agency.code,), deadline=DEADLINE)
    author, day = person("author", agency), date(2026, 10, 20)
    while day < date(2027, 1, 20):
        if day.day % 4:  # some nights the machine was off
            tasks.remind_debtors(timestamp=int(on(day).timestamp()))
            remind(at=on(day))
        day += A_DAY

    assert list(found.reminders.order_by("pk").values_list("step", flat=True)) == [10, 3, -1, -10, -20]
    lines = [subject(notice) for notice in Notice.objects.of(author).order_by("pk")]
    assert lines[0].startswith("۱۰ روز کاری تا پایان مهلت شناسنامه‌های «سازمان بدهکار»")
    assert lines[-1].startswith("مهلت شناسنامه‌های «سازمان بدهکار» گذشت")
    assert len(lines) == 5


def test_a_round_reminds_nobody_before_it_opens(agency):
    a_round(owing="chosen", agencies=(agency.code,), opened_on=date(2026, 11, 10), deadline=DEADLINE)

    assert remind(at=on(date(2026, 11, 9))) == 0
    assert remind(at=on(date(2026, 11, 10))) == 1


def test_what_was_sent_is_never_changed_or_taken_away(found):
    (row,) = asked(found, by=publisher(), at=NOW)

    for change in (lambda: DutyReminder.objects.update(told=9), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()

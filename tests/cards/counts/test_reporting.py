"""Counts of a service by period: who reports them, what is refused, and that a report never changes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards.counts.refusals import REASONS
from khedmat.cards.counts.reporting import RowsRefused, Told, report
from khedmat.cards.enums import CountState
from khedmat.cards.models import ServiceCount
from khedmat.core.periods import parse
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.counts import LETTER, counted, told
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return VersionFactory(published=True)


def reasons(version, *rows, **more):
    with pytest.raises(RowsRefused) as refusal:
        counted(version, *rows, **more)
    return {place: set(names) for place, names in refusal.value.rows.items()}


@pytest.mark.parametrize("role", ["author", "approver"])
def test_those_who_answer_for_the_text_report_its_numbers(version, role):
    who = person(role, version.service.owner)

    (kept,) = counted(version, told(version, received=0, done=None, median_days=2.5), by=who)

    row = ServiceCount.objects.get()
    assert kept == (row, True)
    assert (row.received, row.done, row.median_days, row.channel) == (0, None, 2.5, "")
    assert (row.by, row.as_organization, row.state) == (who, version.service.owner, CountState.TOLD)
    assert (str(row.first_day), str(row.last_day), row.period.code) == ("2025-07-23", "2025-08-22", "1404-05")


@pytest.mark.parametrize(
    ("role", "where"),
    [("reader", "home"), ("manager", "home"), ("author", "elsewhere"), ("reviewer", "centre"), ("publisher", "centre")],
)
def test_nobody_else_does(version, role, where):
    offices = {"home": version.service.owner, "elsewhere": OrganizationFactory(), "centre": centre()}

    with pytest.raises(ValidationError, match="نویسندگان و تأییدکنندگان"):
        counted(version, by=person(role, offices[where]))

    assert not ServiceCount.objects.exists()


def test_a_service_is_named_by_its_key_or_its_id(version):
    code = identified(version.service).code

    counted(version, told(version), Told(code, parse("1404-06"), LETTER, received=3))

    assert set(ServiceCount.objects.values_list("service", flat=True)) == {version.service_id}


@pytest.mark.parametrize("stage", ["draft", "approved"])
def test_what_was_never_public_and_what_is_of_another_agency_is_unknown(version, stage):
    hidden = VersionFactory(service__owner=version.service.owner, stage=stage)
    foreign = VersionFactory(published=True)

    found = reasons(version, told(hidden), told(foreign), Told("9" * 18, parse("1404"), LETTER, done=1), told(version))

    assert found == {0: {"unknown"}, 1: {"unknown"}, 2: {"unknown"}}
    assert not ServiceCount.objects.exists()


@pytest.mark.parametrize("stage", ["suspended", "retired"])
def test_what_was_once_given_is_still_reported_of(stage):
    version = VersionFactory(stage=stage)

    assert counted(version)[0].is_new


def test_every_refused_row_is_told_with_all_that_is_wrong(version):
    rows = [
        told(version, "1405-09"),  # the month of NOW: its last day has not passed
        told(version, "1404-01", received=None),
        told(version, "1404-02", received=1, not_offered=True),
        told(version, "1404-03"),
        told(version, "1404-03", received=7),
        told(version, "1405", received=None, corrects=99),
    ]

    assert reasons(version, *rows) == {
        0: {"not_over"},
        1: {"nothing"},
        2: {"both"},
        3: {"twice"},
        4: {"twice"},
        5: {"not_over", "outdated"},
    }


def test_a_period_is_reported_from_the_day_after_its_last(version):
    last_evening = datetime(2025, 8, 22, 20, 0, tzinfo=UTC)  # 23:30 of 31 Mordad in Tehran
    midnight = datetime(2025, 8, 22, 20, 31, tzinfo=UTC)

    assert reasons(version, at=last_evening) == {0: {"not_over"}}
    assert counted(version, at=midnight)


def test_the_same_again_writes_nothing(version):
    first, again = counted(version), counted(version)

    assert (again[0].row, again[0].is_new) == (first[0].row, False)
    assert ServiceCount.objects.count() == 1


def test_other_numbers_name_the_report_that_they_correct(version):
    (first,) = counted(version)

    with pytest.raises(ValidationError, match="اصلاح گزارش"):
        counted(version, told(version, received=5))
    (second,) = counted(version, told(version, received=5, corrects=first.row.pk))

    assert second.row.corrects == first.row
    assert list(ServiceCount.objects.standing()) == [second.row]
    assert reasons(version, told(version, received=9, corrects=first.row.pk)) == {0: {"outdated"}}


def test_a_correction_that_is_sent_twice_is_made_once(version):
    (first,) = counted(version)
    for _ in range(2):
        counted(version, told(version, received=5, corrects=first.row.pk))

    assert ServiceCount.objects.count() == 2


def test_a_correction_without_numbers_takes_the_report_back(version):
    (first,) = counted(version)

    (empty,) = counted(version, told(version, received=None, corrects=first.row.pk))

    assert empty.row.state == CountState.TAKEN_BACK
    assert not ServiceCount.objects.standing().exists()
    (third,) = counted(version, told(version, received=3, corrects=empty.row.pk))
    assert list(ServiceCount.objects.standing()) == [third.row]


def test_unknown_none_and_zero_are_three(version):
    rows = [told(version, "1404-01", received=0), told(version, "1404-02", not_offered=True)]

    states = [one.row.state for one in counted(version, *rows)]

    assert states == [CountState.TOLD, CountState.NOT_OFFERED]


def test_channels_stand_beside_each_other(version):
    rows = [told(version, channel=channel, received=1) for channel in ("", "in_person", "website")]

    assert [one.is_new for one in counted(version, *rows)] == [True] * 3


@pytest.mark.parametrize("column", ["received", "done", "source", "not_offered", "first_day"])
def test_the_database_keeps_a_report_as_it_is(version, column):
    (kept,) = counted(version)
    other = {"received": 1, "done": 2, "source": "x", "not_offered": True, "first_day": NOW.date()}

    for act in (
        lambda: ServiceCount.objects.filter(pk=kept.row.pk).update(**{column: other[column]}),
        lambda: ServiceCount.objects.filter(pk=kept.row.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def _row(version, period="1404-05", **said):
    period = parse(period)
    days = {name: getattr(period, name) for name in ("kind", "year", "first_day", "last_day")}
    who = {"by": version.created_by, "as_organization": version.service.owner, "at": NOW, "source": LETTER}
    return ServiceCount(service=version.service, **(days | who | {"received": 1} | said))


@pytest.mark.parametrize(
    "said",
    [
        {"received": -1},
        {"received": 10**12 + 1},
        {"mean_days": -0.1},
        {"mean_days": float("nan")},
        {"mean_days": float("inf")},
        {"received": 1, "not_offered": True},
        {"received": None},
        {"source": ""},
        {"channel": "pigeon"},
        {"kind": "day"},
        {"kind": "season"},
        {"last_day": NOW.date()},
    ],
)
def test_the_database_refuses_what_is_no_report(version, said):
    with pytest.raises(DatabaseError), transaction.atomic():
        _row(version, **said).save()


def test_the_database_refuses_a_second_report_and_a_correction_of_something_else(version):
    (kept,) = counted(version)
    wrong = [
        _row(version),
        _row(version, "1404-06", corrects=kept.row),
        _row(version, channel="sms", corrects=kept.row),
        _row(VersionFactory(published=True), corrects=kept.row),
    ]

    for row in wrong:
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()


def test_an_agency_that_ended_reports_nothing(version):
    owner = version.service.owner
    author = person("author", owner)
    type(owner).objects.filter(pk=owner.pk).update(valid_to=NOW.date() - timedelta(days=1))

    with pytest.raises(ValidationError, match="دیگر در کار نیست"):
        report(owner, [told(version)], by=author, at=NOW)


def test_every_reason_is_a_persian_sentence_with_all_its_facts():
    facts = {"service": "۱", "agency": "سازمان", "period": "تیر ۱۴۰۴", "report": "۷"}

    for sentence in REASONS.values():
        assert "%(" not in str(sentence) % facts

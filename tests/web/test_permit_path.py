"""The critical path of a shared permit, in words and bars."""

from types import SimpleNamespace

import pytest

from khedmat.permits.actions import create_list
from khedmat.web.permit_path import critical, span
from tests.factories import forms
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, UserFactory


def row(value=None, unit="day", **more):
    plain = {"action": "issue", "process": "shared", "duration_value": value, "duration_unit": unit if value else ""}
    return SimpleNamespace(**(plain | more))


def inquiry(agency, value=None, unit="day", **more):
    plain = {"agency": agency, "name": "", "action": "", "fee_rial": None}
    return SimpleNamespace(**(plain | {"duration_value": value, "duration_unit": unit if value else ""} | more))


@pytest.mark.parametrize(
    ("hours", "said"), [(8, "۱ روز کاری"), (40, "۵ روز کاری"), (4, "۴ ساعت"), (12, "۱۲ ساعت"), (0, "۰ روز کاری")]
)
def test_whole_days_are_said_in_days_and_the_rest_in_hours(hours, said):
    assert span(hours) == said


def test_the_longest_inquiry_is_what_everything_waits_for():
    found = critical([row(20)], [inquiry("مالیات", 4), inquiry("ثبت", 10, name="ملک"), inquiry("کار", 4, "hour")])

    assert (found.parallel, found.serial) == ("۱۰ روز کاری", "۱۱۶ ساعت")
    assert found.bottleneck == "ثبت – ملک"
    assert [(bar.name, bar.width, bar.is_bottleneck) for bar in found.bars] == [
        ("مالیات", 40, False),
        ("ثبت – ملک", 100, True),
        ("کار", 5, False),
    ]
    assert [bar.start for bar in found.bars] == [60, 0, 95]
    assert found.shortfall == ""


def test_a_promise_that_is_shorter_than_an_inquiry_is_said():
    assert critical([row(3)], [inquiry("ثبت", 10)]).shortfall == "۷ روز کاری"
    assert critical([row()], [inquiry("ثبت", 10)]).shortfall == ""


def test_what_says_no_time_is_counted_apart():
    found = critical([row()], [inquiry("ثبت", 10), inquiry("کار"), inquiry("بیمه")])

    assert (found.silent, len(found.bars)) == (2, 1)


@pytest.mark.parametrize(
    ("rows", "inquiries"),
    [
        ([row(process="exclusive")], [inquiry("ثبت", 10)]),
        ([row(process="")], [inquiry("ثبت", 10)]),
        ([row()], []),
        ([row()], [inquiry("ثبت")]),
        ([row()], [inquiry("ثبت", 10, action="renew")]),
    ],
)
def test_where_nothing_waits_for_others_there_is_no_path(rows, inquiries):
    assert critical(rows, inquiries) is None


def test_the_promise_is_that_of_the_issue():
    assert critical([row(3), row(30, action="renew")], [inquiry("ثبت", 10)]).shortfall == "۷ روز کاری"


@pytest.mark.django_db
def test_the_page_of_permits_shows_the_path(client):
    plain = {"kind": "permit_list", "source": {"name": "permits.html", "media_type": "text/html"}}
    permits = [{"title": "پروانه", "action": "issue", "process": "shared", "duration": {"value": 2, "unit": "day"}}]
    inquiries = [{"permit": "پروانه", "agency": "ثبت اسناد", "duration": {"value": 5, "unit": "day"}}]
    document = forms.form.from_contract({**plain, "permits": permits, "inquiries": inquiries})
    create_list(document, organization=OrganizationFactory(), by=UserFactory(), at=NOW)

    page = client.get("/permits/").content.decode()

    assert "مسیر بحرانی صدور" in page
    assert "۵ روز کاری" in page
    assert "۳ روز کاری از درازترین استعلام کوتاه‌تر است" in page

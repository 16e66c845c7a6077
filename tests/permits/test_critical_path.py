"""How long a permit takes when several bodies are asked."""

import pytest

from khedmat.permits.critical_path import Asked, critical_path, hours

TAX = Asked("سازمان امور مالیاتی کشور", "مفاصاحساب", 40, 0)
LABOUR = Asked("سازمان تأمین اجتماعی", "گواهی", 8, 500_000)
SILENT = Asked("شهرداری", "نظر", None, None)


def test_in_a_row_times_add_up_and_side_by_side_the_longest_counts():
    path = critical_path([TAX, LABOUR], None)

    assert (path.serial, path.parallel, path.bottleneck) == (48, 40, TAX)
    assert (path.bodies, path.inquiries, path.rial) == (2, 2, 500_000)


def test_what_no_form_says_is_counted_apart_and_never_as_zero():
    path = critical_path([TAX, SILENT], None)

    assert (path.serial, path.silent_of_time, path.silent_of_fee) == (40, 1, 1)


def test_a_permit_of_no_inquiries_waits_for_nobody():
    path = critical_path([], None)

    assert (path.serial, path.parallel, path.bottleneck, path.shortfall) == (0, 0, None, None)


@pytest.mark.parametrize(("declared", "shortfall"), [(24, 16), (80, 0), (None, None)])
def test_a_promise_shorter_than_the_longest_inquiry_is_seen(declared, shortfall):
    assert critical_path([TAX, LABOUR], declared).shortfall == shortfall


def test_two_inquiries_of_one_body_are_one_body():
    assert critical_path([TAX, TAX._replace(name="دیگر")], None).bodies == 1


@pytest.mark.parametrize(
    ("value", "unit", "found"), [(2, "day", 16), (3, "hour", 3), (None, "day", None), (2, "", None), (0, "day", 0)]
)
def test_a_day_is_eight_working_hours(value, unit, found):
    assert hours(value, unit) == found

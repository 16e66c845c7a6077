"""Filters of the templates."""

from datetime import UTC, date, datetime

import pytest

from khedmat.web.templatetags import fa


@pytest.mark.parametrize("address", ["https://a.ir/b?c=1", "http://a.ir"])
def test_an_address_of_the_web_is_a_link(address):
    assert fa.weblink(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "WWW.",
        "",
        None,
        "//a.ir",
        "http://",
        "http://[",
        "ftp://a.ir",
        " JavaScript:x",
    ],
)
def test_anything_else_that_a_form_may_hold_is_none(address):
    assert fa.weblink(address) == ""


@pytest.mark.parametrize(
    ("octets", "said"), [(0, "۰ بایت"), (648, "۶۴۸ بایت"), (22_630, "۲۲٫۱ کیلوبایت"), (20 * 1024**2, "۲۰ مگابایت")]
)
def test_the_size_of_a_file_is_said_in_persian(octets, said):
    assert fa.weight(octets) == said


def test_a_day_is_shown_in_jalali_with_the_machine_s_date_beside_it():
    shown = fa.jalali_filter(date(2024, 6, 8))

    assert "۱۹ خرداد ۱۴۰۳" in shown
    assert 'datetime="2024-06-08"' in shown
    assert fa.jalali_filter(None) == ""


def test_a_moment_is_shown_by_the_clock_of_tehran():
    assert "۰۱:۰۰" in fa.moment(datetime(2024, 6, 8, 21, 30, tzinfo=UTC))


def test_a_value_that_a_list_does_not_know_is_shown_as_it_is():
    assert fa.label_of("G2Z", "service_type") == "G2Z"
    assert fa.label_of(None, "nature") == ""
    assert fa.labels_of(["urban", "rural"], "level") == "شهری، روستایی"


def test_nothing_is_shown_as_nothing():
    assert (fa.fa(None), fa.grouped(None), fa.rials_filter(None)) == ("", "", "")
    assert (fa.fa(0), fa.grouped(0), fa.rials_filter(0)) == ("۰", "۰", "صفر ریال")

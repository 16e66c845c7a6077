"""The hostile environment is really hostile: each of its refusals, provoked once."""

import socket
import warnings

import pytest
from django.contrib.contenttypes.models import ContentType
from django.template import engines

pytestmark = pytest.mark.django_db


def test_printing_what_nobody_gave_fails():
    with pytest.raises(AssertionError, match="nobody"):
        engines["django"].from_string("{{ nobody }}").render({})


def test_asking_about_what_nobody_gave_is_allowed():
    assert engines["django"].from_string("{% if nobody %}x{% endif %}").render({}) == ""


def test_rows_without_an_order_come_in_any_order():
    orders = {tuple(ContentType.objects.order_by().values_list("pk", flat=True)) for _ in range(20)}

    assert len(orders) > 1


def test_rows_with_an_order_keep_it():
    orders = {tuple(ContentType.objects.order_by("pk").values_list("pk", flat=True)) for _ in range(20)}

    assert len(orders) == 1


def test_nobody_calls_out():
    with socket.socket() as phone, pytest.raises(AssertionError, match="called out"):
        phone.connect(("192.0.2.1", 80))


def test_a_warning_is_an_error():
    with pytest.raises(UserWarning):
        warnings.warn("careless", UserWarning, stacklevel=1)


def test_a_page_that_asks_once_more_for_each_row_is_caught(assert_same_cost):
    rows = []

    def page():
        for _ in rows:
            ContentType.objects.count()

    with pytest.raises(AssertionError):
        assert_same_cost(page, lambda: rows.append(1))

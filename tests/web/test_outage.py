"""The database is away for a moment."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from khedmat.web.outage import OutageMiddleware


def test_a_lost_database_is_a_page_that_says_when_to_come_back():
    page = OutageMiddleware(lambda request: None).process_exception(RequestFactory().get("/"), OperationalError("gone"))

    assert page.status_code == 503
    assert page["Retry-After"] == "5"
    assert "پایگاه داده" in page.content.decode()


@pytest.mark.parametrize(
    ("address", "is_kept"),
    [("/desk/registers/laws/new/", True), ("/services/1/feedback/", True), ("/account/password/", False)],
)
def test_what_was_typed_meanwhile_is_kept_but_no_password(address, is_kept):
    asked = RequestFactory().post(address, {"title": "قانون هوای پاک"})

    page = OutageMiddleware(lambda request: None).process_exception(asked, OperationalError("gone"))

    assert (page.status_code, page["Retry-After"]) == (503, "5")
    assert ("قانون هوای پاک" in page.content.decode()) is is_kept


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("y")])
def test_other_errors_are_not_hidden_behind_it(error):
    assert OutageMiddleware(lambda request: None).process_exception(RequestFactory().get("/"), error) is None

"""Agencies that are written a line each: a name of the register becomes a line, and the page is sound with the box."""

import pytest

from tests.factories.people import OrganizationFactory, centre, person
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_a_name_of_the_register_becomes_a_line_once_and_any_other_word_does_not(open_page, signed_in, size):
    for name in ("سازمان ملی", "سازمان ملی استاندارد"):
        OrganizationFactory(name=name)
    page = open_page("/", size=size)
    signed_in(page, person("publisher", centre()))
    page.goto("/desk/organization-changes/new/")
    box = page.locator("input[list=id_before_names]")

    for typed in ("سازمان ملی استاندارد", "سازمان ملی استاندارد", "ناشناس", "سازمان ملی"):
        box.fill("")
        box.press_sequentially(typed)
        box.press("Enter")

    assert page.input_value("#id_before") == "سازمان ملی استاندارد\nسازمان ملی"
    assert page.url.endswith("/new/")
    assert violations(page) == []

"""The board of article 2 and the lists of titles in a real browser: axe, a narrow phone, both lights."""

import pytest

from tests.factories.attachments import attached
from tests.factories.cards import VersionFactory
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory
from tests.factories.titles import drafted, office, titles_of
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_the_duty_are_sound_and_fit_their_screen(open_page, signed_in, size, dark):
    here, busy = office(code="titled"), OrganizationFactory(name="سازمان کوشا و پرکار کشور با نامی بلند")
    titles_of(busy, "یک عنوان")
    VersionFactory(service__owner=busy, stage="published")
    titles, found = drafted(here), a_round()
    attached(titles, by=here.author)
    row = titles.titles.first()
    pages = [
        f"/desk/titles/{titles.pk}/{tail}"
        for tail in ("", "add/", "attach/", "confirm/", "history/", f"rows/{row.pk}/")
    ]
    page = open_page("/", size=size, dark=dark)
    signed_in(page, here.author)
    wrong = {}

    for address in [
        "/duty/",
        "/duty/?sort=late",
        "/desk/duty/",
        f"/desk/duty/{found.pk}/history/",
        "/desk/titles/",
        *pages,
    ]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}


def test_on_a_phone_the_days_late_stand_beside_the_name_without_a_scroll(open_page):
    OrganizationFactory(name="سازمان کوشا و پرکار کشور با نامی بلند")
    a_round()

    page = open_page("/duty/", size="phone")

    days = page.locator(".duty-late td:first-of-type").first.bounding_box()
    assert days["x"] >= 0
    assert days["x"] + days["width"] <= 360

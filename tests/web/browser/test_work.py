"""Queues, search and steps for several cards in a real browser: axe, a narrow phone, both lights, no JavaScript."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.models import ServiceVersion
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def approver():
    owner = OrganizationFactory(name="سازمان کوشا و پرکار کشور با نامی بلند")
    approver = person("approver", owner)
    for number in range(3):
        VersionFactory(service__owner=owner, stage="submitted", card={"title": f"صدور گواهی شمارهٔ {number}"})
    VersionFactory(service__owner=owner, stage="submitted", created_by=approver, card={"title": "نوشتهٔ خودم"})
    return approver


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_the_work_are_sound_and_fit_their_screen(open_page, signed_in, approver, size, dark):
    page = open_page("/", size=size, dark=dark)
    signed_in(page, approver)
    chosen = "/desk/bulk/?queue=approve&all=1"
    wrong = {}

    for address in ["/desk/queues/", "/desk/search/?q=گواهی", "/desk/?queue=approve", chosen, f"{chosen}&act=return"]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}


def test_two_of_the_list_are_approved_without_javascript(open_page, signed_in, approver):
    page = open_page("/", java_script_enabled=False)
    signed_in(page, approver)
    page.goto("/desk/queues/")
    page.get_by_role("link", name="در انتظار تأیید").click()

    boxes = page.locator("input[name=v]")
    expect(boxes).to_have_count(3)
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="کار گروهی با برگزیده‌ها").click()
    page.get_by_role("link", name="تأیید از سوی دستگاه").click()
    expect(page.locator("main")).to_contain_text("برای ۲ شناسنامه این گام برداشته می‌شود")
    page.get_by_role("button", name="تأیید از سوی دستگاه").click()

    expect(page.locator("main")).to_contain_text("پایان یافت")
    assert ServiceVersion.objects.filter(stage="approved").count() == 2

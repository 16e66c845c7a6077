"""The desk of webhooks in a real browser: an address is added, its secret seen once, a ping asked for; sound in both
lights and on a phone."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.enums import LinkWhy
from khedmat.webhooks.models import EventAttempt, EventDelivery
from khedmat.webhooks.spreading import spread
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import person
from tests.factories.webhooks import subscribed
from tests.web.browser.test_duty import SIDEWAYS
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "https://hooks.example.ir/" + "a" * 300


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_webhooks_are_sound_and_fit_their_screen(open_page, signed_in, world, size, dark):
    agency = world.full.service.owner
    one = subscribed(agency, address=LONG).subscription
    VersionFactory(service__owner=agency, published=True)
    spread(at=NOW)
    EventAttempt.objects.create(
        delivery=EventDelivery.objects.get(), at=NOW, why=LinkWhy.SERVER, status=503, ms=1200, answer="x" * 300
    )
    page, wrong = open_page("/", size=size, dark=dark), {}
    signed_in(page, person("manager", agency))

    for address in ["/desk/webhooks/", "/desk/webhooks/new/", f"/desk/webhooks/{one.pk}/", "/api/"]:
        page.goto(address)
        for tries in page.locator("main details").all():
            tries.locator("summary").click()
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}


def test_an_address_is_added_its_secret_seen_once_and_a_ping_asked_for(open_page, signed_in, world):
    page = open_page("/", size="desk")
    signed_in(page, person("manager", world.full.service.owner))
    page.goto("/desk/webhooks/")

    page.get_by_role("link", name="افزودن نشانی").first.click()
    page.get_by_label("نشانی سرور دستگاه").fill("https://hooks.example.ir/khedmat")
    page.get_by_label("خدمت برچیده شد").uncheck()
    page.get_by_role("button", name="افزودن و ساختن راز").click()
    secret = page.get_by_label("راز", exact=True).input_value()
    page.get_by_role("link", name="آزمایش این نشانی").click()
    page.get_by_role("button", name="پیام آزمایشی").click()

    assert secret.startswith("whsec_")
    expect(page.get_by_text("پیام آزمایشی در صف است")).to_be_visible()
    assert secret not in page.content()

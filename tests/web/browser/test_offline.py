"""The last public pages stay readable when the line fails; nothing of the desk does."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
READY = """new Promise((go) => {
  if (navigator.serviceWorker.controller) go();
  else navigator.serviceWorker.oncontrollerchange = go;
})"""


@pytest.fixture
def reading(open_page):
    """A browser whose worker stands before its pages."""
    page = open_page("/", size="phone", troubled=True, service_workers="allow")
    page.evaluate(READY)
    return page


def cut(page):
    page.context.set_offline(True)


def test_a_page_that_was_read_is_read_again_without_a_line_and_says_when_it_was(reading, world):
    reading.goto(world.addresses[0])
    address = f"/services/{world.full.service.pk}/"
    reading.goto(address)
    title = reading.title()
    cut(reading)
    reading.goto(address)

    assert reading.title() == title
    expect(reading.locator(".from-device")).to_contain_text("اینترنت در دسترس نیست")
    assert reading.evaluate("document.fonts.check('1em Vazirmatn')")


def test_a_page_that_was_not_read_leads_to_those_that_were(reading, world):
    reading.goto(f"/services/{world.full.service.pk}/")
    cut(reading)
    reading.goto("/guide/")

    expect(reading.locator("#kept-pages li").first).to_contain_text(world.full.title[:20])
    reading.locator("#kept-pages a").first.click()
    expect(reading.locator("h1")).to_contain_text(world.full.title[:20])


def test_with_the_line_back_the_page_is_the_new_one(reading, world):
    address = f"/services/{world.full.service.pk}/"
    reading.goto(address)
    cut(reading)
    reading.goto(address)
    reading.context.set_offline(False)
    reading.goto(address)

    expect(reading.locator(".from-device")).to_have_count(0)


def test_nothing_of_the_desk_is_kept(reading, world, signed_in):
    signed_in(reading, world.author)
    reading.goto("/desk/")
    expect(reading.locator("main")).to_contain_text("پیش‌نویس نمونه")
    cut(reading)
    reading.goto("/desk/")

    expect(reading.locator("h1")).to_contain_text("در این مرورگر مانده است")
    expect(reading.locator("#kept-pages")).not_to_contain_text("میز")


def test_what_is_kept_can_be_forgotten(reading, world):
    reading.goto(f"/services/{world.full.service.pk}/")
    reading.goto("/offline/")
    reading.get_by_role("button", name="همه را از این مرورگر پاک کن").click()

    expect(reading.locator("#kept-pages")).to_contain_text("هنوز صفحه‌ای نمانده است")


def test_only_the_last_pages_are_kept(reading):
    for number in range(43):
        reading.goto(f"/services/?page={number}")
    kept = reading.evaluate("async () => (await (await caches.open('khedmat-pages')).keys()).length")

    assert kept == 40

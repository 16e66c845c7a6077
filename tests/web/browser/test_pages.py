"""Every kind of page in a real browser: axe, a narrow phone, no JavaScript, a keyboard, the weight over the wire."""

from functools import cache
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import expect

from khedmat.web.squeezing import QUALITY

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
FOUND = "axe.run().then(r => r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' | ')}`))"
BUDGET = 50_000
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def violations(page):
    page.evaluate(AXE + ";0")  # by the debugger: the policy of the pages admits no foreign script
    return page.evaluate(FOUND)


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_axe_finds_nothing_on_any_public_page(open_page, world, size, dark):
    page = open_page("/", size=size, dark=dark)
    found = {}
    for address in world.addresses:
        page.goto(address)
        found[address] = violations(page)

    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_at_the_desk(open_page, world, signed_in, dark):
    page = open_page("/", size="phone", dark=dark)
    signed_in(page, world.author)
    found = {}
    work = ("/desk/", "/desk/queues/", "/desk/?queue=edit", "/desk/search/?q=سازمان")
    for address in (*work, f"/desk/versions/{world.draft.pk}/", "/desk/components/", "/account/logout/"):
        page.goto(address)
        found[address] = violations(page)

    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_sticks_out_sideways(open_page, world, signed_in, width):
    page = open_page("/")
    page.set_viewport_size({"width": width, "height": 800})
    signed_in(page, world.author)
    wide = []
    desk = ["/desk/", "/desk/queues/", "/desk/search/?q=سازمان"]
    for address in [*world.addresses, *desk, f"/desk/versions/{world.draft.pk}/", "/desk/components/"]:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)

    assert wide == []


def test_filters_work_without_javascript(open_page, world):
    page = open_page("/services/", java_script_enabled=False)

    page.select_option("#id_level", "national")
    page.click("text=نشان بده")
    page.wait_for_url("**level=national**")

    expect(page.locator(".entry")).to_have_count(1)


def test_filters_change_the_list_and_the_address_at_once(open_page, world):
    page = open_page("/services/")

    page.select_option("#id_level", "national")
    page.wait_for_url("**level=national**")

    expect(page.locator(".entry")).to_have_count(1)


def test_the_first_stop_of_the_keyboard_leads_to_the_text(open_page, world):
    page = open_page("/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_a_card_is_reached_from_home_by_keyboard_alone(open_page, world):
    page = open_page("/")

    page.focus("#q")
    page.keyboard.type("كم گو")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    page.focus(".entry a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/*/?via=*")

    expect(page.locator("h1")).to_have_text("خدمت کم‌گو")


def test_an_author_signs_in_and_sends_a_draft_with_the_mouse(open_page, world):
    world.author.set_password("a-long-enough-secret")
    world.author.save(update_fields=["password"])
    page = open_page("/desk/")

    page.fill("[name=login]", world.author.username)
    page.fill("[name=password]", "a-long-enough-secret")
    page.click("main button")
    page.click("text=پیش‌نویس نمونه")
    page.click("text=فرستادن برای تأیید دستگاه")

    expect(page.locator("[role=status]")).to_contain_text("در انتظار تأیید دستگاه")


def test_pages_stay_within_their_weight(open_page, world):
    heavy = {address: weight(open_page("about:blank"), address) for address in world.addresses}

    assert {address: size for address, size in heavy.items() if not 20_000 < size <= BUDGET} == {}


def weight(page, address):
    """Bytes of a first visit, weighed when all has come: a body asked for meanwhile may come after the page is read."""
    came = []
    page.on("response", lambda response: came.append(response))
    page.goto(address, wait_until="networkidle")
    return sum(map(packed, came))


def packed(response):
    """As readers get it over HTTPS: files in Brotli by whitenoise, pages more quickly, a font as it is."""
    body = response.body()
    if response.url.endswith(".woff2"):
        return len(body)
    return packed_file(body) if "/static/" in response.url else len(brotli.compress(body, quality=QUALITY))


@cache
def packed_file(body):
    """Most pages bring the same files, and packing them well takes long."""
    return len(brotli.compress(body))

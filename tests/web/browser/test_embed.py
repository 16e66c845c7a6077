"""Embedded pages in a real browser: in the frame and in the page of another site, sound in both lights."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.factories.cards import VersionFactory, identified
from tests.factories.portal import looked, seen
from tests.web.browser.test_duty import SIDEWAYS
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def family(world, live_server, settings):
    """The full card of the world as a main service, with a sub-service."""
    settings.SITE_URL = live_server.url
    identified(world.full.service, "13041861000")
    sub = VersionFactory(service__owner=world.full.service.owner, published=True, card={"title": "زیرخدمت نمونه"})
    identified(sub.service, "12031861100")
    return world


@pytest.fixture
def other_site():
    """`other_site(html)`: the address of a page of another origin, which says this."""
    pages = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages["/"].encode() if self.path == "/" else b"")

        def log_message(self, *said):
            """Nothing on the screen."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()

        def says(html):
            pages["/"] = f"<!doctype html><html lang=fa dir=rtl><title>x</title><main><h1>x</h1>{html}</main>"
            return f"http://localhost:{server.server_port}/"

        yield says
        server.shutdown()
        thread.join()


def element(live_server, agency):
    script = f'<script type="module" src="{live_server.url}/embed/khedmat.js"></script>'
    return f'{script}<khedmat-services agency="{agency}"><a href="/list">فهرست</a></khedmat-services>'


def test_the_element_brings_the_list_into_a_page_of_another_site(open_page, family, other_site, live_server):
    page = open_page(other_site(element(live_server, "sample")))

    expect(page.get_by_role("heading", name="خدمت‌های سازمان نمونه")).to_be_visible()
    expect(page.get_by_text("زیرخدمت نمونه")).to_be_hidden()
    page.get_by_text("۱ زیرخدمت").click()
    expect(page.get_by_text("زیرخدمت نمونه")).to_be_visible()
    styled = (
        "getComputedStyle(document.querySelector('khedmat-services').shadowRoot.querySelector('.khedmat')).direction"
    )
    assert page.evaluate(styled) == "rtl"
    assert violations(page) == []


def test_the_link_inside_stays_where_the_list_cannot_be_brought(open_page, family, other_site, live_server):
    page = open_page("about:blank", troubled=True)
    page.route("**/list.html", lambda route: route.abort())
    page.goto(other_site(element(live_server, "sample")))

    expect(page.get_by_role("link", name="فهرست")).to_be_visible()
    assert page.evaluate("document.querySelector('khedmat-services').shadowRoot") is None


def test_the_list_and_the_short_page_open_in_the_frame_of_another_site(open_page, family, other_site, live_server):
    frame = f'<iframe src="{live_server.url}/embed/agency/sample/" title="x" width="600" height="600"></iframe>'
    page = open_page(other_site(frame), java_script_enabled=False)

    inside = page.frame_locator("iframe")
    inside.get_by_text("۱ زیرخدمت").click()
    inside.get_by_role("link", name="زیرخدمت نمونه").click()
    expect(inside.get_by_role("heading", name="زیرخدمت نمونه", level=1)).to_be_visible()
    inside.get_by_role("link", name="خدمت‌های سازمان نمونه").click()
    expect(inside.get_by_text("۱ زیرخدمت")).to_be_visible()


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_embedding_are_sound_and_fit_their_screen(open_page, signed_in, family, size, dark):
    agency = family.full.service.owner
    rows = [seen(family.full, "numbered", is_titled=False), seen(family.bare, "missing")]
    looked(agency, *rows, strangers=["13011999000"])
    page, wrong = open_page("/", size=size, dark=dark), {}
    signed_in(page, family.author)
    public = ["/embed/", "/embed/?agency=sample", "/embed/agency/sample/", "/embed/service/13041861000/"]

    for address in [*public, "/agencies/sample/portal/", "/desk/portals/", "/desk/portals/sample/"]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}

"""Debian's chromium over the pages, with the three published cards and the draft that the tests look at."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, Page, expect, sync_playwright

from khedmat.cards.models import ServiceVersion
from khedmat.registers.models import Audience
from khedmat.registers.models.entry import said_of
from tests.factories import forms
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory, person

PATIENCE = 60_000  # ms on a slow machine
expect.set_options(timeout=PATIENCE)  # longer patience costs nothing where what must come comes at once
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1440, "height": 900}}
LONG = "تهیه و تدوین سند جامع تدبیر توسعهٔ استان بر پایهٔ روش برنامه‌ریزی هسته‌های خط‌دهنده با مشارکت همهٔ ذی‌نفعان"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file, and ended with it: as long as it lives its event loop runs, and no other test may run one."""
    if not Path(CHROMIUM).exists():
        assert os.environ.get("CI") != "true", "chromium is missing: apt-get install chromium"
        pytest.skip("chromium is missing: apt-get install chromium")
    # Playwright keeps an event loop in this thread, which Django takes for an asynchronous caller.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def world(transactional_db: Any) -> SimpleNamespace:
    """A full card with permits, one that says little, and a draft with findings."""
    owner = OrganizationFactory(name="سازمان نمونه", code="sample")
    full = VersionFactory(
        published=True,
        service__owner=owner,
        document=forms.document(forms.card(title=LONG), permits=forms.PERMITS, inquiries=forms.INQUIRIES),
    )
    bare = VersionFactory(
        published=True,
        service__owner=owner,
        document=forms.document(
            forms.form.Card(title="خدمت کم‌گو"), undecided=["cost.free", "stages.request.electronic"]
        ),
    )
    Audience.objects.create(code="people", service_type="G2C", **said_of("مردم", []))  # ships: no steward, no centre
    author = person("author", owner)
    draft = VersionFactory(service__owner=owner, created_by=author, card={"title": "پیش‌نویس نمونه"})
    FindingFactory(version=draft, field="card.audience")
    FindingFactory(version=draft, field="card.cost", severity="A", rule="M01")
    return SimpleNamespace(full=full, bare=bare, draft=draft, author=author, addresses=_addresses(full, bare))


def _addresses(full: ServiceVersion, bare: ServiceVersion) -> list[str]:
    one, other = f"/services/{full.service.pk}/", f"/services/{bare.service.pk}/"
    lists = [
        "/",
        "/services/",
        "/services/?level=urban",
        "/search/?q=تدبیر",
        "/search/?q=زرافهٔ آبی",
        "/agencies/",
        "/agencies/?q=نمونه&all=1",
    ]
    pages = ["/agencies/sample/", "/permits/", "/guide/", "/api/", "/account/login/", "/nowhere/"]
    found = ["/finder/", "/finder/?who=any&want=any", "/finder/?who=any&want=any&what=any&where=any"]
    ways = [
        *found,
        "/statistics/",
        "/open-data/",
        "/codes/",
        "/id/families/",
        "/accessibility/",
        "/privacy/",
        "/offline/",
        "/insight/documents/",
        "/insight/electronic/",
        "/events/",
        "/events/certificates/",
        "/audiences/",
        "/audiences/people/",
    ]
    return [
        *lists,
        *ways,
        one,
        f"{one}card/",
        f"{one}conformance/",
        other,
        f"{other}card/",
        f"{one}versions/1/",
        *pages,
    ]


@pytest.fixture
def at_rest(transactional_db: Any) -> Iterator[None]:
    """Ends when the server has answered all: what it still writes would lock horns with the emptying of the tables."""
    running: list[bool] = []

    def begun(**_: Any) -> None:
        running.append(True)

    def ended(**_: Any) -> None:
        del running[-1:]

    request_started.connect(begun)
    request_finished.connect(ended)
    yield
    patience = time.monotonic() + 5
    time.sleep(0.05)  # a request may be on its way
    while running and time.monotonic() < patience:
        time.sleep(0.02)
    request_started.disconnect(begun)
    request_finished.disconnect(ended)


@pytest.fixture
def open_page(browser: Browser, live_server: Any, at_rest: None, world: SimpleNamespace) -> Iterator[Any]:
    """`open_page("/", size="phone", dark=True)`: a page, which fails the test when its console complains.

    `troubled`: requests that fail are what the test is about; scripts that fail are not.
    """
    contexts, complaints, troubles = [], [], ["404"]

    def opened(address: str, *, size: str = "desk", dark: bool = False, troubled: bool = False, **more: Any) -> Page:
        scheme = "dark" if dark else "light"
        context = browser.new_context(
            viewport=SIZES[size],
            color_scheme=scheme,
            locale="fa-IR",
            base_url=live_server.url,
            bypass_csp=False,
            **{"service_workers": "block", **more},  # it would ask for pages on its own after a test has ended
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        troubles.extend(["Failed to load resource"] if troubled else [])
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [text for text in complaints if not any(trouble in text for trouble in troubles)] == []


@pytest.fixture
def signed_in(open_page: Any, client_for: Any, live_server: Any) -> Any:
    """`signed_in(page, user)`: the browser of this page becomes this person's."""

    def sign(page: Page, user: Any) -> None:
        cookie = client_for(user).cookies["sessionid"]
        page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])

    return sign


@pytest.fixture
def office(transactional_db: Any) -> SimpleNamespace:
    """Two authors of an agency and a draft that says little."""
    owner = OrganizationFactory(name="سازمان نمونهٔ دیگر")
    author, colleague = person("author", owner), person("author", owner)
    document = forms.document(forms.form.Card(title="صدور پروانه", executive_agency="سازمان نمونه"))
    draft = VersionFactory(service__owner=owner, created_by=author, document=document)
    return SimpleNamespace(owner=owner, author=author, colleague=colleague, draft=draft)


@pytest.fixture
def edit(open_page: Any, signed_in: Any, office: SimpleNamespace) -> Any:
    """`edit("specification", by=…)`: that page of the draft in a browser of its own."""

    def opened(section: str, *, by: Any = None, **more: Any) -> Page:
        page = open_page("about:blank", **more)
        signed_in(page, by or office.author)
        page.goto(f"/desk/versions/{office.draft.pk}/edit/{section}/")
        return page

    return opened

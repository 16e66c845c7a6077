"""The pages of IDs: axe, a narrow phone, light and dark, and giving one without JavaScript."""

from types import SimpleNamespace

import pytest

from tests.factories.cards import VersionFactory, identified
from tests.factories.people import centre, person
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def family(world):
    """A main service with a sub-service, and one that waits for its ID."""
    main = identified(world.full.service, "13031466000")
    identified(world.bare.service, "15031466100")
    waiting = VersionFactory(service__owner=main.owner, stage="approved", card={"title": "واگذاری انشعاب گاز"})
    give = f"/desk/services/{waiting.service.pk}/give-id/"
    public = ["/id/", "/id/?q=1303146600", f"/services/{main.pk}/id/", f"/services/{main.pk}/"]
    desk = [give, f"{give}?function=1303&parent=1303146600", f"{give}?function=1303&parent="]
    pages = [*public, *desk, f"/desk/versions/{waiting.pk}/"]
    return SimpleNamespace(give=give, waiting=waiting, pages=pages, reviewer=person("reviewer", centre()))


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_axe_finds_nothing_and_nothing_sticks_out_on_any_page_of_ids(open_page, signed_in, family, size, dark):
    page = open_page("about:blank", size=size, dark=dark)
    signed_in(page, family.reviewer)
    found = {}
    for address in family.pages:
        page.goto(address)
        is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[address] = [*violations(page), *(["wide"] if is_wide else [])]

    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_an_id_is_chosen_shown_and_given_by_the_keyboard_alone(open_page, signed_in, family):
    page = open_page("about:blank", java_script_enabled=False)
    signed_in(page, family.reviewer)
    page.goto(family.give)
    page.focus("[name=function][value='1303']")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**function=1303**")
    page.focus("text=همین شناسه را بده")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/desk/versions/{family.waiting.pk}/")

    family.waiting.service.refresh_from_db()
    assert family.waiting.service.code == "13031467000"

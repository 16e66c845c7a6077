"""The search by the keyboard alone, and its results on a phone and a desk, light and dark."""

import pytest
from playwright.sync_api import expect

from khedmat.search import living
from khedmat.search.keeping import rebuild
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def indexed(world, tmp_path, settings):
    settings.KHEDMAT_DATA = tmp_path
    rebuild(living.folder(), at=1.0)
    return world


def test_what_is_suggested_is_chosen_and_left_by_the_keyboard(open_page, indexed):
    page = open_page("/search/", size="phone")
    box = page.get_by_role("combobox")
    options = page.get_by_role("option")

    box.press_sequentially("کم")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []

    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(options.first).to_be_hidden()

    box.press_sequentially("‌گو")
    expect(options.first).to_be_visible()
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url(f"**/services/{indexed.bare.service.pk}/")


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_axe_finds_nothing_and_nothing_sticks_out_among_the_results(open_page, indexed, size, dark):
    page = open_page("/search/?q=تدبیر&type=G2C", size=size, dark=dark)

    assert violations(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")

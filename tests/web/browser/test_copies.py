"""Pages of provincial copies in a real browser: axe, a narrow phone, both lights."""

import pytest

from khedmat.cards import checking
from tests.factories.copies import copy_of, national, new_template, province
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_copies_are_sound_and_fit_their_screen(open_page, signed_in, monkeypatch, size, dark):
    monkeypatch.setattr(checking, "check", lambda document: [])
    here = national()
    copy_of(here, "published", at_office=province(here.owner, "سیستان و بلوچستان", "11"))
    copy = copy_of(here)
    new_template(here, visits={"count": 5}, average_duration={"value": 9, "unit": "day"})
    desk, public = f"/desk/copies/{copy.pk}/", f"/services/{here.service.pk}/"
    boxes = [f"{desk}boxes/{name}/" for name in ("cost", "stages.request", "documents", "average_duration")]
    maps = [f"{public}provinces/", f"{public}provinces/?map=visits&sort=cost", "/provinces/"]
    page = open_page("/", size=size, dark=dark)
    signed_in(page, here.kerman.author)
    wrong = {}

    for address in [
        "/desk/copies/",
        "/desk/copies/new/",
        desk,
        f"{desk}compare/",
        f"{desk}history/",
        *boxes,
        public,
        f"{public}in/11/",
        f"{public}in/11/versions/1/",
        f"{public}versions/2/changes/",
        *maps,
    ]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}


@pytest.mark.parametrize(("size", "shown"), [("phone", "narrow"), ("desk", "wide")])
def test_names_on_the_map_can_be_read_on_any_screen_and_stay_in_their_tiles(open_page, monkeypatch, size, shown):
    monkeypatch.setattr(checking, "check", lambda document: [])
    here = national()
    copy_of(here, "published", at_office=province(here.owner, "کهگیلویه و بویراحمد", "17"))

    page = open_page(f"/services/{here.service.pk}/provinces/", size=size)

    tiles = page.locator(".tile-map:visible .tile")
    drawn = tiles.evaluate_all(
        "all => all.map(tile => ({"
        "  letters: parseFloat(getComputedStyle(tile.querySelector('text')).fontSize) * tile.getScreenCTM().a,"
        "  over: tile.querySelector('text').getBBox().width - tile.querySelector('rect').getBBox().width}))"
    )
    assert page.locator(f".tile-map-{shown}").is_visible()
    assert len(drawn) == 31
    assert min(tile["letters"] for tile in drawn) >= 11
    assert max(tile["over"] for tile in drawn) < 0

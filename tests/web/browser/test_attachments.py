"""Attachments in a real browser: axe, a narrow phone, both lights."""

import pytest

from khedmat.cards.reviewing import Words, remark
from tests.factories.attachments import a_picture, attached, given
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import centre, person
from tests.factories.titles import office
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_with_attachments_are_sound_and_fit_their_screen(open_page, signed_in, size, dark):
    here, reviewer = office(code="attached"), person("reviewer", centre())
    version = VersionFactory(service=ServiceFactory(owner=here.agency), stage="approved")
    said = remark(version, Words("card.title", "ask", "نامه را ببینید"), by=reviewer, at=NOW)
    drawn = given(data=a_picture(), kind="diagram", name="a-long-name-without-any-space-" * 5 + ".png")
    made = attached(version, by=here.author, **drawn._asdict() | {"media_type": "image/png"})
    attached(version, by=reviewer, remark=said, kind="letter")
    page = open_page("/", size=size, dark=dark)
    signed_in(page, here.author)
    desk, wrong = f"/desk/versions/{version.pk}/", {}

    for address in [
        desk,
        f"{desk}attach/",
        f"{desk}review/",
        f"{desk}history/",
        f"{desk}changes/",
        f"/desk/attachments/{made.pk}/take-away/",
    ]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    page.goto(desk)
    picture = page.locator(".attachment-picture")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("img => img.decode().then(() => img.naturalWidth)") == 400
    assert {address: found for address, found in wrong.items() if found} == {}

"""Every page of the editor: axe, a narrow phone, light and dark, and its weight over the wire."""

import pytest

from khedmat.cards.actions import create_draft
from khedmat.web.desk.editor.sections import SECTIONS
from tests.factories import forms
from tests.factories.cards import NOW
from tests.web.browser.test_pages import violations, weight

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BUDGET = 80_000
SLUGS = [section.slug for section in SECTIONS]
TITLE = "[name='card.title']"


@pytest.fixture
def full(office):
    """A draft with something in every box and with findings."""
    document = forms.document(forms.card(), permits=forms.PERMITS, inquiries=forms.INQUIRIES)
    return create_draft(document, owner=office.owner, by=office.author, at=NOW)


def pages(*versions):
    return [f"/desk/versions/{version.pk}/edit/{slug}/" for version in versions for slug in SLUGS]


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_axe_finds_nothing_on_any_page_of_the_editor(open_page, signed_in, office, full, size, dark):
    page = open_page("about:blank", size=size, dark=dark)
    signed_in(page, office.author)
    found = {}
    for address in pages(full):
        page.goto(address)
        found[address] = violations(page)

    assert {address: wrong for address, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("width", [320, 360, 1440])
def test_no_page_of_the_editor_sticks_out_sideways(open_page, signed_in, office, full, width):
    page = open_page("about:blank")
    page.set_viewport_size({"width": width, "height": 800})
    signed_in(page, office.author)
    wide = []
    for address in pages(full, office.draft):
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)

    assert wide == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_where_two_texts_or_a_lost_session_are_told(edit, office, dark):
    page = edit("identity", size="phone", dark=dark, troubled=True, java_script_enabled=True)
    other = edit("identity", by=office.colleague, java_script_enabled=False)
    other.fill(TITLE, "نوشتهٔ همکار")
    other.click(".editor-foot [value=stay]")
    page.fill(TITLE, "نوشتهٔ من")
    page.click(".editor-foot [value=stay]")
    page.wait_for_selector("#settling")
    conflict = violations(page)
    page.context.clear_cookies()
    page.locator("#settling [type=radio]").first.check()
    page.click("#settling button")
    page.wait_for_selector("text=نوشتهٔ شما نگه داشته شد")

    assert conflict == []
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_first_page_of_the_editor_stays_within_its_weight(open_page, signed_in, office, full):
    heavy = {}
    for address in pages(full):
        page = open_page("about:blank")
        signed_in(page, office.author)
        heavy[address] = weight(page, address)

    assert {address: size for address, size in heavy.items() if not 0 < size <= BUDGET} == {}

"""Examining a card in a browser: axe, a narrow phone, light and dark, by the keyboard and without JavaScript."""

from types import SimpleNamespace

import pytest

from khedmat.cards.reviewing import Words, remark
from khedmat.cards.threads import threads_of
from tests.factories.cards import NOW, FindingFactory, VersionFactory
from tests.factories.people import centre, person
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def examined(office):
    """A version with an open suggestion, a box that is fine and one that was asked about; and the draft after it."""
    reviewer, author = person("reviewer", centre()), office.author
    version = VersionFactory(service__owner=office.owner, stage="approved", card={"title": "صدور پروانهٔ چاه"})
    FindingFactory(version=version, field="card.audience")
    for words in (
        Words("card.title", "suggest", "کوتاه‌تر", "صدور پروانه"),
        Words("card.cost", "ask", "رایگان است؟"),
        Words("card.audience", "accept"),
    ):
        remark(version, words, by=reviewer, at=NOW)
    remark(version, Words("card.cost", "answer", "خیر."), by=author, at=NOW)
    draft = VersionFactory(service=version.service, created_by=author)
    return SimpleNamespace(version=version, draft=draft, reviewer=reviewer, author=author)


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_axe_finds_nothing_and_nothing_sticks_out(open_page, signed_in, examined, size, dark):
    found = {}
    for user, address in (
        (examined.reviewer, f"/desk/versions/{examined.version.pk}/review/"),
        (examined.author, f"/desk/versions/{examined.version.pk}/review/"),
        (examined.author, f"/desk/versions/{examined.draft.pk}/edit/identity/"),
    ):
        page = open_page("about:blank", size=size, dark=dark)
        signed_in(page, user)
        page.goto(address)
        page.eval_on_selector_all(".review-form details", "all => all.forEach(one => one.open = true)")
        is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[user.pk, address] = [*violations(page), *(["wide"] if is_wide else [])]

    assert {key: wrong for key, wrong in found.items() if wrong} == {}


def test_boxes_are_found_fine_one_after_the_other_by_the_keyboard_without_javascript(open_page, signed_in, examined):
    page = open_page("about:blank", java_script_enabled=False)
    signed_in(page, examined.reviewer)
    page.goto(f"/desk/versions/{examined.version.pk}/review/")
    page.focus("[id='box-card.service_id'] [value=accept]")
    page.keyboard.press("Enter")
    page.wait_for_url("**#box-card.executive_agency")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#box-card.parent_agency")

    seen = [path for path, thread in threads_of(examined.version).items() if thread.is_seen and not thread.is_open]
    assert set(seen) == {"card.audience", "card.service_id", "card.executive_agency"}

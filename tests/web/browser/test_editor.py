"""The editor as one types: it saves itself, tells what is amiss beside the field, and keeps the place of the person."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.models import ServiceVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE, AGENCY = "[name='card.title']", "[name='card.executive_agency']"
SAVED = "ذخیره شد"


def kept(draft):
    return ServiceVersion.objects.get(pk=draft.pk).card


def saved(page):
    expect(page.locator("#kept")).to_contain_text(SAVED)


def unsent(page):
    """What this device keeps for later."""
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('khedmat-kept:')).length")


def test_what_is_typed_is_saved_without_a_button_and_is_there_after_a_reload(edit, office):
    page = edit("identity")

    page.fill(TITLE, "صدور پروانهٔ چاه")
    saved(page)
    page.reload()

    assert page.input_value(TITLE) == "صدور پروانهٔ چاه"
    assert kept(office.draft).title == "صدور پروانهٔ چاه"


def test_one_saving_serves_many_keystrokes_and_the_device_keeps_nothing_after_it(edit, office):
    page = edit("identity")

    page.locator(TITLE).press_sequentially(" چاه عمیق", delay=30)
    assert unsent(page) == 1
    saved(page)

    assert office.draft.edits.count() == 1
    assert unsent(page) == 0


def test_a_finding_comes_beside_the_field_as_one_types_and_goes_when_mended(edit):
    page = edit("specification")
    told = page.locator("#told-audience")

    page.fill("[name='card.description']", "پروانه به متقاضی داده می‌شود.")
    expect(told.locator("p")).not_to_have_count(0)
    page.fill("[name='card.audience']", "دارندگان چاه کشاورزی")

    expect(told.locator("p")).to_have_count(0)


def test_a_value_that_cannot_be_kept_is_told_beside_its_box_and_waits_on_this_device(edit, office):
    page = edit("details")

    page.fill("[name='card.recipients.count']", "چند تا")
    expect(page.locator("#told-recipients .field-error")).to_contain_text("عدد نیست")
    page.reload()

    expect(page.locator("#restored")).to_be_visible()
    assert page.input_value("[name='card.recipients.count']") == "چند تا"
    page.fill("[name='card.recipients.count']", "۱۲۰")
    saved(page)
    assert kept(office.draft).recipients.count == 120


def test_the_caret_stays_where_it_was(edit):
    page = edit("identity")

    page.focus(TITLE)
    page.keyboard.press("Home")
    page.keyboard.type("نو ")
    saved(page)
    page.keyboard.type("ین ")

    assert page.input_value(TITLE) == "نو ین صدور پروانه"


def test_ctrl_s_saves_at_once(edit, office):
    page = edit("identity")

    page.fill(TITLE, "با کلید")
    page.keyboard.press("Control+s")
    saved(page)

    assert kept(office.draft).title == "با کلید"


def test_a_button_saves_and_leads_on(edit, office):
    page = edit("identity")

    page.fill(TITLE, "با دکمه")
    page.click("button[name=go][value=next]")
    page.wait_for_url("**/edit/specification/")

    assert kept(office.draft).title == "با دکمه"
    assert unsent(page) == 0


def test_a_button_leads_on_where_nothing_was_typed(edit):
    page = edit("identity")

    page.click("button[name=go][value=next]")

    page.wait_for_url("**/edit/specification/")


def test_who_goes_away_before_the_saving_loses_nothing_and_comes_back_to_it(edit, office):
    page = edit("identity")

    page.fill(TITLE, "پیش از ذخیره رفت")
    page.click(".crumbs a >> nth=0")
    page.wait_for_url("**/desk/")
    page.go_back()

    expect(page.locator(TITLE)).to_have_value("پیش از ذخیره رفت")
    expect(page.locator("#kept")).not_to_contain_text("بی‌شبکه")


def test_typing_after_the_back_button_is_no_conflict_with_oneself(edit, office):
    page = edit("identity", troubled=True)  # a refused saving that settles itself may come between
    page.fill(TITLE, "یک")
    page.click(".crumbs a >> nth=0")
    page.wait_for_url("**/desk/")
    page.go_back()

    page.fill(TITLE, "دو")
    saved(page)

    assert kept(office.draft).title == "دو"

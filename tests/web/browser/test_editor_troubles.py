"""The editor without network, without a session, with a server that fails, and with somebody else at work."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.actions import submit
from khedmat.cards.models import ServiceVersion
from tests.factories.cards import NOW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE, LOCAL = "[name='card.title']", "[name='card.local_id']"
SAVED, OFFLINE = "ذخیره شد", "بی‌شبکه"
SECRET = "a-long-enough-secret"


def kept(draft):
    return ServiceVersion.objects.get(pk=draft.pk).card


def says(page, words):
    expect(page.locator("#kept")).to_contain_text(words)


def test_without_network_typing_goes_on_and_is_sent_when_it_is_back(edit, office):
    page = edit("identity", troubled=True)

    page.context.set_offline(True)
    page.fill(TITLE, "بی شبکه نوشته شد")
    says(page, OFFLINE)
    page.context.set_offline(False)
    says(page, SAVED)

    assert kept(office.draft).title == "بی شبکه نوشته شد"


def test_what_was_typed_without_network_outlives_a_reload_and_is_sent(edit, office):
    page = edit("identity", troubled=True)
    page.route(
        "**/edit/identity/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.fill(TITLE, "پیش از بستن برگه")
    says(page, OFFLINE)
    page.unroute("**/edit/identity/")

    page.reload()

    expect(page.locator("#restored")).to_be_visible()
    assert page.input_value(TITLE) == "پیش از بستن برگه"
    says(page, SAVED)
    assert kept(office.draft).title == "پیش از بستن برگه"


def test_without_network_a_button_leaves_nobody_on_a_page_of_the_browser(edit, office):
    page = edit("identity", troubled=True)

    page.context.set_offline(True)
    page.fill(TITLE, "دکمه بی شبکه")
    page.click("button[name=go][value=next]")
    says(page, OFFLINE)

    assert page.url.endswith("/edit/identity/")
    assert page.input_value(TITLE) == "دکمه بی شبکه"


def test_a_server_that_is_away_for_a_moment_is_asked_again(edit, office):
    page = edit("identity", troubled=True)
    fails = iter([500, 503])

    def stumble(route):
        status = next(fails, None) if route.request.method == "POST" else None
        route.fulfill(status=status, body="") if status else route.continue_()

    page.route("**/edit/identity/", stumble)
    page.fill(TITLE, "پس از دو خطا")
    says(page, SAVED)

    assert kept(office.draft).title == "پس از دو خطا"


def test_an_answer_that_got_lost_makes_no_conflict_with_oneself(edit, office):
    page = edit("identity", troubled=True)
    lost = iter([True])

    def swallow(route):
        if route.request.method == "POST" and next(lost, False):
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/edit/identity/", swallow)
    page.fill(TITLE, "رسید و پاسخش گم شد")
    says(page, OFFLINE)
    page.fill(TITLE, "و پس از آن")
    says(page, SAVED)

    expect(page.locator("#trouble")).to_be_hidden()
    assert kept(office.draft).title == "و پس از آن"


def test_a_lost_session_is_told_and_the_text_is_sent_after_signing_in_elsewhere(edit, office):
    office.author.set_password(SECRET)
    office.author.save(update_fields=["password"])
    page = edit("identity", troubled=True)

    page.context.clear_cookies()
    page.fill(TITLE, "پس از پایان نشست")
    expect(page.locator("#lost")).to_be_visible()
    with page.context.expect_page() as opened:
        page.click("#lost a")
    other = opened.value
    other.fill("[name=login]", office.author.username)
    other.fill("[name=password]", SECRET)
    other.click("main button[type=submit]")
    other.wait_for_url("**/desk/**")
    page.bring_to_front()

    says(page, SAVED)
    expect(page.locator("#lost")).to_be_hidden()
    assert kept(office.draft).title == "پس از پایان نشست"


def test_who_signs_in_as_somebody_else_does_not_write_in_my_name(edit, office, signed_in):
    page = edit("identity", troubled=True)

    page.context.clear_cookies()
    signed_in(page, office.colleague)
    page.fill(TITLE, "به قلم من")
    expect(page.locator("#stranger")).to_be_visible()

    assert kept(office.draft).title == "صدور پروانه"
    assert page.input_value(TITLE) == "به قلم من"


def test_what_one_person_typed_is_not_shown_to_the_next_one_on_the_same_machine(edit, office, signed_in):
    page = edit("identity", troubled=True)
    page.route(
        "**/edit/identity/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.fill(TITLE, "راز من")
    says(page, OFFLINE)
    page.unroute("**/edit/identity/")

    signed_in(page, office.colleague)
    page.goto(page.url)
    theirs = page.input_value(TITLE)
    signed_in(page, office.author)
    page.goto(page.url)

    assert theirs == "صدور پروانه"
    expect(page.locator(TITLE)).to_have_value("راز من")


def test_two_people_in_two_boxes_notice_nothing(edit, office):
    mine, theirs = edit("identity"), edit("identity", by=office.colleague)

    theirs.fill(TITLE, "عنوان همکار")
    says(theirs, SAVED)
    mine.fill("[name='card.parent_agency']", "وزارت نمونه")
    says(mine, SAVED)

    card = kept(office.draft)
    assert (card.title, card.parent_agency) == ("عنوان همکار", "وزارت نمونه")


@pytest.mark.parametrize(("choice", "title"), [(0, "نوشتهٔ من"), (1, "نوشتهٔ همکار")])
def test_two_tabs_in_one_box_are_asked_which_shall_stand(edit, office, choice, title):
    mine, theirs = edit("identity", troubled=True), edit("identity", by=office.colleague)
    theirs.fill(TITLE, "نوشتهٔ همکار")
    says(theirs, SAVED)

    mine.fill(TITLE, "نوشتهٔ من")
    expect(mine.locator("#trouble")).to_contain_text("هم‌زمان")
    mine.click(".editor-foot button[value=stay]")
    mine.wait_for_selector("#settling")
    mine.locator("#settling [type=radio]").nth(choice).check()
    mine.click("#settling button[type=submit]")
    mine.wait_for_selector("#editor")

    assert kept(office.draft).title == title
    assert mine.input_value(TITLE) == title
    assert mine.evaluate("Object.keys(localStorage).length") == 0


def test_a_conflict_that_nobody_settled_is_still_there_after_a_reload(edit, office):
    mine, theirs = edit("identity", troubled=True), edit("identity", by=office.colleague)
    theirs.fill(TITLE, "نوشتهٔ همکار")
    says(theirs, SAVED)
    mine.fill(TITLE, "نوشتهٔ من")
    expect(mine.locator("#trouble")).to_contain_text("هم‌زمان")

    mine.reload()

    expect(mine.locator("#trouble")).to_contain_text("هم‌زمان")
    assert mine.input_value(TITLE) == "نوشتهٔ من"
    assert kept(office.draft).title == "نوشتهٔ همکار"


def test_a_draft_that_is_sent_meanwhile_stops_the_saving_and_keeps_the_text(edit, office):
    page = edit("identity", troubled=True)
    version = ServiceVersion.objects.get(pk=office.draft.pk)
    version.findings.all().delete()
    submit(version, by=office.author, at=NOW)

    page.fill(TITLE, "دیر رسید")

    expect(page.locator("#trouble")).to_contain_text("دیگر پیش‌نویسی نیست")
    assert page.input_value(TITLE) == "دیر رسید"
    page.click(".editor-foot button[value=stay]")
    expect(page.locator("main")).to_contain_text("نوشتهٔ شما نگه داشته شد")
    assert "دیر رسید" in page.content()


def test_a_row_that_another_tab_took_away_is_a_conflict_and_no_wrong_row(edit, office):
    first = edit("systems", troubled=True)
    first.fill("[name='card.internal_systems-0-system']", "یک")
    first.click("button[name=add]")
    first.fill("[name='card.internal_systems-1-system']", "دو")
    says(first, SAVED)
    second = edit("systems", by=office.colleague)
    second.click("button[name=drop] >> nth=0")
    says(second, SAVED)

    first.fill("[name='card.internal_systems-1-fields']", "تاریخ")

    expect(first.locator("#trouble")).to_contain_text("هم‌زمان")
    assert [row.system for row in kept(office.draft).internal_systems] == ["دو"]

"""What people come for, by keyboard, on a phone, without JavaScript, with the back button and in two tabs."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.enums import Stage
from khedmat.permits.actions import create_list
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import UserFactory, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEND = "text=فرستادن برای تأیید دستگاه"


def focused(page, script):
    return page.evaluate(f"(at => {script})(document.activeElement)")


def tab_to(page, goal, *, most=60):
    """Presses Tab until the focus is on what the selector names; the path that a keyboard has to take."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("goal => document.activeElement.matches(goal)", goal):
            return
    raise AssertionError(f"the keyboard does not reach {goal}")


@pytest.fixture
def desk(open_page, world, signed_in):
    """The author at the page of the draft."""
    page = open_page("/", java_script_enabled=False)
    signed_in(page, world.author)
    page.goto(f"/desk/versions/{world.draft.pk}/")
    return page


def test_on_a_phone_the_list_comes_before_the_filters_are_opened(open_page, world):
    page = open_page("/services/", size="phone")

    assert page.locator(".entry").first.bounding_box()["y"] < 740
    assert not page.locator("#id_level").is_visible()


def test_on_a_phone_the_filters_open_and_work_by_keyboard_and_without_javascript(open_page, world):
    page = open_page("/services/", size="phone", java_script_enabled=False)

    page.focus(".filters summary")
    page.keyboard.press("Enter")
    page.select_option("#id_level", "national")
    page.focus(".filters .button")
    page.keyboard.press("Enter")
    page.wait_for_url("**level=national**")

    expect(page.locator(".entry")).to_have_count(1)
    expect(page.locator(".filters summary")).to_contain_text("۱ در کار")


def test_on_a_wide_screen_the_filters_stand_open_and_their_summary_is_away(open_page, world):
    page = open_page("/services/")

    assert page.locator("#id_level").is_visible()
    assert not page.locator(".filters summary").is_visible()


def test_a_chip_takes_its_filter_away(open_page, world):
    page = open_page("/services/?level=national&type=G2C")

    page.click(".chips a >> nth=0")
    page.wait_for_url("**level=national**")

    assert "type=" not in page.url
    expect(page.locator(".chips a")).to_have_count(1)


def test_the_back_button_undoes_a_filter(open_page, world):
    page = open_page("/services/")
    page.select_option("#id_level", "national")
    page.wait_for_url("**level=national**")

    page.go_back()
    page.wait_for_function("document.querySelectorAll('.entry').length === 2")

    assert "level=national" not in page.url


def test_back_from_a_card_leads_to_the_same_list(open_page, world):
    page = open_page("/services/?level=national")

    page.click(".entry a")
    page.wait_for_url("**/services/*/")
    page.go_back()

    expect(page.locator(".entry")).to_have_count(1)
    assert page.locator("#id_level").input_value() == "national"


def test_from_home_to_the_printed_card_by_keyboard_alone(open_page, world):
    page = open_page("/", java_script_enabled=False)

    tab_to(page, ".two .door[href='/services/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/")
    tab_to(page, ".entry a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/*/")
    tab_to(page, "a.button-plain[href$='/card/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/card/")

    expect(page.locator("#s10")).to_have_count(1)


def test_what_has_the_focus_is_seen(open_page, world):
    page = open_page("/services/")

    for _ in range(12):
        page.keyboard.press("Tab")
        assert focused(page, "getComputedStyle(at).outlineStyle") == "solid"


def test_an_example_of_home_leads_to_something(open_page, world):
    page = open_page("/", size="phone", java_script_enabled=False)

    page.click("text=مثلاً >> xpath=.. >> a >> nth=0")

    expect(page.locator(".entry").first).to_be_visible()


def test_actions_of_a_permit_stand_side_by_side_and_on_a_phone_one_below_the_other(open_page, world):
    create_list(forms.permit_list(), organization=world.full.service.owner, by=UserFactory(), at=NOW)
    wide, phone = open_page("/permits/"), open_page("/permits/", size="phone")

    places = [[box.bounding_box() for box in page.locator(".action").all()] for page in (wide, phone)]

    assert [place["y"] for place in places[0]] == [places[0][0]["y"]] * 2
    assert places[1][1]["y"] > places[1][0]["y"] + places[1][0]["height"] - 1


def test_rows_of_the_actions_of_a_permit_are_level(open_page, world):
    create_list(forms.permit_list(), organization=world.full.service.owner, by=UserFactory(), at=NOW)
    page = open_page("/permits/")

    first, second = (
        [row.bounding_box()["y"] for row in part.locator("dd").all()] for part in page.locator(".action").all()
    )

    assert len(first) == len(second)
    assert all(abs(one - other) < 2 for one, other in zip(first, second, strict=True))


def test_findings_are_folded_by_weight_and_lead_to_their_boxes(desk):
    expect(desk.locator(".fold[open]")).to_have_count(1)

    desk.click(".fold[open] .finding a")

    assert "#box-" in desk.url
    expect(desk.locator(":target")).to_have_count(1)


def test_a_draft_is_sent_by_keyboard_and_without_javascript(desk, world):
    tab_to(desk, "header .button")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("[role=status]")

    world.draft.refresh_from_db()
    assert world.draft.stage == Stage.SUBMITTED


def test_a_step_pressed_twice_is_taken_once(desk, world):
    desk.dblclick(SEND)
    desk.wait_for_selector("[role=status]")

    world.draft.refresh_from_db()
    assert world.draft.stage == Stage.SUBMITTED
    assert world.draft.stage_changes.count() == 2


def test_a_step_taken_in_one_tab_is_said_to_be_taken_in_the_other(desk, world):
    other = desk.context.new_page()
    other.goto(desk.url)
    desk.click(SEND)

    other.click(SEND)

    expect(other.locator("[role=status]").first).to_contain_text("این گام را پیش از این خودتان برداشته‌اید")
    assert world.draft.stage_changes.count() == 2


def test_after_signing_out_the_back_button_shows_nothing_of_the_desk(desk, world):
    desk.goto("/account/logout/")
    desk.click("main button")

    desk.goto(f"/desk/versions/{world.draft.pk}/")

    assert "/account/login/" in desk.url
    assert world.draft.title not in desk.content()


def test_the_list_of_the_desk_fits_a_phone(open_page, world, signed_in):
    VersionFactory(service__owner=world.full.service.owner, card={"title": "واژه‌ای‌بسیاربلند" * 9})
    page = open_page("/", size="phone")
    signed_in(page, person("reader", world.full.service.owner))

    page.goto("/desk/")

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert {box.bounding_box()["height"] < 40 for box in page.locator(".badge").all()} == {True}


def test_a_card_prints_on_few_pages_without_the_bars_of_the_screen(open_page, world):
    page = open_page(f"/services/{world.full.service.pk}/card/")
    page.emulate_media(media="print")

    assert not page.locator(".top, .foot, .crumbs").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 5


def test_no_row_of_the_annex_is_hidden_in_print(open_page, world):
    page = open_page(f"/services/{world.full.service.pk}/card/")
    page.emulate_media(media="print")

    hidden = page.evaluate(
        "[...document.querySelectorAll('.annex .cell, .annex tr, .annex h2')].filter(x => !x.getClientRects().length)"
        ".map(x => x.innerText)"
    )
    assert hidden == []

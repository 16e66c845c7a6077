"""Rows without leaving the page, the table of section 6 by keyboard, the diagram as one types, and no JavaScript."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.models import ServiceVersion

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = "ذخیره شد"


def kept(draft):
    return ServiceVersion.objects.get(pk=draft.pk).card


def assert_kept(page, draft, documents):
    """Soon: a moment after the last key, on a slow machine later."""
    for _look in range(300):
        if kept(draft).documents == documents:
            return
        page.wait_for_timeout(100)
    assert kept(draft).documents == documents


def saved(page):
    expect(page.locator("#kept")).to_contain_text(SAVED)


def values(page, name):
    return [field.input_value() for field in page.locator(f"[name='{name}']").all()]


@pytest.fixture
def papers(edit):
    """Three papers on the page, saved."""
    page = edit("specification")
    for place, text in enumerate(["کارت ملی", "درخواست", "عکس"]):
        page.locator("[name='card.documents']").nth(place).fill(text)
    saved(page)
    return page


def test_a_new_line_is_in_hand_at_once_and_saved(papers, office):
    papers.click("[id='box-documents'] button[name=add]")
    papers.keyboard.type("گواهی")
    saved(papers)
    expect(papers.locator("#row-news")).to_have_text("ردیف تازه افزوده شد.")

    assert_kept(papers, office.draft, ["کارت ملی", "درخواست", "عکس", "گواهی"])


def test_who_is_led_to_a_box_has_its_first_field_in_hand(edit):
    page = edit("details")

    page.goto(f"{page.url}#box-visits")
    page.reload()

    expect(page.locator("[name='card.visits.count']")).to_be_focused()


def test_enter_goes_on_in_the_next_line(papers, office):
    papers.locator("[name='card.documents']").nth(0).focus()
    for key in ("End", "Enter"):
        papers.keyboard.press(key)
    papers.keyboard.type("شناسنامه")

    assert_kept(papers, office.draft, ["کارت ملی", "شناسنامه", "درخواست", "عکس"])


def test_a_list_that_is_pasted_has_a_row_for_each_of_its_lines(edit, office):
    page = edit("specification")
    page.locator("[name='card.laws']").nth(0).focus()

    page.evaluate("""() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "قانون معادن\\r\\nآیین‌نامهٔ معادن\\n\\nمصوبهٔ شورا");
        const paste = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
        document.activeElement.dispatchEvent(paste);
    }""")

    saved(page)
    assert kept(office.draft).laws == ["قانون معادن", "آیین‌نامهٔ معادن", "مصوبهٔ شورا"]
    assert page.evaluate("document.activeElement.value") == "مصوبهٔ شورا"


def test_a_line_moves_up_with_the_focus_on_its_button(papers, office):
    papers.locator("[id='box-documents'] button[name=up]").nth(2).focus()
    papers.keyboard.press("Enter")
    button = papers.evaluate("document.activeElement.value")
    papers.keyboard.press("Enter")

    assert button == "card.documents:1"
    assert values(papers, "card.documents")[:3] == ["عکس", "کارت ملی", "درخواست"]
    assert papers.evaluate("document.activeElement.value") == "عکس"
    assert_kept(papers, office.draft, ["عکس", "کارت ملی", "درخواست"])


def test_a_line_that_is_taken_away_is_away_and_the_next_one_is_in_hand(papers, office):
    papers.locator("[id='box-documents'] button[name=drop]").nth(0).click()

    assert papers.evaluate("document.activeElement.value") == "درخواست"
    assert_kept(papers, office.draft, ["درخواست", "عکس"])


def test_rows_with_radios_keep_their_ticks_when_they_change_places(edit, office):
    page = edit("permits")
    for row, (title, action) in enumerate([("پروانهٔ یک", "issue"), ("پروانهٔ دو", "renew")]):
        page.fill(f"[name='permits-{row}-title']", title)
        page.check(f"[name='permits-{row}-action'][value={action}]")
        page.click("button[name=add]")

    page.locator("[name=up][value='permits:1']").click()
    saved(page)
    page.wait_for_timeout(1500)
    page.reload()

    rows = [(page.input_value(f"[name='permits-{row}-title']"), _chosen(page, row)) for row in range(2)]
    assert rows == [("پروانهٔ دو", "renew"), ("پروانهٔ یک", "issue")]


def _chosen(page, row):
    return page.locator(f"[name='permits-{row}-action']:checked").get_attribute("value")


def test_rows_typed_without_network_come_back_as_many_as_they_were(edit, office):
    page = edit("systems", troubled=True)
    page.route("**/edit/systems/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    for row in range(4):
        page.fill(f"[name='card.internal_systems-{row}-system']", f"سامانهٔ {row}")
        page.click("button[name=add]")
    expect(page.locator("#kept")).to_contain_text("بی‌شبکه")
    page.unroute("**/edit/systems/")

    page.reload()
    saved(page)

    assert [row.system for row in kept(office.draft).internal_systems] == [f"سامانهٔ {row}" for row in range(4)]


def test_the_table_of_stages_is_filled_by_arrow_keys_and_space(edit, office):
    page = edit("access")
    place = "[document.activeElement.dataset.row, document.activeElement.dataset.col].map(Number)"

    page.focus("table [data-row='0'][data-col='0']")
    page.keyboard.press("Space")
    start = page.evaluate(place)
    page.keyboard.press("ArrowLeft")
    left = page.evaluate(place)
    page.keyboard.press("Space")
    page.keyboard.press("End")
    end = page.evaluate(place)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    down = page.evaluate(place)
    page.keyboard.press("Space")
    saved(page)

    assert (start, left, down) == ([0, 0], [0, 1], [1, 0])
    assert end[0] == 0
    assert end[1] > 1
    stages = kept(office.draft).stages
    assert (stages.information.electronic, stages.request.electronic) == (True, True)
    assert len(stages.information.channels) == 1


def test_a_whole_column_is_reached_without_the_mouse(edit):
    page = edit("access")
    cells = page.locator("table [data-col='1']").count()

    page.focus("table [data-col='1'] >> nth=0")
    for _ in range(cells + 3):
        page.keyboard.press("ArrowDown")

    assert page.evaluate("document.activeElement === [...document.querySelectorAll('table [data-col=\"1\"]')].at(-1)")


def test_the_diagram_is_drawn_as_one_types_and_a_new_name_follows(edit, office):
    page = edit("processes")
    page.locator("[name='card.processes']").nth(0).fill("دریافت درخواست")
    page.locator("[name='card.processes']").nth(1).fill("صدور پروانه")
    page.click("button[name=draw]")
    expect(page.locator("#drawing svg")).to_have_count(1)

    page.locator("[name='card.processes']").nth(1).fill("صدور پروانهٔ چاه")
    page.keyboard.press("Tab")
    saved(page)

    expect(page.locator("#drawing")).to_contain_text("صدور پروانهٔ چاه")
    assert "صدور پروانهٔ چاه" in values(page, "card.diagram.boxes")
    assert kept(office.draft).diagram.boxes == ["شروع", "دریافت درخواست", "صدور پروانهٔ چاه", "پایان"]


def test_without_javascript_a_section_is_filled_row_by_row_and_saved(edit, office):
    page = edit("systems", java_script_enabled=False)

    page.fill("[name='card.internal_systems-0-system']", "بایگانی")
    page.check("[name='card.internal_systems-0-modes'][value=online]")
    page.click("button[name=add]")
    page.fill("[name='card.internal_systems-1-system']", "صندوق")
    page.click("button[name=up][value='card.internal_systems:1']")
    page.fill("[name='card.internal_systems-0-fields']", "شمارهٔ پرداخت")
    page.click("button[value=next]")

    rows = [(row.system, row.fields) for row in kept(office.draft).internal_systems]
    assert rows == [("صندوق", "شمارهٔ پرداخت"), ("بایگانی", None)]
    assert "/edit/agencies/" in page.url
    assert "more" not in page.url


def test_without_javascript_what_is_wrong_comes_back_beside_its_box(edit, office):
    page = edit("details", java_script_enabled=False, troubled=True)

    page.fill("[name='card.recipients.count']", "چند تا")
    page.fill("[name='card.visits.count']", "۲")
    page.click("button[value=next]")

    assert "عدد نیست" in page.locator("#told-recipients").inner_text()
    assert page.input_value("[name='card.recipients.count']") == "چند تا"
    assert kept(office.draft).visits.count == 2

"""A printed form beside the editor: the box of the field in hand is lit on its picture, and leads back to the field."""

import pytest
from playwright.sync_api import expect

from tests.importing.readers import pdfs
from tests.web.browser.test_editor_from_file import bring  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AGENCY = "سازمان نمونهٔ دیگر"
FORM = ("عنوان خدمت: صدور پروانه نمونه", f"نام دستگاه اجرایی: {AGENCY}", "نام دستگاه مادر: وزارت نمونه")


@pytest.fixture
def page(bring, tmp_path):  # noqa: F811
    """The editor of a draft that came from a PDF, its page beside the form."""
    form = tmp_path / "form.pdf"
    form.write_bytes(pdfs.pdf(pdfs.lines(*FORM)))
    page = bring(form, AGENCY)
    expect(page.locator(".source-page rect.source-read").first).to_be_attached()
    return page


def test_the_box_of_the_field_in_hand_is_lit_on_the_picture(page):
    page.focus("[name='card.parent_agency']")

    lit = page.locator(".source-page rect.source-now")
    expect(lit).to_have_count(1)
    expect(page.locator(".source-page img")).to_have_js_property("naturalWidth", 1200)
    page.focus("[name='card.title']")
    expect(lit).to_have_count(1)


def test_a_click_on_a_box_leads_to_its_field(page):
    page.focus("[name='card.parent_agency']")

    page.locator(".source-page rect.source-read").first.click()

    expect(page.locator("[name='card.title']:focus")).to_have_count(1)


def test_the_words_of_the_picture_are_there_for_who_cannot_see_it(page):
    page.locator(".source-words summary").click()

    expect(page.locator(".source-words")).to_contain_text("صدور پروانه نمونه")

"""The import desk in a browser: three doubtful values settled by keyboard, words and fields that lead to each other."""

import pytest

from khedmat.cards.models import ServiceVersion
from khedmat.organizations.models import Organization
from tests.importing.paper import AGENCY
from tests.web.browser.test_pages import violations
from tests.web.importing.conftest import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIT = "words => [...(CSS.highlights.get('source-now') ?? [])].map(range => range.toString()).join() === words"


@pytest.fixture
def form(world, tmp_path, settings):
    """The form with three doubtful values, on disk, of the author's office."""
    settings.KHEDMAT_DATA = tmp_path
    Organization.objects.filter(code="sample").update(name=AGENCY)
    path = tmp_path / "form.html"
    path.write_text(FORM.read_text("utf-8").replace("سازمان نمونه", AGENCY), "utf-8")
    return path


def brought(open_page, signed_in, world, form, **more):
    """A page of the editor, the form beside it."""
    page = open_page("/", **more)
    signed_in(page, world.author)
    page.goto("/desk/import/")
    page.set_input_files("[name=files]", form)
    page.click("text=بیاور و بخوان")
    page.wait_for_url("**/edit/identity/?source=1")
    return page


def in_hand(page, name):
    page.wait_for_function("name => document.activeElement.name === name", arg=name)


def test_three_doubtful_values_are_settled_by_keyboard_with_their_words_lit(open_page, signed_in, world, form):
    page = brought(open_page, signed_in, world, form)

    page.keyboard.press("Alt+n")
    in_hand(page, "card.audience")
    page.wait_for_function(LIT, arg="صاحبان پروانهٔ کسب")
    page.keyboard.press("Alt+a")
    in_hand(page, "card.nature")
    page.wait_for_function(LIT, arg="☑ حاکمیتی ☑ تصدی گری")
    page.keyboard.press("Alt+1")
    page.keyboard.press("Alt+n")
    in_hand(page, "card.level")
    page.keyboard.press("Alt+3")
    page.wait_for_selector("text=پرسشی از فرم نمانده است")

    draft = ServiceVersion.objects.get(title="صدور گواهی نمونه")
    assert (draft.content["nature"], draft.content["level"], draft.undecided) == ("sovereign", ["provincial"], [])
    assert draft.traces.get(path="card.audience").state == "accepted"


def test_a_word_of_the_form_leads_to_its_field_on_this_page_and_on_another(open_page, signed_in, world, form):
    page = brought(open_page, signed_in, world, form)
    page.wait_for_selector(".source-slot td")

    page.click(".source-slot td:has-text('وزارت نمونه')")
    in_hand(page, "card.parent_agency")
    page.click(".source-slot td:has-text('همهٔ'), .source-slot td:has-text('گواهی نداشتن')")

    page.wait_for_url("**/edit/specification/?source=1#box-description")
    in_hand(page, "card.description")


def test_without_javascript_every_question_is_answered_by_a_button(open_page, signed_in, world, form):
    page = brought(open_page, signed_in, world, form, java_script_enabled=False)

    page.click("#next-doubt")
    page.click("#doubts button[name=accept]")
    page.click("#doubts button[name=decide][value='card.nature']")
    page.click("#doubts button[name=decide][value='card.level']")

    assert page.locator("#doubts h2").inner_text() == "پرسشی از فرم نمانده است"
    page.click("#source .source-raw summary")
    page.click("#source .source-raw a:has-text('صاحبان پروانهٔ کسب')")
    assert "صاحبان پروانهٔ کسب" in page.locator(":target").inner_text()


@pytest.mark.parametrize(("size", "dark"), [("phone", True), ("desk", False)])
def test_axe_finds_nothing_on_the_import_desk(open_page, signed_in, world, form, size, dark):
    page = brought(open_page, signed_in, world, form, size=size, dark=dark)
    version = ServiceVersion.objects.get(title="صدور گواهی نمونه")
    upload, found = version.source_file.uploads.get(), {}
    addresses = ["/desk/import/", f"/desk/import/{upload.pk}/", f"/desk/versions/{version.pk}/source/"]
    drafted = f"/desk/versions/{world.draft.pk}/compare/{upload.pk}/0/"
    for address in [*addresses, drafted, f"/desk/versions/{version.pk}/edit/specification/?source=1"]:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        page.wait_for_load_state("networkidle")
        found[address] = violations(page)

    assert {address: wrong for address, wrong in found.items() if wrong} == {}

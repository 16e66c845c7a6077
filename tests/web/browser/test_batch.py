"""A batch in a browser: brought, watched, held, looked through side by side, and written."""

import pytest
from playwright.sync_api import expect

from khedmat.cards.models import ServiceVersion
from khedmat.importing.models import Batch
from khedmat.organizations.models import Organization
from tests.importing.batches.batch import advanced, cards, zipped
from tests.importing.paper import AGENCY, card_text
from tests.web.browser.test_pages import violations
from tests.web.importing.conftest import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def forms(world, tmp_path, settings):
    """A zip of new cards, two on one service, two alike, a doubtful one and a letter, on disk."""
    settings.KHEDMAT_DATA = tmp_path
    Organization.objects.filter(code="sample").update(name=AGENCY)
    near = {
        "like/1.txt": card_text(title="واگذاری انشعاب فاضلاب شهری"),
        "like/2.txt": card_text(title="واگذاری انشعاب آب و فاضلاب شهری"),
    }
    doubtful = FORM.read_text("utf-8").replace("سازمان نمونه", AGENCY).replace("صدور گواهی نمونه", "گواهی نداشتن بدهی")
    files = {**cards(3), "a.txt": card_text(), "b.txt": card_text(audience="همگان"), **near, "form.html": doubtful}
    path = tmp_path / "forms.zip"
    path.write_bytes(zipped({**files, "letter.txt": "نامه‌ای که فرم نیست"}))
    return path


@pytest.fixture
def brought(open_page, signed_in, world, forms):
    """`brought(size=…)`: the page of a batch that came a moment ago."""

    def bring(**more):
        page = open_page("/", **more)
        signed_in(page, world.author)
        page.goto("/desk/import/")
        page.set_input_files("[name=files]", forms)
        page.click("text=بیاور و بخوان")
        page.wait_for_url("**/import/batches/*/")
        return page

    return bring


def test_a_batch_is_watched_held_looked_through_and_written(brought):
    page = brought()
    expect(page.locator("#progress")).to_contain_text("خواندن: ۰ از ۹")
    page.click("text=نگه دار")
    expect(page.locator("#progress")).to_contain_text("خواندن نگه داشته شده")
    page.click("text=ادامه بده")
    expect(page.locator("#progress")).to_contain_text("در حال خواندن")

    advanced(Batch.objects.get())
    page.click("text=همانندها را کنار هم ببین")
    page.click("text=دومین را بگیر")
    page.click("text=دو خدمت جداست")
    expect(page.locator("[role=status]").last).to_contain_text("همهٔ همانندها دیده شد")
    page.click("text=همهٔ تازه‌ها را بنویس (۷)")
    page.click("button:has-text('۷ پیش‌نویس را بنویس')")
    expect(page.locator("#progress")).to_contain_text("نوشتن: ۰ از ۷")

    advanced(Batch.objects.get())
    expect(page.locator("#progress")).to_contain_text("پایان یافت")
    assert ServiceVersion.objects.exclude(source_file=None).count() == 7


def test_a_filter_changes_the_rows_and_the_address_at_once(brought):
    page = brought()
    advanced(Batch.objects.get())
    page.wait_for_selector(".batch-offers")

    page.fill("#id_q", "انشعاب")
    page.press("#id_q", "Enter")
    page.wait_for_url("**q=**")

    expect(page.locator(".batch-row")).to_have_count(2)


def test_without_javascript_it_is_the_same_work(brought):
    page = brought(java_script_enabled=False)
    page.click("text=این صفحه را خود تازه کن")
    advanced(Batch.objects.get())

    page.click("text=همهٔ تازه‌ها را بنویس")
    page.click("button:has-text('پیش‌نویس را بنویس')")

    expect(page.locator("#progress")).to_contain_text("در حال نوشتن")


@pytest.mark.parametrize(("size", "dark"), [("phone", True), ("desk", False)])
def test_axe_finds_nothing_on_the_pages_of_a_batch(brought, size, dark):
    page = brought(size=size, dark=dark)
    found = {"under way": violations(page)}
    batch = advanced(Batch.objects.get())
    pair = batch.rows.get(name="a.txt").pk
    for place in ("", "write/", f"beside/{pair}/", "../"):
        page.goto(f"/desk/import/batches/{batch.pk}/{place}")
        page.wait_for_load_state("networkidle")
        found[place] = violations(page)
    page.goto("/desk/import/")
    found["desk"] = violations(page)

    assert {place: wrong for place, wrong in found.items() if wrong} == {}

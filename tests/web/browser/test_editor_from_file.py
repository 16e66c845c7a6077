"""From a file to a submitted draft: seed form 000 finished, and three doubtful values settled in under a minute."""

import time

import pytest
from playwright.sync_api import expect

from khedmat.cards.models import ServiceVersion
from khedmat.importing.readers.containers import html
from tests.importing.paper import AGENCY
from tests.importing.readers.docx_files import BOXES
from tests.importing.readers.word_forms import as_word
from tests.web.browser.test_editor_paper import SEEDS, paper
from tests.web.importing.conftest import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STAGES = ["در مرحله اطلاع رسانی خدمت", "در مرحله درخواست خدمت", "مرحله تولید خدمت", "در مرحله ارائه خدمت"]
WAYS = "<td>☑ الکترونیکی ☐ غیرالکترونیکی</td><td>☑ اینترنتی (مانند وبگاه دستگاه) ☐ پست الکترونیک</td>"
SEND = "text=فرستادن برای تأیید دستگاه"


@pytest.fixture
def bring(open_page, signed_in, office, tmp_path, settings):
    """`bring(path, agency)`: the author at the draft of this file, the file beside it."""
    settings.KHEDMAT_DATA = tmp_path

    def brought(path, agency):
        office.owner.name = agency
        office.owner.save(update_fields=["name"])
        page = open_page("about:blank", troubled=True)
        signed_in(page, office.author)
        page.goto("/desk/import/")
        page.set_input_files("[name=files]", path)
        page.click("text=بیاور و بخوان")
        page.wait_for_url("**/edit/identity/?source=1")
        return page

    return brought


def saved(page):
    expect(page.locator("#kept")).to_contain_text("ذخیره شد")


def in_hand(page, name):
    expect(page.locator(f"[name='{name}']:focus")).to_have_count(1)


def sent(page):
    """Sends the draft from the overview; the version as it is then."""
    page.click(".editor-foot [value=overview]")
    page.click(SEND)
    expect(page.locator("main")).to_contain_text("در انتظار تأیید دستگاه")
    return ServiceVersion.objects.get(pk=page.url.rstrip("/").split("/")[-1])


def blockers(version):
    return list(version.findings.filter(severity="B").values_list("rule", "field"))


def doubtful_page():
    """A form with three things to ask, all stages told."""
    rows = "".join(f"<tr><td>{stage}</td>{WAYS}</tr>" for stage in STAGES)
    text = FORM.read_text("utf-8").replace("سازمان نمونه", AGENCY)
    return text.replace("<tr><td>۹-", f"{rows}<tr><td>۹-")


CONTAINERS = {"html": str.encode, "docx": lambda page: as_word(html.sheet(page), BOXES["form field"])}


@pytest.mark.parametrize("container", CONTAINERS)
def test_three_doubtful_values_become_a_submitted_draft_in_under_a_minute(bring, tmp_path, container):
    form = tmp_path / f"form.{container}"
    form.write_bytes(CONTAINERS[container](doubtful_page()))
    start = time.monotonic()

    page = bring(form, AGENCY)
    page.keyboard.press("Alt+n")
    in_hand(page, "card.audience")
    page.keyboard.press("Alt+a")
    in_hand(page, "card.nature")
    page.keyboard.press("Alt+1")
    page.keyboard.press("Alt+n")
    in_hand(page, "card.level")
    page.keyboard.press("Alt+3")
    page.wait_for_selector("text=پرسشی از فرم نمانده است")
    version = sent(page)
    spent = time.monotonic() - start

    assert (version.stage, version.undecided, blockers(version)) == ("submitted", [], [])
    assert (version.content["nature"], version.content["level"]) == ("sovereign", ["provincial"])
    assert version.traces.get(path="card.audience").state == "accepted"
    assert spent < 60


def test_seed_form_000_is_brought_finished_and_sent(bring):
    paper()
    page = bring(SEEDS / "000_1ced2d5d4e984548.txt", "شرکت شهرک های صنعتی کل کشور")
    address = page.url.replace("identity", "{}")

    page.goto(address.format("specification"))
    page.fill("[name='card.audience']", "بنگاه‌های کوچک و متوسط هر خوشهٔ صنعتی")
    saved(page)
    page.goto(address.format("details"))
    page.click("#box-frequency button[name=decide]")
    expect(page.locator("#box-frequency button[name=decide]")).to_have_count(0)
    page.fill("[name='card.visits.count']", "۱")
    page.check("[name='card.cost.free'][type=checkbox]")
    saved(page)
    page.goto(address.format("access"))
    page.fill("[name='card.url']", "https://isipo.ir/consortia")
    page.check("[name='card.stages.information.visit_reasons'][value=other]")
    saved(page)
    page.goto(address.format("processes"))
    page.locator("[name='card.processes']").first.fill("شکل‌دادن کنسرسیوم")
    saved(page)

    version = sent(page)
    assert (version.stage, version.undecided, blockers(version)) == ("submitted", [], [])
    assert (version.card.visits.count, version.card.cost.free) == (1, True)
    assert version.source_file.name == "000_1ced2d5d4e984548.txt"
    assert version.traces.exists()

"""Seed form 002 typed from its paper on an empty card, box by box, and its print beside the paper."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from khedmat.cards.form import as_contract
from khedmat.cards.models import ServiceVersion
from khedmat.importing.readers.reading import read_path
from tests.factories.cards import VersionFactory
from tests.golden.answers import same, value_at
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEEDS = Path(__file__).parents[4] / "shared" / "forms" / "seeds"
PAPER = "002_19e33ff2aaef1c7b"
FAR = {"card.title": "سند تدبیر توسعه استان"}
TEXTS = {
    "identity": FAR
    | {
        "card.executive_agency": "سازمان برنامه و بودجه کشور و سازمان های استانی تابعه",
        "card.parent_agency": "سازمان برنامه و بودجه کشور",
    },
    "specification": {
        "card.description": "تودین سند تدبیر توسعه استان بر مبنای روش برنامه ریزی هسته های خط دهنده",
        "card.audience": "کارشناسان و مدیران دستگاه های اجرایی دولتی و بخش غیر دولتی",
    },
    "details": {
        "card.recipients.count": "۱۰۰۰۰",
        "card.average_duration.text": "حداقل یک ساعت در هر مراجعه",
        "card.average_duration.min": "۱",
        "card.frequency.times": "۵",
        "card.cost.items-0-amount_rial": "۰",
        "card.cost.items-0-text": "صفر ریال",
        "card.cost.text": "صفر ریال",
    },
    "access": {"card.url": "https://azsharghi.mporg.ir/Portal/View/Page"},
}
TICKS = {
    "specification": [
        "card.service_type=G2G",
        "card.nature=sovereign",
        "card.level=provincial",
        "card.life_events=business",
        "card.start_trigger=agency",
    ],
    "details": ["card.recipients.per=season", "card.average_duration.unit=hour", "card.average_duration.basis=visit"],
    "access": [
        "card.stages.information.electronic=yes",
        "card.stages.delivery.electronic=yes",
        "card.stages.information.channels=website",
        "card.stages.delivery.channels=website",
        *(f"card.stages.{stage}.non_electronic=yes" for stage in ("information", "request", "production", "delivery")),
        *(f"card.stages.{stage}.visit_levels=provincial" for stage in ("information", "request", "delivery")),
        *(f"card.stages.{stage}.visit_reasons=infrastructure" for stage in ("information", "request", "delivery")),
    ],
}
AGENCIES = ["۳۱ سازمان برنامه و بودجه استانی", "سازمان حفاظت محیط زیست", "سازمان بنادر و کشتی رانی"]
PROCESSES = [
    "شناخت وضع موجود استان با مشارکت تمام ذی نفعان",
    "تدوین SWOT",
    "تعریف هسته های کلیدی",
    "تعریف اقدامات مرتبط با هر هسته",
]
ANALYSIS = (
    "استفاده از روش تحلیل چند بخشی MSA با هدف شناسایی نقاط قوت و فرصت های استان با مشارکت ذی نفعان دولتی "
    "و غیر دولتی استان و استفاده از ماتریس امتیازدهی معیارها برای حصول به هسته های پیش برنده استان"
)
STRANGERS = [
    "استفاده از داده، اطلاعات و شاخص های اقتصادی، اجتماعی و فرهنگی استان",
    ANALYSIS,
    "تدوین سند تدبیر استان",
    "پایش سند تدبیر توسعه استان",
    "سند تدبیر توسعه اصلاح و بروز رسانی شده استان",
]
PRINTED = {
    "s4": ["خدمت به دیگر دستگاه‌های دولتی (G2G)", "حاکمیتی", "استانی", "کسب و کار", "تشخیص دستگاه"],
    "s5": ["فصل"],
}


def paper():
    """The reader's form and the answers that a person read in the same paper."""
    if not SEEDS.exists():
        pytest.skip("the seed forms are not beside this clone")
    answers = json.loads((SEEDS / f"{PAPER}.gold.json").read_text("utf-8"))["answers"]
    return as_contract(read_path(SEEDS / f"{PAPER}.txt")[0]), answers


def saved(page):
    expect(page.locator("#kept")).to_contain_text("ذخیره شد")


def go_on(page, section):
    page.click(f".editor-foot [value={section if section == 'stay' else 'next'}]")
    page.wait_for_load_state()


def fill_sections(page, version):
    """The sections of single boxes, each as the paper has it."""
    for section in ("identity", "specification", "details", "access"):
        page.goto(f"/desk/versions/{version}/edit/{section}/")
        for name, text in TEXTS[section].items():
            page.fill(f"[name='{name}']", text)
        for tick in TICKS.get(section, []):
            name, value = tick.split("=")
            page.check(f"[name='{name}'][value={value}]")
        saved(page)


def fill_rows(page, version):
    page.goto(f"/desk/versions/{version}/edit/agencies/")
    for row, agency in enumerate(AGENCIES):
        page.fill(f"[name='card.external_inquiries-{row}-agency']", agency)
        page.click("button[name=add]")
    saved(page)
    page.goto(f"/desk/versions/{version}/edit/processes/")
    for place, process in enumerate(PROCESSES):
        if page.locator("[name='card.processes']").count() <= place:
            page.click("#box-processes button[name=add]")
        page.locator("[name='card.processes']").nth(place).fill(process)
    saved(page)


def draw(page):
    """Section 10: the paper's boxes are no processes of section 9; each is refused first, then taken as on paper."""
    new = "input[name='card.diagram.boxes']"
    page.locator("select[name='card.diagram.boxes']").select_option("شروع")
    again(page)
    for text in STRANGERS:
        page.fill(new, text)
        expect(page.locator("#told-diagram")).to_contain_text("در بخش ۹ نیست")
        page.check("#told-diagram [name=as_paper]")
        again(page)
    page.locator("select[name='card.diagram.boxes']").select_option("پایان")
    again(page)


def again(page):
    """Saves, and comes back to the page with a place for one more."""
    page.evaluate("document.body.dataset.old = 'yes'")
    page.click(".editor-foot [value=stay]")
    page.wait_for_selector("body:not([data-old])")
    page.wait_for_load_state()


def ticked(page, section):
    """The options that are ticked on the print, in printed order."""
    return [" ".join(one.split(":")[0].split()) for one in page.locator(f"#{section} .t-on").all_inner_texts()]


def test_seed_form_002_is_typed_from_its_paper_and_prints_as_the_paper(open_page, signed_in, office):
    read, answers = paper()
    page = open_page("about:blank", troubled=True)
    signed_in(page, office.author)
    page.goto("/desk/new/")
    page.fill("[name=title]", FAR["card.title"])
    page.click("main form button[type=submit]")
    page.wait_for_url("**/edit/specification/")

    version = ServiceVersion.objects.get(title=FAR["card.title"])
    fill_sections(page, version.pk)
    fill_rows(page, version.pk)
    draw(page)

    typed = as_contract(ServiceVersion.objects.get(pk=version.pk).document)
    wrong = {path: value_at(typed, path) for path, said in answers.items() if not same(value_at(typed, path), said)}
    assert wrong == {}
    assert differing(typed["card"], read["card"]) == {"cost"}  # the paper's empty tick for electronic payment
    page.goto(f"/desk/versions/{version.pk}/card/")
    assert {section: ticked(page, section) for section in PRINTED} == PRINTED
    text = " ".join(page.locator("main").inner_text().split())
    for said in [*TEXTS["identity"].values(), *TEXTS["specification"].values(), *AGENCIES, *PROCESSES, *STRANGERS]:
        assert said in text
    assert violations(page) == []
    on_paper = VersionFactory(service__owner=office.owner, document=read_document())
    typed_print = boxes_in_print(page)
    page.goto(f"/desk/versions/{on_paper.pk}/card/")
    assert typed_print == boxes_in_print(page)


def read_document():
    """The paper as the reader gives it; the rows of section 8 print names without boxes, which stay empty here."""
    return read_path(SEEDS / f"{PAPER}.txt")[0].model_copy(update={"undecided": []})


def boxes_in_print(page):
    """Every section of the print: its words, and each printed square with its mark."""
    sections = page.evaluate(
        """[...document.querySelectorAll("main .sec")].map((one) => [
            one.id, one.innerText.replace(/\\s+/g, " "), [...one.querySelectorAll(".t")].map((box) => box.className),
        ])"""
    )
    assert {"s1", *(f"s{number}" for number in range(4, 11)), "filler"} <= {name for name, _, _ in sections}
    return sections


def differing(one, other):
    return {box for box in one if one[box] != other[box]}

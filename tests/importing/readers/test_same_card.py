"""The same card says the same, however it is printed."""

from typing import Any

import pytest

from khedmat.cards.form import Document
from tests.importing.readers.printing import ANSWERS, CARD, INPUTS, INPUTS_BEHIND, MARKS, PAGES, TEXTS, Marks
from tests.importing.readers.reading_forms import cases, contract_of, document_of

NUMBERS = {
    "average_duration": {"value": 20, "unit": "day", "working": True},
    "visits": {"count": 2},
    "cost": {"items": 50_000},
}
PAGE_MARKS = {**MARKS, "inputs before": INPUTS, "inputs behind": INPUTS_BEHIND}
BALLOTS = MARKS["ballots before"]


def said(document: Document) -> dict[str, Any]:
    """The answers of the card that are judged here."""
    card = contract_of(document)["card"]
    return {name: card[name] for name in ANSWERS}


def numbers(document: Document) -> dict[str, Any]:
    card = document.card
    duration = card.average_duration
    return {
        "average_duration": {"value": duration.value, "unit": duration.unit, "working": duration.working},
        "visits": {"count": card.visits.count},
        "cost": {"items": card.cost.items[0].amount_rial if card.cost.items else None},
    }


def text(layout: str, marks: Marks = BALLOTS) -> str:
    return TEXTS[layout](marks)


@pytest.mark.parametrize("marks", list(MARKS))
@pytest.mark.parametrize("layout", list(TEXTS))
def test_a_text_in_any_layout_with_any_marks(layout, marks):
    document = document_of(text(layout, MARKS[marks]))

    assert said(document) == ANSWERS
    assert numbers(document) == NUMBERS
    assert document.undecided == []


@pytest.mark.parametrize("marks", list(PAGE_MARKS))
@pytest.mark.parametrize("layout", list(PAGES))
def test_a_page_in_any_layout_with_any_marks(layout, marks):
    document = document_of(PAGES[layout](PAGE_MARKS[marks]), "form.html")

    assert said(document) == ANSWERS
    assert numbers(document) == NUMBERS
    assert document.undecided == []


@pytest.mark.parametrize("layout", list(TEXTS))
@cases(
    ("old", "new"),
    {
        "arabic letters": ("یک", "يك"),
        "persian digits": ("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
        "arabic digits": ("0123456789", "٠١٢٣٤٥٦٧٨٩"),
        "hard spaces": (" ", "\u00a0"),
    },
)
def test_letters_and_digits_of_another_keyboard(layout, old, new):
    form = text(layout).translate(str.maketrans(old, new)).replace("G\u0662", "G2").replace("G\u06f2", "G2")

    assert said(document_of(form)) | {"url": ANSWERS["url"]} == ANSWERS


@pytest.mark.parametrize("layout", ["colons", "tabs", "pipes", "bold", "numbers and colons"])
@cases("gap", {"half-space": "\u200c", "broken half-space": "\u00ac", "nothing": "", "three spaces": "   "})
def test_labels_with_other_spaces_between_their_words(layout, gap):
    form = text(layout)
    for label, _ in CARD:
        form = form.replace(label, label.replace(" ", gap))

    assert said(document_of(form)) == ANSWERS


@pytest.mark.parametrize("layout", ["colons", "values below", "tabs", "numbered tabs", "pipes", "two pairs in a row"])
def test_lost_marks_leave_every_choice_undecided_and_all_else_as_it_was(layout):
    document = document_of(text(layout, Marks("", "")))
    choices = {"service_type", "nature", "level", "life_events", "start_trigger"}

    assert set(document.undecided) == choices
    assert said(document) == ANSWERS | dict.fromkeys(choices)


@pytest.mark.parametrize("layout", list(TEXTS))
def test_an_empty_form_in_any_layout_says_nothing(layout):
    form = text(layout, Marks("☐", "☐"))
    for _, answer in CARD:
        for words in (answer,) if isinstance(answer, str) else ():
            form = form.replace(f"{words}", "", 1)
    card = contract_of(document_of(form))["card"] or {}

    empty = [
        "service_id",
        "parent_agency",
        "audience",
        "system_name",
        "url",
        "service_type",
        "nature",
        "level",
        "visits",
    ]
    assert {name: card.get(name) for name in empty} == dict.fromkeys(empty)


@pytest.mark.parametrize("layout", ["colons", "values below", "tabs", "headings", "pipes"])
def test_guidance_behind_the_card_changes_nothing(layout):
    guidance = "\n\nتوضیح عناوین مندرج در شناسنامه خدمت\nشرح خدمت: چند سطر دربارهٔ خدمت\nسطح خدمت: ملی یا استانی"

    assert said(document_of(text(layout) + guidance)) == ANSWERS


@pytest.mark.parametrize("layout", ["colons", "values below", "tabs", "headings", "pipes"])
def test_furniture_of_a_site_before_the_card_changes_nothing(layout):
    furniture = "صفحه اصلی » میز خدمت » شناسنامه خدمات\nورود   خروج   جستجو\nتاریخ انتشار: ۱۲ مهر ۱۴۰۲\n\n"

    assert said(document_of(furniture + text(layout))) == ANSWERS


@pytest.mark.parametrize("layout", list(PAGES))
def test_scripts_and_menus_of_a_page_change_nothing(layout):
    noise = "<script>var x = 'شناسه خدمت: 19999999999'</script><nav>عنوان خدمت: دروغ</nav><!-- سطح خدمت: ملی -->"
    page = PAGES[layout](INPUTS).replace("<body>", f"<body>{noise}")

    assert said(document_of(page, "form.html")) == ANSWERS

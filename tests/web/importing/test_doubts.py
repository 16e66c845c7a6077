"""What a person is asked about a card that was read."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from khedmat.importing.readers.reading import read_path
from khedmat.web.desk.editor.sections import SECTIONS, printed_order, section_of
from khedmat.web.importing.doubts import after, doubts, is_doubtful, of_section
from tests.factories import forms

FORM = Path(__file__).parents[2] / "importing" / "doubtful_form.html"


def reading(path="card.title", **changes):
    known = {"path": path, "raw": "متن", "label": "برچسب", "sure": 1.0, "others": [], "state": "read"}
    return SimpleNamespace(**known | changes)


def readings(document):
    return [
        reading(path, raw=step.raw, label=step.label or "", sure=step.sure, others=step.others)
        for path, step in document.trace.items()
    ]


def test_a_form_with_three_doubtful_values_asks_three_questions_in_printed_order():
    (document,) = read_path(FORM)

    asked = doubts(document, readings(document))

    assert [(one.path, one.kind) for one in asked] == [
        ("card.audience", "unsure"),
        ("card.nature", "undecided"),
        ("card.level", "undecided"),
    ]
    assert [one.raw for one in asked] == [
        "صاحبان پروانهٔ کسب",
        "☑ حاکمیتی ☑ تصدی گری",
        "ملی منطقه ای استانی شهری روستایی",
    ]
    assert {one.section for one in asked} == {"specification"}


def test_what_a_person_agreed_with_or_retyped_is_not_asked_again():
    assert is_doubtful(reading(sure=0.9))
    assert not is_doubtful(reading(sure=0.9, state="accepted"))
    assert not is_doubtful(reading(sure=0.9, state="replaced"))


@pytest.mark.parametrize(
    ("changes", "is_asked"),
    [
        ({"sure": 1.0}, False),
        ({"sure": 0.97}, True),
        ({"sure": 1.0, "others": ["ملی"]}, True),
        ({"sure": 0.7, "label": ""}, True),
        ({"sure": 0.7, "label": "", "path": "card.stages.request.channels"}, False),
        ({"sure": 0.7, "label": "", "path": "card.cost.items.0.text"}, False),
        ({"sure": 0.9, "path": "card.stages.request.channels"}, True),
    ],
)
def test_a_reading_is_doubtful_where_its_label_was_damaged_or_missing_outside_of_a_table(changes, is_asked):
    assert is_doubtful(reading(**changes)) == is_asked


def test_a_box_that_is_undecided_and_unsure_is_asked_once_as_a_choice():
    document = forms.document(undecided=["nature"])

    (asked,) = doubts(document, [reading("card.nature", sure=0.9)])

    assert (asked.kind, asked.raw) == ("undecided", "")


def test_the_stages_are_asked_as_the_service_goes():
    paths = [f"card.stages.{name}.electronic" for name in ("request", "information", "delivery", "production")]

    ordered = [path.split(".")[2] for path in sorted(paths, key=printed_order)]

    assert ordered == ["information", "request", "production", "delivery"]


def test_the_next_question_is_the_one_behind_and_then_the_first_again():
    document = forms.document(undecided=["nature", "cost.free", "stages.request.electronic"])
    found = doubts(document, [])

    assert after(found, "card.nature").path == "card.cost.free"
    assert after(found, "card.title").path == "card.nature"
    assert after(found, "permits").path == "card.nature"
    assert after([], "card.title") is None


def test_questions_are_told_apart_by_their_page():
    found = doubts(forms.document(undecided=["nature", "cost.free"]), [])

    assert [one.path for one in of_section(found, "details")] == ["card.cost.free"]


def test_every_path_has_its_page_whatever_follows_it():
    assert section_of("card.cost.items.3.account") == "details"
    assert section_of("permits.0.fee.text") == "permits"
    assert all(section_of(f"{leaf}.0.text") == page.slug for page in SECTIONS for leaf in page.leaves)
    assert {section_of(leaf) for page in SECTIONS for leaf in page.leaves} == {page.slug for page in SECTIONS}

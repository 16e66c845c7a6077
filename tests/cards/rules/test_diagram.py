"""B01, B02."""

import pytest

from tests.cards.rules.example import example, example_card, found

BOXES = "diagram.boxes"


def test_boxes_other_than_the_processes_are_named_on_both_sides():
    (finding,) = found("B01", example({BOXES: ["شروع", "پایش سند", "پایان"]}))

    assert finding.severity == "A"
    assert "پایش سند" in finding.message
    assert "ثبت درخواست" in finding.message


def test_small_differences_of_wording_are_the_same_process():
    boxes = ["شروع", "ثبت درخواست متقاضی", "بررسی نتیجهٔ آزمون", "صدور گواهی‌نامه", "پایان"]

    assert not found("B01", example({BOXES: boxes}))


@pytest.mark.parametrize("changes", [{BOXES: []}, {"processes": []}, {BOXES: ["شروع", "پایان"]}])
def test_nothing_is_compared_where_one_side_is_empty(changes):
    assert not found("B01", example(changes))


@pytest.mark.parametrize(
    "box", ["ارجاع به کارشناس", "آیا مدارک کامل است؟", "بایگانی پرونده", "زیر فرایند پرداخت", "ورود به سامانه"]
)
def test_a_task_in_the_diagram_is_named(box):
    (finding,) = found("B02", example({f"{BOXES}.1": box}))

    assert finding.field == "card.diagram.boxes.1"
    assert box in finding.message


def test_main_processes_pass():
    assert not found("B01", example_card())
    assert not found("B02", example_card())

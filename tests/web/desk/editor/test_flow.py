"""Section 10: only main processes of section 9 are drawn; what the paper has all the same is taken when asked."""

import pytest
from django.http import QueryDict

from khedmat.web.desk.editor.flow import BOXES, LINKS, PROCESSES, strangers
from khedmat.web.desk.editor.sections import BY_SLUG
from khedmat.web.desk.editor.taking import take
from tests.factories import forms

STEPS = ["دریافت", "بررسی", "صدور"]
CHAIN = ["شروع", *STEPS, "پایان"]


def page(typed, boxes=(), links=()):
    """The page of processes and diagram, over a card with these steps and this diagram."""
    card = forms.card(processes=STEPS, diagram={"boxes": list(boxes), "links": list(links)})
    post = QueryDict(mutable=True)
    steps = {PROCESSES: STEPS, f"{PROCESSES}.was": STEPS, BOXES: list(boxes), **arrows(links)}
    for name, value in (steps | typed).items():
        post.setlist(name, value if isinstance(value, list) else [value])
    return take(BY_SLUG["processes"], post, forms.document(card))


def arrows(links):
    return {f"{LINKS}.from": [one for one, _other in links], f"{LINKS}.to": [other for _one, other in links]}


def test_processes_are_drawn_one_after_the_other():
    said = page({"draw": "1"}).said

    assert said[BOXES] == CHAIN
    assert said[LINKS][0] == ["شروع", "دریافت"]
    assert said[LINKS][-1] == ["صدور", "پایان"]


def test_a_renamed_process_has_its_new_name_in_the_diagram():
    typed = {PROCESSES: ["دریافت", "بررسي  پرونده", "صدور"]}

    said = page(typed, CHAIN, [("دریافت", "بررسی"), ("بررسی", "صدور")]).said

    assert said[BOXES] == ["شروع", "دریافت", "بررسی پرونده", "صدور", "پایان"]
    assert said[LINKS] == [["دریافت", "بررسی پرونده"], ["بررسی پرونده", "صدور"]]


def test_two_processes_that_changed_places_keep_their_boxes():
    typed = {PROCESSES: ["بررسی", "دریافت", "صدور"], f"{PROCESSES}.was": ["بررسی", "دریافت", "صدور"]}

    assert page(typed, CHAIN).said[BOXES] == CHAIN


@pytest.mark.parametrize("stranger", ["ثبت در دفتر", "گرفتن امضا"])
def test_a_task_inside_a_process_is_refused_with_the_reason(stranger):
    taken = page({BOXES: ["شروع", "دریافت", stranger, "پایان"]})

    assert f"«{stranger}» در بخش ۹ نیست" in taken.errors[BOXES]
    assert "زیرفرایند" in taken.errors[BOXES]
    assert taken.said[BOXES] == ["شروع", "دریافت", "پایان"]
    assert stranger in taken.raws[BOXES]


def test_what_the_paper_has_is_drawn_as_on_paper():
    taken = page({BOXES: ["شروع", "ثبت ۷"], "as_paper": "ثبت ۷"})

    assert taken.errors == {}
    assert taken.said[BOXES] == ["شروع", "ثبت 7"]


def test_a_box_that_is_there_already_is_no_stranger():
    assert page({}, ["شروع", "گام کهنه"]).errors == {}


def test_start_and_end_may_be_called_as_people_call_them():
    assert page({BOXES: ["آغاز", "دریافت", "خاتمه"]}).errors == {}


def test_an_arrow_to_nowhere_is_refused_and_the_others_stay():
    taken = page(arrows([("شروع", "دریافت"), ("دریافت", "ماه")]), CHAIN)

    assert "پیکان «دریافت» به «ماه» کشیده نشد" in taken.errors[LINKS]
    assert taken.said[LINKS] == [["شروع", "دریافت"]]


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        (("پایان", "دریافت"), "از «پایان» پیکانی بیرون نمی‌رود"),
        (("دریافت", "شروع"), "به «شروع» پیکانی نمی‌رسد"),
        (("بررسی", "بررسی"), "به خودش برمی‌گردد"),
    ],
)
def test_an_arrow_that_no_work_follows_is_refused_unless_the_paper_has_it(odd, words):
    good = ("شروع", "دریافت")

    taken = page({BOXES: CHAIN, **arrows([good, odd])}, CHAIN)
    kept = page({BOXES: CHAIN, **arrows([good, odd])}, CHAIN, [odd])

    assert words in taken.errors[LINKS]
    assert taken.said[LINKS] == [list(good)]
    assert tuple(odd) in map(tuple, taken.raws[LINKS])
    assert kept.errors == {}
    assert kept.said[LINKS] == [list(good), list(odd)]


def test_a_way_back_is_an_arrow_like_any_other():
    links = [("بررسی", "دریافت"), ("دریافت", "بررسی")]

    assert page(arrows(links), CHAIN).said[LINKS] == [list(pair) for pair in links]


@pytest.mark.parametrize(
    ("button", "boxes", "links"),
    [
        (f"{BOXES}:2", ["شروع", "دریافت", "صدور", "پایان"], [["شروع", "دریافت"]]),
        (f"{PROCESSES}:1", ["شروع", "دریافت", "صدور", "پایان"], [["شروع", "دریافت"]]),
        (f"{LINKS}:0", CHAIN, [["دریافت", "بررسی"], ["بررسی", "صدور"]]),
    ],
)
def test_what_is_taken_out_takes_its_arrows_along(button, boxes, links):
    was = [("شروع", "دریافت"), ("دریافت", "بررسی"), ("بررسی", "صدور")]

    taken = page({"drop": button}, CHAIN, was)

    assert taken.errors == {}
    assert (taken.said[BOXES], taken.said[LINKS]) == (boxes, links)


def test_a_process_that_stands_twice_keeps_its_box():
    typed = {PROCESSES: ["دریافت", "بررسی", "بررسی"], f"{PROCESSES}.was": ["دریافت", "بررسی", ""]}

    assert page(typed | {"drop": f"{PROCESSES}:2"}, CHAIN).said[BOXES] == CHAIN


def test_strangers_are_offered_once_each():
    raws = {BOXES: ["شروع", "ثبت", " ثبت ", "", "دریافت", "کهنه"]}

    assert strangers(raws, {PROCESSES: STEPS, BOXES: ["کهنه"]}) == ["ثبت"]

"""What a page sends becomes boxes to write; what is wrong in one box keeps no other waiting."""

import pytest
from django.http import QueryDict

from khedmat.web.desk.editor.sections import BY_SLUG
from khedmat.web.desk.editor.taking import take, told_again
from tests.factories import forms

EMPTY = forms.document(forms.form.Card(title="خدمت"))


def page(slug, typed, before=EMPTY):
    post = QueryDict(mutable=True)
    for name, value in typed.items():
        post.setlist(name, value if isinstance(value, list) else [value])
    return take(BY_SLUG[slug], post, before)


def test_good_boxes_do_not_wait_for_a_bad_one():
    taken = page("details", {"card.recipients.count": "ده", "card.visits.count": "۲"})

    assert taken.said["card.visits.count"] == 2
    assert "card.recipients.count" not in taken.said
    assert "«ده» عدد نیست" in taken.errors["card.recipients.count"]
    assert taken.raws["card.recipients.count"] == "ده"


def test_a_page_says_something_of_each_of_its_boxes_and_of_no_other():
    taken = page("specification", {"card.title": "از صفحه‌ای دیگر", "card.audience": "همه"})

    assert set(taken.said) == set(BY_SLUG["specification"].leaves)
    assert taken.said["card.audience"] == "همه"


@pytest.mark.parametrize(
    ("before", "typed", "electronic", "non_electronic"),
    [
        ({}, {}, None, None),
        ({}, {"electronic": "yes"}, True, False),
        ({}, {"electronic": "yes", "non_electronic": "yes"}, True, True),
        ({"electronic": True}, {"electronic": "yes"}, True, None),
        ({"electronic": True}, {"non_electronic": "yes"}, False, True),
        ({"electronic": True}, {}, None, None),
        ({"electronic": False}, {"electronic": "no"}, False, None),
        ({"electronic": False}, {}, False, None),
        ({"electronic": False}, {"electronic": ["no", "yes"]}, True, False),
    ],
)
def test_an_empty_tick_says_no_only_where_its_partner_newly_speaks(before, typed, electronic, non_electronic):
    document = forms.document(forms.card(stages={"request": before}))
    sent = {f"card.stages.request.{name}": value for name, value in typed.items()}

    said = page("access", sent, document).said

    assert said["card.stages.request.electronic"] is electronic
    assert said["card.stages.request.non_electronic"] is non_electronic


def test_once_for_ever_is_denied_by_a_number():
    assert page("details", {"card.frequency.times": "۲"}).said["card.frequency.once"] is False


def test_both_ways_of_a_permit_are_told_from_one_tick():
    said = page("permits", {"permits-0-title": "پروانه", "permits-0-electronic": "yes"}).said

    assert (said["permits"][0]["electronic"], said["permits"][0]["non_electronic"]) == (True, False)


def test_a_list_that_nobody_touched_is_left_as_it_was():
    document = forms.document(permits=[{"title": "پروانه", "electronic": True}])

    said = page("permits", {"permits-0-title": "پروانه", "permits-0-electronic": "yes"}, document).said

    assert said["permits"][0].get("non_electronic") is None


@pytest.mark.parametrize(
    ("typed", "reason"), [(" تنها\n ایرانیان  خارج ", "تنها ایرانیان خارج"), ("", ""), ("ب" * 900, "ب" * 500)]
)
def test_a_reason_is_one_line(typed, reason):
    said = page("specification", {"not_applicable.card.audience": typed}).said

    assert said["not_applicable.card.audience"] == reason


def test_a_reason_for_a_box_of_another_page_is_not_heard():
    assert "not_applicable.card.cost" not in page("specification", {"not_applicable.card.cost": "رایگان برای همه"}).said


def test_a_button_works_on_what_is_typed():
    taken = page("specification", {"card.documents": ["یک", "دو", "سه"], "drop": "card.documents:1"})

    assert taken.said["card.documents"] == ["یک", "سه"]


def test_an_earlier_page_is_told_again_what_it_could_not_keep():
    section = BY_SLUG["details"]

    told = told_again(section, {"card.recipients.count": "ده", "card.visits.count": "۲"}, EMPTY)

    assert list(told) == ["card.recipients.count"]


def test_a_box_that_is_filled_in_applies_whatever_reason_stands_beside_it():
    post = QueryDict(mutable=True)
    post.update({"card.audience": "دانشجویان", "not_applicable.card.audience": "این خدمت مخاطبی ندارد"})

    said = take(BY_SLUG["specification"], post, forms.document(forms.form.Card())).said

    assert said["not_applicable.card.audience"] == ""


def test_a_reason_beside_an_empty_box_is_kept():
    post = QueryDict(mutable=True)
    post.update({"card.audience": " ", "not_applicable.card.audience": "این  خدمت مخاطبی ندارد"})

    said = take(BY_SLUG["specification"], post, forms.document(forms.form.Card())).said

    assert said["not_applicable.card.audience"] == "این خدمت مخاطبی ندارد"

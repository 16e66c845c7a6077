"""Every box of a copy has its name, its words and its fields; what is closed says why."""

import pytest

from khedmat.cards.copies.boxes import MAY_DIFFER, NEVER
from khedmat.web.desk.copies.saying import boxes_said, closed, said, title_of
from khedmat.web.desk.copies.showing import EDITOR_BOXES, section_of
from khedmat.web.desk.editor.showing import Page, boxes
from tests.factories import forms


@pytest.mark.parametrize("box", MAY_DIFFER)
def test_a_box_is_called_and_typed_as_in_the_editor(box):
    (shown,) = boxes(section_of(box), Page(forms.document()), may_not_apply=())

    assert str(title_of(box))
    assert [leaf.path for leaf in shown.leaves] == list(EDITOR_BOXES[box].leaves)


@pytest.mark.parametrize("box", MAY_DIFFER)
def test_the_leaves_of_a_box_are_its_own(box):
    assert all(f"{leaf}.".startswith(f"card.{box}.") for leaf in EDITOR_BOXES[box].leaves)


def test_a_box_that_follows_says_the_national_value_alone():
    by_box = {one.box: one for one in boxes_said(forms.document(), {})}

    assert list(by_box) == list(MAY_DIFFER)
    assert (by_box["visits"].national, by_box["visits"].own, by_box["visits"].is_own) == ("۱ بار", None, False)


def test_a_box_of_the_province_says_both():
    by_box = {one.box: one for one in boxes_said(forms.document(), {"visits": {"count": 3}, "url": None})}

    assert (by_box["visits"].national, by_box["visits"].own) == ("۱ بار", "۳ بار")
    assert (by_box["url"].own, by_box["url"].is_own) == (None, True)


def test_an_account_is_said_nowhere():
    assert "IR-4000" not in (said("cost", forms.document()) or "")


def test_every_closed_box_of_the_form_that_people_know_is_told_with_its_reason():
    told = dict(closed())

    assert set(told) == {str(why) for why in NEVER.values()}
    assert "عنوان خدمت" in [str(title) for titles in told.values() for title in titles]
    assert not [titles for titles in told.values() if not titles]

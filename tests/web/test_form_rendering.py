"""Lists to choose from are written without templates, and as the templates would write them."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as some

from khedmat.web.form_rendering import KeptSelect, Renderer

WORDS = some.text("ابپ <>&\"'\n۱a", max_size=6)
PLAIN = some.lists(some.tuples(WORDS, WORDS), max_size=4)
GROUPED = some.lists(some.tuples(WORDS.filter(bool), PLAIN), max_size=3)
ATTRIBUTES = some.dictionaries(
    some.sampled_from(["class", "data-x", "required", "id"]), WORDS | some.booleans() | some.integers(), max_size=3
)


def both(widget, value):
    written = (widget.render("agency", value, renderer=renderer) for renderer in (Renderer(), DjangoTemplates()))
    return [re.sub(r">\s+<", "><", one) for one in written]


@given(choices=PLAIN | GROUPED, attributes=ATTRIBUTES, value=WORDS)
def test_a_list_is_written_as_django_writes_it(choices, attributes, value):
    ours, theirs = both(forms.Select(attrs=attributes, choices=choices), value)

    assert ours == theirs


@pytest.mark.parametrize("value", [None, "", 7, True, ["1", "2"]])
@pytest.mark.parametrize("kind", [forms.Select, forms.SelectMultiple])
def test_whatever_is_chosen_is_marked_as_django_marks_it(kind, value):
    ours, theirs = both(kind(choices=[("", "همه"), (1, "یک"), ("2", "دو")]), value)

    assert ours == theirs


def test_a_label_that_is_marked_as_safe_stays_and_others_are_escaped():
    choices = [("a", mark_safe("<b>یک</b>")), ("b", "<b>دو</b>")]

    ours, theirs = both(forms.Select(choices=choices), "a")

    assert ours == theirs
    assert "<b>یک</b>" in ours
    assert "&lt;b&gt;دو" in ours


def test_other_boxes_are_written_by_templates():
    ours, theirs = both(forms.TextInput(), "الف")

    assert ours == theirs


@given(choices=PLAIN, value=WORDS)
def test_a_kept_list_is_written_as_any_other(choices, value):
    ours = KeptSelect(choices=choices).render("agency", value, renderer=Renderer())

    assert ours == forms.Select(choices=choices).render("agency", value, renderer=Renderer())


def test_a_kept_list_says_what_it_holds_now():
    box = KeptSelect(choices=[("a", "یک")])
    before = box.render("agency", "a", renderer=Renderer())
    box.choices = [("a", "یک"), ("b", "دو")]

    assert "دو" not in before
    assert "دو" in box.render("agency", "a", renderer=Renderer())


@given(words=WORDS, attributes=ATTRIBUTES)
def test_the_words_beside_a_box_are_written_as_django_writes_them(words, attributes):
    class Form(forms.Form):
        box = forms.CharField(label=words or "خانه")

    said = (
        Form(renderer=renderer)["box"].label_tag(attrs=dict(attributes)) for renderer in (Renderer(), DjangoTemplates())
    )
    ours, theirs = said

    assert ours == theirs

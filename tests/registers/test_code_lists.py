"""Code lists of the form as data."""

import pytest

from khedmat.cards.actions import load_code_lists
from khedmat.cards.vocabulary import VOCABULARY, values
from khedmat.registers import actions
from khedmat.registers.models import Code, CodeList

pytestmark = pytest.mark.django_db


def test_every_word_of_the_form_is_a_code_with_two_labels():
    loaded = load_code_lists()

    assert loaded == Code.objects.count() == sum(map(len, VOCABULARY.values()))
    for name, labels in VOCABULARY.items():
        codes = CodeList.objects.get(name=name).codes.all()
        assert [(code.value, str(code), code.en) for code in codes] == [
            (value, label.fa, label.en) for value, label in labels.items()
        ]


def test_loading_again_doubles_nothing_and_takes_new_labels():
    actions.load_code_lists({"list": {"a": ("الف", "A"), "b": ("ب", "B")}})
    actions.load_code_lists({"list": {"a": ("الف نو", "A")}})

    assert list(Code.objects.values_list("value", "fa")) == [("a", "الف نو"), ("b", "ب")]
    assert str(CodeList.objects.get()) == "list"


def test_codes_stand_in_printed_order():
    load_code_lists()

    assert tuple(CodeList.objects.get(name="level").codes.values_list("value", flat=True)) == values("level")

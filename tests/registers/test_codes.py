"""Code lists when the form's lists change: what was there stays, what is new comes, nothing doubles."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from khedmat.core.refusals import refusing_in_words
from khedmat.registers.actions import load_code_lists
from khedmat.registers.models import Code, CodeList

pytestmark = pytest.mark.django_db
COLOURS = {"colour": {"red": ("سرخ", "Red"), "green": ("سبز", "Green")}}


def values(name="colour"):
    return list(CodeList.objects.get(name=name).codes.values_list("value", flat=True))


@pytest.mark.parametrize("times", [1, 2, 3])
def test_loading_says_how_many_codes_there_are_however_often(times):
    assert [load_code_lists(COLOURS) for _ in range(times)] == [2] * times
    assert Code.objects.count() == 2


def test_a_code_that_left_the_list_stays_since_cards_may_name_it():
    load_code_lists(COLOURS)

    load_code_lists({"colour": {"green": ("سبز", "Green")}})

    assert set(values()) == {"red", "green"}


def test_a_new_order_is_taken_over():
    load_code_lists(COLOURS)

    load_code_lists({"colour": {"green": ("سبز", "Green"), "red": ("سرخ", "Red"), "blue": ("آبی", "Blue")}})

    assert values() == ["green", "red", "blue"]


def test_a_label_is_mended_and_its_row_stays_the_same():
    load_code_lists(COLOURS)
    before = Code.objects.get(value="red").pk

    load_code_lists({"colour": {"red": ("قرمز", "Crimson")}})

    code = Code.objects.get(value="red")
    assert (code.pk, str(code), code.en) == (before, "قرمز", "Crimson")


def test_one_value_may_stand_in_two_lists():
    load_code_lists(COLOURS | {"flag": {"red": ("سرخ", "Red")}})

    assert Code.objects.filter(value="red").count() == 2
    assert values("flag") == ["red"]


def test_a_value_stands_once_in_its_list():
    load_code_lists(COLOURS)

    with pytest.raises(ValidationError, match="در این فهرست"), refusing_in_words():
        Code.objects.create(code_list=CodeList.objects.get(), value="red", fa="سرخ", en="Red", order=9)


def test_a_list_with_codes_is_not_thrown_away():
    load_code_lists(COLOURS)

    with pytest.raises(ProtectedError):
        CodeList.objects.get().delete()


def test_no_lists_are_nothing_to_load():
    assert load_code_lists({}) == 0
    assert load_code_lists({"empty": {}}) == 0
    assert CodeList.objects.get().name == "empty"

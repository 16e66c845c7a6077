"""The buttons of a list work on what is typed, saved or not."""

import pytest
from django.http import QueryDict

from khedmat.web.desk.editor.pressing import pressed

LIST = "card.documents"


def after(button, rows=("a", "b", "c"), name=LIST):
    return pressed({name: list(rows)}, QueryDict(button))[name]


@pytest.mark.parametrize(
    ("button", "rows"),
    [
        ("drop=card.documents:0", ["b", "c"]),
        ("drop=card.documents:2", ["a", "b"]),
        ("up=card.documents:2", ["a", "c", "b"]),
        ("up=card.documents:0", ["a", "b", "c"]),
        ("down=card.documents:0", ["b", "a", "c"]),
        ("down=card.documents:2", ["a", "b", "c"]),
    ],
)
def test_a_row_goes_out_up_or_down(button, rows):
    assert after(button) == rows


@pytest.mark.parametrize("place", ["3", "-1", "", "x", "1.0", "۱", "²", "9" * 40, "card.documents", "0:0:9"])
def test_a_row_that_is_not_there_is_left_alone(place):
    assert after(f"drop=card.documents:{place}") == ["a", "b", "c"]


@pytest.mark.parametrize("path", ["card.title", "card.laws", "", "constructor", "card.documents.0"])
def test_a_button_of_no_list_of_this_page_does_nothing(path):
    raws = {LIST: ["a"], "card.title": "عنوان"}

    assert pressed(dict(raws), QueryDict(f"drop={path}:0")) == raws

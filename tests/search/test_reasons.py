"""Why something was found, said with the words that were typed."""

import pytest

from khedmat.search.reasons import Place, Reason


def why(index, asked, key):
    return next(hit.reasons for hit in index.find(asked).hits if hit.key == key)


@pytest.mark.parametrize(
    ("asked", "key", "reason"),
    [
        ("گذرنامه", 1, Reason(Place.TITLE, ("گذرنامه",))),
        ("چیپ", 6, Reason(Place.NAME, ("چیپ",))),
        ("مبلغ", 4, Reason(Place.TEXT, ("مبلغ",))),
        ("اصناف", 2, Reason(Place.AGENCY, ("اصناف",))),
        ("پاسپورت", 1, Reason(Place.MEANT, ("پاسپورت",))),
        ("۱۳۰۱۱۲۳۴۰۰۰", 1, Reason(Place.NUMBER, ("13011234000",))),
    ],
)
def test_the_place_of_each_word_is_told(index, asked, key, reason):
    assert reason in why(index, asked, key)


def test_a_word_is_told_at_its_best_place_only(index):
    places = [reason.place for reason in why(index, "صدور پروانه کسب", 2)]

    assert places[0] == Place.TITLE
    assert places.count(Place.TITLE) == 1


def test_where_only_letters_are_alike_that_is_told(index):
    found = index.find("گذرنگار").hits

    assert all(hit.reasons for hit in found)


def test_what_the_title_says_in_the_same_words_is_not_told_as_words_of_people(index):
    assert [reason.place for reason in why(index, "کارت ملی", 6)] == [Place.TITLE]

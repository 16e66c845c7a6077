"""Letters for the database's translate: what it makes of a text is what `key` makes of it, letter by letter."""

import pytest

from khedmat.core.persian import ZWNJ, key, key_letters


def translated(text):
    """As PostgreSQL does it."""
    before, after = key_letters()
    table = {ord(letter): after[place] if place < len(after) else None for place, letter in enumerate(before)}
    return text.translate(table).lower()


@pytest.mark.parametrize(
    "text",
    [
        "سازمان ثبت‌احوال",
        "كميته امداد",
        "هيئت أمناء",
        "مؤسسهٔ آموزش".replace("ٔ", ""),
        "شورايى",
        "قرارداد ۱۲۳ و ٤٥",
        "Iran Khodro",
        "رايانة",
        f"می{ZWNJ}رود",
    ],
)
def test_the_database_folds_a_name_as_the_key_does(text):
    assert translated(text).split() == key(text).split()


def test_no_letter_stands_twice_and_every_one_has_its_place():
    before, after = key_letters()

    assert len(set(before)) == len(before)
    assert len(after) <= len(before)
    assert "\x00" not in before


def test_letters_that_become_nothing_stand_last():
    before, after = key_letters()

    assert {"ء", ZWNJ} <= {*before[len(after) :]}

"""However an ID is typed, its digits are kept."""

import pytest

from khedmat.cards.identifiers import LONGEST_TYPED, bare


@pytest.mark.parametrize("typed", ["10031093000", "۱۰۰۳۱۰۹۳۰۰۰", "١٠٠٣ ١٠٩٣ ٠٠٠", "1003-1093-000", " 1003‌1093 000 "])
def test_an_id_in_any_writing_is_one(typed):
    assert bare(typed) == "10031093000"


def test_what_is_too_long_is_cut():
    assert len(bare("1" * 10_000)) == LONGEST_TYPED

"""The few labels that damaged letters can be are those that the whole dictionary would give."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance.Levenshtein import distance

from khedmat.importing.readers.labels.dictionary import LIKENED
from khedmat.importing.readers.labels.suspects import BRIEF, Suspects, most_damages

SUSPECTS = Suspects(LIKENED)
WRONG = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["", "ژ", "ظض"])), max_size=6)


@given(st.sampled_from(LIKENED), WRONG)
def test_every_label_that_is_near_enough_is_suspected(label, wrong):
    letters = list(label)
    for place, letter in wrong:
        letters[place % len(letters)] = letter
    damaged = "".join(letters)

    near = {other for other in LIKENED if distance(other, damaged) <= most_damages(len(damaged))}

    assert near.issubset(SUSPECTS.near(damaged) if len(damaged) > BRIEF else SUSPECTS.brief)


def test_suspects_are_few_and_in_the_order_of_the_labels():
    found = SUSPECTS.near("مدارکلازمبرایانجاخخدمت")

    assert 0 < len(found) < 50
    assert sorted(found, key=LIKENED.index) == found


@given(st.sampled_from([label for label in LIKENED if len(label) >= 9]), st.text("ابپتس", max_size=30))
def test_a_label_at_the_beginning_is_suspected_whatever_follows(label, rest):
    assert label in SUSPECTS.near(label + rest)


def test_labels_that_share_but_a_part_with_the_letters_are_no_suspects():
    assert SUSPECTS.near("مدارکلازماینگونهنیستکهگفتهاند") == ["مدارکلازم"]

"""The gist: several words of what people say of one thing, though no phrase as a whole."""

import pytest

from khedmat.search.analysis import stem
from khedmat.search.entry import Entry
from khedmat.search.gist import LEAST_WORDS, MOST, gist, talks
from khedmat.search.index import Index, build
from khedmat.search.reasons import Place
from khedmat.search.synonyms import meant_by, table


def split_of(meant):
    """Two words of one meaning that no phrase holds together."""
    talk = next(one for one in talks().every if set(meant) == set(one.meaning))
    phrases = [row.said for held in table().values() for row in held]
    rare = sorted(talk.said, key=lambda one: (-talks().rarity[one], one))
    return next([one, other] for one in rare for other in rare if one != other and not holds(phrases, {one, other}))


def holds(phrases, asked):
    return any(said <= asked for said in phrases)


def test_words_of_two_phrases_of_one_meaning_tell_it():
    asked = split_of(["اهد", "خون"])

    assert meant_by(asked) == []
    assert ("اهد", "خون") in [meaning for row in gist(asked) for meaning in row.meanings]


def test_one_word_alone_has_no_gist():
    assert LEAST_WORDS == 2
    assert all(gist([one]) == [] for one in talks().places)


def test_it_counts_as_far_as_its_words_are_all_that_was_asked():
    asked = split_of(["اهد", "خون"])
    beside = "پنجره"
    assert stem(beside) in talks().places

    alone, among = gist(asked), gist([*asked, beside])

    assert alone[0].share == pytest.approx(1)
    assert 0 < among[0].share < 1


def test_what_nobody_says_of_anything_changes_nothing():
    asked = split_of(["اهد", "خون"])

    assert gist([*asked, "قرنفل"]) == gist(asked)


def test_however_much_was_asked_it_is_bounded():
    assert len(gist(sorted(talks().places))) == MOST


def test_the_words_are_given_as_they_were_typed():
    said = gist(["کنتورمو", "بچرخد", "تندتند"])

    assert all(set(row.phrase.split()) <= {"کنتورمو", "بچرخد", "تندتند"} for row in said)
    assert all(row.said == frozenset(map(stem, row.phrase.split())) for row in said)


def test_a_service_is_found_by_it_and_the_reason_says_so(tmp_path):
    build(tmp_path, [Entry(1, "اهدای خون"), Entry(2, "صدور گذرنامه")])
    index = Index.open(tmp_path)

    hits = index.find(" ".join(split_of(["اهد", "خون"]))).hits

    assert [hit.key for hit in hits] == [1]
    assert Place.MEANT in [reason.place for reason in hits[0].reasons]

"""Finding: by title, by people's words, by number, in spite of slips; narrowed, changed, never broken."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.search.entry import Entry
from khedmat.search.index import MOST_HITS, Index, build
from khedmat.search.ranking import question, sought


def first(index, text):
    return next(iter(index.keys(text)), None)


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("گذرنامه", 1),
        ("پاسپورت", 1),
        ("گذرنامع", 1),
        ("گذر نامه", 1),
        ("صدورگذرنامه", 1),
        ("صدور گذر‌نامه", 1),
        ("تمديد پروانه كسب", 3),
        ("صورتحساب برق", 4),
        ("صورت حساب برق", 4),
        ("مبلغ مصرف", 4),
        ("علمک", 5),
        ("کارت چیپ دار", 6),
        ("شرکت گاز استان", 5),
        ("سند ازدواج", 7),
        ("حمایت از خانواده", 7),
        ("مرکز میانی", 8),
        (";hvj lgd", 6),
        ("'bvkhli", 1),
    ],
)
def test_people_find_it(index, asked, key):
    assert first(index, asked) == key


@pytest.mark.parametrize(
    "asked", ["13011234000", "۱۳۰۱۱۲۳۴۰۰۰", "1301 1234 000", "شناسه 1301-1234-000", "13011234001", "13011234"]
)
def test_a_number_in_any_writing_and_with_one_slip_finds_its_service(index, asked):
    assert first(index, asked) == 1


def test_a_number_that_two_nearly_have_finds_its_own_first(index):
    assert index.keys("13021235000")[:2] == [3, 2]


@pytest.mark.parametrize("asked", ["", " ", "؟!", "قسطنطنیه‌زژ", "\x00\x01", "-1", "😀", "و از به"])
def test_what_says_nothing_finds_nothing_and_breaks_nothing(index, asked):
    assert len(index.find(asked).hits) <= len(index)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=80))
def test_any_question_has_an_answer(index, text):
    assert len(index.find(text).hits) <= MOST_HITS


@pytest.mark.parametrize("asked", ["گذرنامه " * 2_000, "ا" * 10_000, '" OR AND ( title:' * 500])
def test_ten_thousand_letters_are_a_question_like_another(index, asked):
    assert len(index.find(asked).hits) <= len(index)


@pytest.mark.parametrize("asked", ["صدور پروانه کسب", "کارت هوشمند گذرنامع برق", "پاسپورت", "مرکز میانی وام ازدواج"])
def test_the_best_are_the_same_however_many_are_asked_for(index, asked):
    assert [index.keys(asked, few) for few in (1, 2, 4)] == [index.keys(asked, 8)[:few] for few in (1, 2, 4)]


@pytest.mark.parametrize("asked", ["صدور پروانه کسب", "کارت چیپ دار", "سند ازدواج", "گذرنامع", "13021235000"])
def test_terms_that_stand_nowhere_change_nothing(index, asked):
    kept = index.find(asked).hits
    index.held.clear()  # nothing is known of any field: every term is looked up

    assert index.find(asked).hits == kept


def test_of_a_question_that_stands_nowhere_nothing_is_looked_up(index):
    asked = question("قسطنطنیه", index.lexicon)

    assert not [place for place in sought(asked) if place[0] in index.held and place[1] in index.held[place[0]]]
    assert index.find("قسطنطنیه").hits == ()


def test_what_was_found_is_told_as_it_was_also_after_a_change(index):
    hit = index.find("گذرنامه").hits[0]
    index.drop([1])

    assert (hit.title, hit.key) == ("صدور گذرنامه", 1)
    assert hit.reasons


def test_results_are_narrowed(index):
    everything = {hit.key for hit in index.find("صدور پروانه کسب گذرنامه گاز").hits}
    business = {hit.key for hit in index.find("صدور پروانه کسب گذرنامه گاز", filters={"type": "business"}).hits}

    assert {1, 2, 3} <= everything
    assert business <= {2, 3, 5}
    assert not index.find("گذرنامه", filters={"type": "nothing"}).hits


def test_an_unknown_filter_narrows_nothing(index):
    assert index.find("گذرنامه", filters={"colour": "red"}).hits == index.find("گذرنامه").hits


def test_what_is_put_is_found_at_once_in_the_place_of_what_was(index):
    index.put([Entry(1, "صدور روادید"), Entry(9, "ثبت اختراع")])

    assert first(index, "روادید") == 1
    assert first(index, "اختراع") == 9
    assert 1 not in index.keys("گذرنامه")
    assert len(index) == 9


def test_what_is_dropped_is_found_no_more(index):
    index.drop([1])

    assert 1 not in index.keys("گذرنامه")


def test_another_reader_sees_what_was_written_after_it_reloads(index, tmp_path):
    other = Index.open(tmp_path)
    index.put([Entry(9, "ثبت اختراع")])
    other.reload()

    assert first(other, "اختراع") == 9


def test_words_go_on_while_typing(index):
    assert "صدور گذرنامه" in index.suggest("صدور گذر")
    assert index.suggest("گ") == []
    assert index.suggest("") == []


def test_what_was_meant_is_told(index):
    assert index.find("صدور گذرنامع").asked.corrected == ("صدور", "گذرنامه")
    assert index.find("صدور گذرنامه").asked.corrected == ()


def test_a_folder_without_an_index_is_said(tmp_path):
    with pytest.raises(ValueError, match="no index"):
        Index.open(tmp_path)


def test_an_empty_index_answers(tmp_path):
    assert build(tmp_path, ()) == 0
    assert Index.open(tmp_path).keys("گذرنامه") == []

"""What people searched for: folded, without numbers, by day, and seen only where it is nobody's own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from khedmat.cards.models import SearchDay
from khedmat.cards.popular.searched import KEPT_FOR, followed, forget_old, name_in, note, note_followed
from tests.factories.cards import NOW
from tests.factories.popular import a_service

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def told():
    return {row["words"]: row for row in SearchDay.objects.told().order_by("words")}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("پاسپورت", "پاسپورت"),
        ("پاسپورتِ  من", "پاسپورت من"),
        ("كارت ملي", "کارت ملی"),
        ("کد ۱۲۳", ""),
        ("0012345678", ""),
        ("علی@نشانی", ""),
        ("یک دو سه چهار پنج شش", ""),
        ("آب", ""),
        ("ا" * 101, ""),
        ("", ""),
    ],
)
def test_only_a_few_letters_are_kept_and_nothing_with_a_number(typed, kept):
    assert name_in(typed) == kept
    note(typed, on=TODAY)

    assert list(SearchDay.objects.values_list("words", flat=True)) == [kept] * bool(kept)


def test_a_day_is_a_row_with_three_numbers():
    service = a_service()
    note("پاسپورت", on=TODAY)
    note("پاسپورت", on=TODAY, in_vain=False, first=service.pk)
    note_followed(followed("پاسپورت"), on=TODAY)
    note("پاسپورت", on=TODAY + timedelta(1))

    rows = SearchDay.objects.order_by("on").values_list("in_vain", "with_results", "clicks", "service")

    assert list(rows) == [(1, 1, 1, service.pk), (1, 0, 0, None)]


def test_what_was_answered_from_memory_is_counted_with_the_next(django_assert_num_queries):
    note("پاسپورت", on=TODAY, times=3)
    with django_assert_num_queries(1):
        note("پاسپورت", on=TODAY, times=2)

    assert SearchDay.objects.get().in_vain == 5


def test_a_new_word_is_noted_without_counting_the_rows():
    note("گذرنامه", on=TODAY)
    with CaptureQueriesContext(connection) as asked:
        note("پاسپورت", on=TODAY)

    assert not any("COUNT(" in query["sql"].upper() for query in asked)
    assert len(asked) <= 3


def test_room_comes_back_when_old_days_go(monkeypatch):
    monkeypatch.setattr("khedmat.cards.popular.searched.MOST_ROWS", 2)
    old = TODAY - KEPT_FOR - timedelta(1)
    for words, on in (("پاسپورت", old), ("گذرنامه", TODAY), ("روادید", TODAY)):
        note(words, on=on)
    forget_old(on=TODAY)
    note("شناسنامه", on=TODAY)

    assert set(SearchDay.objects.values_list("words", flat=True)) == {"گذرنامه", "شناسنامه"}


@pytest.mark.parametrize(
    ("days", "times", "is_told"), [(1, 4, False), (1, 5, True), (2, 2, False), (3, 1, True), (2, 3, True)]
)
def test_words_are_told_from_three_days_or_five_times(days, times, is_told):
    for day in range(days):
        for _time in range(times):
            note("پاسپورت", on=TODAY + timedelta(day))

    assert ("پاسپورت" in told()) is is_told


@pytest.mark.parametrize("via", ["", "پاسپورت", "پاسپورت:forged", ":", "x" * 5_000])
def test_a_forged_address_counts_nothing(via):
    note("پاسپورت", on=TODAY, in_vain=False)
    note_followed(via, on=TODAY)

    assert SearchDay.objects.get().clicks == 0


def test_an_address_of_words_that_nobody_searched_today_counts_nothing():
    note_followed(followed("پاسپورت"), on=TODAY)

    assert not SearchDay.objects.exists()
    assert followed("کد ۱۲۳") == ""


def test_old_days_are_forgotten():
    for on in (TODAY - KEPT_FOR - timedelta(1), TODAY - KEPT_FOR):
        note("پاسپورت", on=on)

    assert forget_old(on=TODAY) == 1
    assert SearchDay.objects.get().on == TODAY - KEPT_FOR


def test_robots_do_not_fill_the_disk(monkeypatch):
    monkeypatch.setattr("khedmat.cards.popular.searched.MOST_ROWS", 1)
    for words in ("پاسپورت", "گذرنامه", "پاسپورت"):
        note(words, on=TODAY)

    assert SearchDay.objects.values_list("words", "in_vain").get() == ("پاسپورت", 2)


def test_a_count_waits_for_no_disk_and_leaves_the_setting_of_the_connection_alone():
    note("پاسپورت", on=TODAY)
    with CaptureQueriesContext(connection) as asked:
        note("پاسپورت", on=TODAY)
        note_followed(followed("پاسپورت"), on=TODAY)

    assert [one["sql"].startswith("UPDATE") for one in asked] == [True, True]
    assert all("'synchronous_commit', 'off', true" in one["sql"] for one in asked)
    (row,) = SearchDay.objects.all()
    assert (row.in_vain, row.clicks) == (2, 1)

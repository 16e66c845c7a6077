"""Terms of each step in working days, against days that can be counted on a wall calendar."""

from datetime import date, timedelta

import pytest

from khedmat.cards.deadlines import TERMS, late_from, wait_of
from khedmat.cards.enums import Stage
from khedmat.core.calendar import is_working_day

SATURDAY = date(2026, 5, 9)  # 19 Ordibehesht 1405: no holiday in the three weeks after it


@pytest.mark.parametrize(("stage", "term"), TERMS.items())
def test_a_term_ends_on_the_day_by_which_so_many_working_days_have_passed(stage, term):
    wait = wait_of(stage, SATURDAY, SATURDAY)

    days = [SATURDAY + timedelta(days=number) for number in range(1, (wait.due - SATURDAY).days + 1)]
    assert (wait.passed, wait.left, wait.late) == (0, term, 0)
    assert sum(map(is_working_day, days)) == term
    assert is_working_day(wait.due)


@pytest.mark.parametrize(
    ("after", "passed", "left"), [(1, 1, 9), (4, 4, 6), (5, 4, 6), (6, 4, 6), (7, 5, 5), (14, 10, 0)]
)
def test_days_of_rest_do_not_count(after, passed, left):
    wait = wait_of("submitted", SATURDAY, SATURDAY + timedelta(days=after))

    assert (wait.passed, wait.left, wait.late) == (passed, left, 0)


def test_after_its_term_a_step_is_late_by_working_days():
    wait = wait_of("submitted", SATURDAY, SATURDAY + timedelta(days=16))

    assert (wait.left, wait.late) == (-2, 2)


@pytest.mark.parametrize("stage", [stage for stage in Stage.values if stage not in TERMS])
def test_where_nobody_is_waited_for_there_is_no_term(stage):
    assert wait_of(stage, SATURDAY, SATURDAY) is None


@pytest.mark.parametrize("stage", TERMS)
def test_what_came_on_the_day_of_lateness_or_before_is_late_and_nothing_that_came_after(stage):
    for days in range(15):
        on = SATURDAY + timedelta(days=days)
        newest = late_from(stage, on)

        assert wait_of(stage, newest, on).late > 0
        assert wait_of(stage, newest - timedelta(days=9), on).late > 0
        assert wait_of(stage, newest + timedelta(days=1), on).late == 0


@pytest.mark.parametrize("stage", TERMS)
def test_the_day_of_lateness_never_goes_back(stage):
    days = [late_from(stage, SATURDAY + timedelta(days=number)) for number in range(60)]

    assert days == sorted(days)


def test_a_longer_term_is_late_for_earlier_arrivals_only():
    assert late_from(Stage.APPROVED, SATURDAY) < late_from(Stage.SUBMITTED, SATURDAY)

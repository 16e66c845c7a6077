"""How long each step may take, in working days of the offices of Iran, and how long a version has waited for it.

While a version is returned the clock of the centre stands: the next version has a clock of its own.
"""

from datetime import date, timedelta
from typing import NamedTuple

from khedmat.cards.enums import Stage
from khedmat.core.calendar import add_working_days, is_working_day, working_days_between

TERMS: dict[str, int] = {  # working days from the day on which a version came to this stage
    Stage.SUBMITTED: 10,  # the agency's approval
    Stage.APPROVED: 20,  # the examination at the centre
    Stage.ACCEPTED: 10,  # the publication
    Stage.RETURNED: 10,  # the author's answer
}


class Wait(NamedTuple):
    """Working days that passed; `left` until the term ends, negative when it is over."""

    passed: int
    left: int
    due: date

    @property
    def late(self) -> int:
        return max(0, -self.left)


def wait_of(stage: str, since: date, on: date) -> Wait | None:
    """None where nobody is waited for."""
    if stage not in TERMS:
        return None
    due = add_working_days(since, TERMS[stage])
    return Wait(working_days_between(since, max(since, on)), working_days_between(on, due), due)


def late_from(stage: str, on: date) -> date:
    """The newest day of arrival at a stage that is late on a day: whatever came then or before has outrun its term."""
    left, day = TERMS[stage] + 1, on
    while left:
        left -= is_working_day(day)
        day -= timedelta(days=1)
    return day

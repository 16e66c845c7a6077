"""How long a permit takes when other agencies are asked for it: one after another, or all at once. Pure.

Form 2 does not say which inquiry waits for which, so both ends are given: nothing that people do is shorter than the
longest inquiry, nor need it be longer than all of them in a row. What no form says is counted apart, never as zero.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

HOURS_OF_A_WORKING_DAY = 8


class Asked(NamedTuple):
    """An inquiry: of whom, how long in hours and for how much, None where the form does not say."""

    agency: str
    name: str
    hours: float | None
    rial: int | None


class Path(NamedTuple):
    """`serial`, `parallel` in working hours; `rial` of those inquiries that say a fee; `bottleneck` the longest one."""

    bodies: int
    inquiries: int
    serial: float
    parallel: float
    rial: int
    bottleneck: Asked | None
    silent_of_time: int
    silent_of_fee: int
    declared: float | None

    @property
    def shortfall(self) -> float | None:
        """Hours by which the permit promises less than its longest inquiry takes; None where it promises nothing."""
        return None if self.declared is None else max(self.parallel - self.declared, 0)


class Row(Protocol):
    """A row of form 2."""

    agency: str
    name: str
    duration_value: float | None
    duration_unit: str
    fee_rial: int | None


def asked(row: Row) -> Asked:
    return Asked(row.agency, row.name, hours(row.duration_value, row.duration_unit), row.fee_rial)


def hours(value: float | None, unit: str) -> float | None:
    """A duration of the form in working hours; None where it has no number or no unit."""
    factor = {"hour": 1, "day": HOURS_OF_A_WORKING_DAY}.get(unit)
    return None if value is None or factor is None else value * factor


def critical_path(inquiries: Iterable[Asked], declared: float | None) -> Path:
    """`declared`: the hours that form 1 promises for the whole permit."""
    rows = list(inquiries)
    timed = [one for one in rows if one.hours is not None]
    longest = max(timed, key=_hours, default=None)
    return Path(
        bodies=len({one.agency for one in rows}),
        inquiries=len(rows),
        serial=sum(map(_hours, timed)),
        parallel=_hours(longest) if longest else 0,
        rial=sum(one.rial or 0 for one in rows),
        bottleneck=longest,
        silent_of_time=len(rows) - len(timed),
        silent_of_fee=sum(one.rial is None for one in rows),
        declared=declared,
    )


def _hours(one: Asked) -> float:
    return one.hours or 0

"""What one person did in a row, none later than half an hour after the one before, is told as one line."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from khedmat.cards.records import STINT

T = TypeVar("T")


def runs(rows: Iterable[T], is_of_a_run: Callable[[T], bool]) -> list[list[T]]:
    """Rows (`by_id`, `at`) in the order of time; one for which the question is answered no stands alone."""
    found: list[list[T]] = []
    for row in rows:
        if found and is_of_a_run(found[-1][-1]) and is_of_a_run(row) and _is_soon(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _is_soon(last: Any, row: Any) -> bool:
    return last.by_id == row.by_id and row.at - last.at <= STINT

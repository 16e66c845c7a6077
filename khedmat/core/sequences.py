"""Small questions about sequences, so that a rule reads as a sentence."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def first(items: Iterable[T]) -> T | None:
    """The first of some items, or None."""
    return next(iter(items), None)


def first_where(holds: Callable[[T], object], items: Iterable[T]) -> T | None:
    """The first item of which something holds, or None; the items behind it are not looked at."""
    return next(filter(holds, items), None)


def unique(items: Iterable[K]) -> list[K]:
    """Each item once, in the order of their first coming."""
    return list(dict.fromkeys(items))


def grouped(items: Iterable[T], by: Callable[[T], K]) -> dict[K, list[T]]:
    """key → its items, both in their order; unlike `itertools.groupby` the items need not be sorted."""
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(by(item), []).append(item)
    return groups


def count(holds: Callable[[T], object], items: Iterable[T]) -> int:
    """Of how many items something holds."""
    return sum(map(bool, map(holds, items)))

"""Which boxes two readings of one form differ in."""

from itertools import chain, zip_longest
from typing import Any

PARTS = ("card", "permits", "inquiries", "undecided", "edition")


def changed(old: dict[str, Any], new: dict[str, Any]) -> tuple[str, ...]:
    """Dotted paths in the order of the form, rows by their number."""
    return tuple(chain.from_iterable(_paths(old.get(part), new.get(part), part) for part in PARTS))


def _paths(old: Any, new: Any, path: str) -> list[str]:
    if old == new:
        return []
    if members := _members(old, new):
        return list(chain.from_iterable(_paths(*pair, f"{path}.{name}") for name, pair in members.items()))
    return [path]


def _members(old: Any, new: Any) -> dict[Any, tuple[Any, Any]]:
    """Name or row number → before and after; empty for what is compared as a whole."""
    both = (old, new)
    if all(map(_has_names, both)):
        return {name: (old.get(name), new.get(name)) for name in {**new, **old}}
    if any(map(_has_rows, both)):
        return dict(enumerate(zip_longest(*map(_rows, both))))
    return {}


def _has_names(value: Any) -> bool:
    return isinstance(value, dict)


def _has_rows(value: Any) -> bool:
    return isinstance(value, list) and any(map(_has_names, value))


def _rows(value: Any) -> list[Any]:
    return value or []

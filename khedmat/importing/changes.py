"""Which boxes two readings of one form differ in."""

from collections.abc import Iterator
from typing import Any

PARTS = ("card", "permits", "inquiries", "undecided", "edition")


def changed(old: dict[str, Any], new: dict[str, Any]) -> tuple[str, ...]:
    """Dotted paths in the order of the form, rows by their number."""
    return tuple(path for part in PARTS for path in _paths(old.get(part), new.get(part), part))


def _paths(old: Any, new: Any, path: str) -> Iterator[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys([*new, *old]):
            yield from _paths(old.get(name), new.get(name), f"{path}.{name}")
    elif _has_rows(old) or _has_rows(new):
        before, after = old or [], new or []
        for row in range(max(len(before), len(after))):
            one, other = before[row : row + 1], after[row : row + 1]
            yield from _paths(one[0] if one else None, other[0] if other else None, f"{path}.{row}")
    elif old != new:
        yield path


def _has_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(row, dict) for row in value)

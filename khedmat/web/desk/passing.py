"""Findings that are open, and those that the centre passed over."""

from collections.abc import Iterable
from typing import Any


def dismissal_of(found: Any) -> Any:
    """None for an open finding, and for one that is not kept with a version."""
    return getattr(found, "dismissal", None)


def still_open(findings: Iterable[Any]) -> list[Any]:
    return [one for one in findings if dismissal_of(one) is None]


def passed_over(findings: Iterable[Any]) -> list[Any]:
    return [one for one in findings if dismissal_of(one) is not None]

"""Counts in words as bars of a hundred units, drawn from the right."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise


class Bar(NamedTuple):
    """A count, as long as its share of the largest."""

    label: str | Promise
    count: int
    width: int

    @property
    def start(self) -> int:
        """Counted from the left, as SVG does."""
        return 100 - self.width


def bars(counts: Mapping[str, int] | Mapping[Promise, int]) -> list[Bar]:
    most = max(counts.values(), default=0) or 1
    return [Bar(label, count, 100 * count // most) for label, count in counts.items()]

"""The tree of agencies, read in one question: lines upwards, branches downwards, counts that add up."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from khedmat.core.sequences import grouped
from khedmat.organizations.models import Organization


class Branch(NamedTuple):
    """An agency with the branches below it; `total` counts it and all below, `own` it alone."""

    agency: Any
    own: int
    total: int
    branches: list["Branch"]


class Tree:
    """All agencies of a list by their place; one whose parent is not in the list stands at the top."""

    def __init__(self, agencies: Iterable[Organization]) -> None:
        self.known = {agency.pk: agency for agency in agencies}
        self.below = grouped(self.known.values(), by=self._parent)

    def _parent(self, agency: Organization) -> int | None:
        return agency.parent_id if agency.parent_id in self.known else None

    def line(self, agency: Organization) -> list[Organization]:
        """Those above it, nearest last; a ring in old data ends the line instead of the page."""
        line, above = [agency], self.known.get(agency.parent_id)
        while above and above not in line:
            line.append(above)
            above = self.known.get(above.parent_id)
        return line[:0:-1]

    def all_below(self, pk: int) -> Iterator[Organization]:
        for agency in self.below.get(pk, []):
            yield agency
            yield from self.all_below(agency.pk)

    def branches(self, counts: Mapping[int, int], pk: int | None = None) -> list[Branch]:
        """Below an agency, or from the top, in the order of the list."""
        return [self._branch(agency, counts) for agency in self.below.get(pk, [])]

    def _branch(self, agency: Organization, counts: Mapping[int, int]) -> Branch:
        branches = self.branches(counts, agency.pk)
        own = counts.get(agency.pk, 0)
        return Branch(agency, own, own + sum(branch.total for branch in branches), branches)


def with_something(branches: Iterable[Branch]) -> list[Branch]:
    """Without the branches on which nothing is counted."""
    kept = (branch for branch in branches if branch.total)
    return [branch._replace(branches=with_something(branch.branches)) for branch in kept]
